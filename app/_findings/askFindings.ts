import 'server-only';
import { getChecks } from '../../db/queries/checks';
import { type FindingCounts, getFindingCounts } from '../../db/queries/findingCounts';
import { type FindingEntry, getFindingList } from '../../db/queries/findingList';
import { getReport } from '../../db/queries/findings';
import type { CheckCard, CheckReport, Finding } from '../../lib/findings';
import { type FindingSelection, findingsPath } from '../../lib/selection';
import { Kept } from '../_store/kept';
import type { Store } from '../_store/store';

export const PAGE_SIZE = 30;

export interface FindingPage {
  entries: FindingEntry[];
  counts: FindingCounts;
  /** the last page, at least 1 */
  pages: number;
  searchedAll: boolean;
}

/** An account without a report was stored before there were checks. */
const UNCHECKED: CheckReport = {
  findings: [],
  verdicts: [],
  relations: [],
  adopted: [],
  coverage: { covered: 0, published: 0 },
};

const reports = new Kept<CheckReport>(64);
const pages = new Kept<FindingPage>(128);

export const askReport = ({ db, version }: Store, account: string): Promise<CheckReport> =>
  reports.ask(`${db.path} ${version} ${account}`, async () => (await getReport(db, account)) ?? UNCHECKED);

/** The findings of a selection with the counts of its filters, kept until the data change. */
export const askFindings = ({ db, version }: Store, selection: FindingSelection): Promise<FindingPage> =>
  pages.ask(`${db.path} ${version} ${findingsPath(selection)}`, async () => {
    const { page, ...query } = selection;
    const [counts, list] = await Promise.all([
      getFindingCounts(db, query),
      getFindingList(db, { ...query, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    ]);
    return {
      entries: list.rows,
      counts,
      pages: Math.max(1, Math.ceil(list.total / PAGE_SIZE)),
      searchedAll: list.searchedAll,
    };
  });

/** Card of a check by the id and, where one id has several, the title. */
export type CardOf = (finding: { check: string; title: string | null }) => CheckCard | undefined;

export async function askCards({ db }: Store): Promise<CardOf> {
  const cards = await getChecks(db);
  return ({ check, title }) => {
    const own = cards.filter(({ id }) => id === check);
    return own.find((card) => card.title === title) ?? own[0];
  };
}

export const titleOf = ({ check, detail }: Finding, cardOf: CardOf): string =>
  detail?.title ?? cardOf({ check, title: null })?.title ?? check;
