import type { FindingDetail, Severity, Suggestion } from '../../lib/findings';
import type { Place } from '../../lib/place';
import { inflated } from '../deflated';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { type FindingQuery, RANKS, ranksOf, rowConditions } from './findingConditions';
import { isSummed, type ListedFinding, listedOf, matching, wholeSum } from './findingSums';

/** A finding in a list over many accounts. */
export interface FindingEntry {
  account: string;
  /** the name the account is shown with */
  department: string;
  region: { code: string; name: string } | null;
  fiscalYear: number;
  /** of the account's findings, from 1 */
  number: number;
  check: string;
  title: string | null;
  severity: Severity;
  message: string;
  places: Place[];
  suggestion: Suggestion | null;
}

export interface FindingPage extends Paged<FindingEntry> {
  /** words were looked for in all findings of the other filters, and not in the first ones only */
  searchedAll: boolean;
}

interface Row extends Omit<FindingEntry, 'region' | 'title' | 'places' | 'suggestion'> {
  regionCode: string | null;
  regionName: string | null;
  places: string;
  suggestion: string | null;
  detail: Buffer | null;
}

const ENTRY = `SELECT a.id AS account, r.name AS department, g.code AS regionCode, g.name AS regionName, f.year AS fiscalYear,
    f.n + 1 AS number, f.check_id AS "check", f.severity, f.message, f.places, f.suggestion, f.detail
  FROM accounts a JOIN revisions r ON r.account = a.key AND r.current = 1
  JOIN findings f ON f.account = a.key AND f.revision = r.revision AND f.n = ?
  JOIN departments d ON d.id = a.department LEFT JOIN regions g ON g.code = d.region WHERE a.key = ?`;

function entryOf({ regionCode, regionName, places, suggestion, detail, ...row }: Row): FindingEntry {
  return {
    ...row,
    region: regionCode === null || regionName === null ? null : { code: regionCode, name: regionName },
    title: (detail && (JSON.parse(inflated(detail).toString()) as FindingDetail | null)?.title) ?? null,
    places: JSON.parse(places) as Place[],
    suggestion: suggestion === null ? null : (JSON.parse(suggestion) as Suggestion | null),
  };
}

function countOf(db: Db, query: FindingQuery, rank: number): number {
  const severity = RANKS[rank];
  if (isSummed(query) && severity) return wholeSum(db, { ...query, severity }).findings;
  const { sql, values } = rowConditions(query, rank);
  const counted = `SELECT count(*) AS n FROM finding_rows x WHERE ${sql}`;
  return preparedSql<{ n: number }>(db, counted).get(...values)?.n ?? 0;
}

/** A page over the severities one after the other: those before the page are counted and not read. */
function pageOf(db: Db, query: FindingQuery, limit: number, offset: number): { rows: ListedFinding[]; total: number } {
  const rows: ListedFinding[] = [];
  let total = 0;
  for (const rank of ranksOf(query)) {
    const count = countOf(db, query, rank);
    const from = Math.max(0, offset - total);
    if (rows.length < limit && from < count)
      rows.push(...listedOf(db, query, rank, { limit: limit - rows.length, offset: from }));
    total += count;
  }
  return { rows, total };
}

/** Findings of the current revisions: the most severe first, then by region, department, year and place. */
export async function getFindingList(db: Db, query: FindingQuery & PageBounds = {}): Promise<FindingPage> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const found = query.text?.trim() ? matching(db, query) : undefined;
    const { rows, total } = found
      ? { rows: found.rows.slice(offset, offset + limit), total: found.rows.length }
      : pageOf(db, query, limit, offset);
    const entries = rows.flatMap(({ n, account }) => preparedSql<Row>(db, ENTRY).get(n, account) ?? []);
    return { rows: entries.map(entryOf), total, limit, offset, searchedAll: found?.searchedAll ?? true };
  });
}
