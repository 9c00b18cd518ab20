import 'server-only';
import { type AccountEntry, getAccountEntries, getAccountList } from '../../db/queries/accountList';
import { getKinds } from '../../db/queries/departments';
import { getYears } from '../../db/queries/figures';
import { getRegionTree, type RegionNode } from '../../db/queries/regionTree';
import type { AccountSelection } from '../../lib/accountSelection';
import type { Store } from '../_store/store';

export const LISTED = 30;
const MOST_REGIONS_LISTED = 120;
const MOST_KINDS_LISTED = 60;

export interface AskedList {
  rows: AccountEntry[];
  total: number;
  /** the last page, at least 1 */
  pages: number;
  /** the ticked accounts that are stored */
  ticked: AccountEntry[];
  years: number[];
  regions: RegionNode[];
  kinds: { kind: string; departments: number }[];
}

/** Findings and amounts are sorted within one year: the latest, where none is asked for. */
function sortedYear({ order, year, text }: AccountSelection, years: readonly number[]): number | undefined {
  const isOfOneYear = order === 'findings' || order === 'amount';
  return year ?? (isOfOneYear && !/(?:19|20)\d{2}/.test(text ?? '') ? years.at(-1) : undefined);
}

export async function askAccountList({ db }: Store, selection: AccountSelection): Promise<AskedList> {
  const { text, region, level, kind, faulty, order, page, accounts } = selection;
  const years = await getYears(db);
  const year = sortedYear(selection, years);
  const asked = { text, year, region, level, kind, order };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const [list, ticked, regions, kinds] = await Promise.all([
    getAccountList(db, {
      ...given,
      faulty,
      figures: ['total_expenditure'],
      limit: LISTED,
      offset: (page - 1) * LISTED,
    }),
    getAccountEntries(db, accounts),
    getRegionTree(db, { most: MOST_REGIONS_LISTED }),
    getKinds(db, { limit: MOST_KINDS_LISTED }),
  ]);
  const { rows, total } = list;
  return { rows, total, pages: Math.max(1, Math.ceil(total / LISTED)), ticked, years, regions, kinds };
}
