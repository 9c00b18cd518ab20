import 'server-only';
import {
  type DepartmentEntry,
  getDepartmentEntries,
  getDepartmentsByIds,
  getKinds,
} from '../../db/queries/departments';
import { type FigureName, getFigureNames, getYears } from '../../db/queries/figures';
import type { PeerFilter } from '../../db/queries/peers';
import { getRegionChoices, getRegionName, type RegionChoice } from '../../db/queries/regionChoices';
import type { Misread } from '../../lib/queryFields';
import type { Query } from '../../lib/selection';
import type { Store } from '../_store/store';
import { filterOf, type PeerSelection, parsePeerSelection } from './peerSelection';

export const USUAL = { figure: 'year_expenditure', x: 'headcount_actual', y: 'year_expenditure' } as const;

/** What the three pages of peers have in common: what was asked for, with what was not understood, and what can be chosen. */
export interface AskedPeers {
  selection: PeerSelection & { figure: string; year: number };
  filter: PeerFilter;
  misread: Misread[];
  figures: readonly FigureName[];
  years: readonly number[];
  regions: readonly RegionChoice[];
  kinds: readonly { kind: string; departments: number }[];
  /** the marked departments that are stored */
  chosen: readonly DepartmentEntry[];
  /** departments of the filter; null where its size classes those that published only */
  known: number | null;
  /** departments of the store */
  stored: number;
}

/** A figure of the store; another one is noted, and the usual one taken. */
export function figureOf(
  { figures, misread }: Pick<AskedPeers, 'figures' | 'misread'>,
  key: string,
  asked: string | undefined,
  usual: string,
): FigureName {
  const found = figures.find(({ figure }) => figure === asked);
  if (asked !== undefined && !found) misread.push({ key, value: asked });
  const chosen = found ?? figures.find(({ figure }) => figure === usual);
  return chosen ?? { figure: usual, kind: 'measure', label: usual, unit: '', formula: null };
}

/** Drops what nothing in the store answers, and says so. */
async function settle({ db }: Store, selection: PeerSelection, misread: Misread[], years: readonly number[]) {
  const { year, region } = selection;
  const settled = { ...selection };
  if (year !== undefined && !years.includes(year)) {
    misread.push({ key: 'year', value: String(year) });
    settled.year = undefined;
  }
  if (region !== undefined && (await getRegionName(db, region)) === undefined) {
    misread.push({ key: 'region', value: region });
    settled.region = undefined;
  }
  return { ...settled, year: settled.year ?? years.at(-1) ?? 0 };
}

export async function askPeers(store: Store, query: Query, usual: string): Promise<AskedPeers> {
  const { db } = store;
  const { selection: written, misread } = parsePeerSelection(query);
  const [figures, years, chosen, all] = await Promise.all([
    getFigureNames(db),
    getYears(db),
    getDepartmentsByIds(db, written.departments),
    getDepartmentEntries(db, { limit: 1 }),
  ]);
  for (const id of written.departments)
    if (!chosen.some(({ department }) => department === id)) misread.push({ key: 'department', value: id });
  const settled = await settle(store, written, misread, years);
  const { figure } = figureOf({ figures, misread }, 'figure', settled.figure, usual);
  const selection = { ...settled, figure, departments: chosen.map(({ department }) => department) };
  const { size, ...rest } = filterOf(selection);
  const [regions, kinds, within] = await Promise.all([
    getRegionChoices(db, selection.region),
    getKinds(db),
    getDepartmentEntries(db, { ...rest, limit: 1 }),
  ]);
  const known = size === undefined ? within.total : null;
  return {
    selection,
    filter: filterOf(selection),
    misread,
    figures,
    years,
    regions,
    kinds,
    chosen,
    known,
    stored: all.total,
  };
}
