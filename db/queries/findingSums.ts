import type { Severity } from '../../lib/findings';
import type { Db } from '../open';
import { preparedSql } from '../prepared';
import {
  type FindingQuery,
  MOST_SEARCHED,
  ORDER,
  RANKS,
  ranksOf,
  rowConditions,
  textConditions,
  WITH_TEXT,
} from './findingConditions';
import { WHOLE_STORE } from './peers';

/** So many findings of some accounts, all alike in what filters ask for. */
export interface FindingGroup {
  severity: Severity;
  check: string;
  year: number;
  region: string;
  findings: number;
  accounts: number;
}

/** Whether sums by region answer, and no finding needs to be looked at. */
export const isSummed = ({ department, text }: FindingQuery): boolean => department === undefined && !text?.trim();

interface Sum {
  key: string | number;
  findings: number;
  accounts: number;
}

/** Sums of a region by one of its keys; the others are those of the query. */
export function sumsBy(db: Db, query: FindingQuery, key: 'severity' | 'check_id' | 'year'): Sum[] {
  const { severity, check, region = WHOLE_STORE, year } = query;
  const conditions = [
    key === 'severity' ? "severity <> ''" : 'severity = ?',
    key === 'check_id' ? "check_id <> ''" : 'check_id = ?',
    ...(year === undefined || key === 'year' ? [] : ['year = ?']),
  ];
  const values = [
    ...(key === 'severity' ? [] : [severity ?? '']),
    ...(key === 'check_id' ? [] : [check ?? '']),
    ...(year === undefined || key === 'year' ? [] : [year]),
  ];
  const sql = `SELECT ${key} AS key, sum(findings) AS findings, sum(accounts) AS accounts FROM finding_sums
    WHERE region = ? AND ${conditions.join(' AND ')} GROUP BY 1 ORDER BY 1`;
  return preparedSql<Sum>(db, sql).all(region, ...values);
}

/** How many findings a summed query has, and in how many accounts. */
export function wholeSum(db: Db, query: FindingQuery): { findings: number; accounts: number } {
  const { severity = '', check = '', region = WHOLE_STORE, year } = query;
  const sql = `SELECT coalesce(sum(findings), 0) AS findings, coalesce(sum(accounts), 0) AS accounts FROM finding_sums
    WHERE region = ? AND severity = ? AND check_id = ?${year === undefined ? '' : ' AND year = ?'}`;
  const values = [region, severity, check, ...(year === undefined ? [] : [year])];
  return preparedSql<{ findings: number; accounts: number }>(db, sql).get(...values) ?? { findings: 0, accounts: 0 };
}

/** A listed finding, by what leads to it. */
export interface ListedFinding {
  rank: number;
  region: string;
  slug: string;
  year: number;
  n: number;
  account: number;
  check: string;
}

const LISTED = 'x.rank, x.region, x.slug, x.year, x.n, x.account, x.check_id AS "check"';

/** Listed findings of one severity in the order of lists. */
export function listedOf(
  db: Db,
  query: FindingQuery,
  rank: number,
  { limit, offset, without }: { limit: number; offset: number; without?: keyof FindingQuery },
): ListedFinding[] {
  const { sql, values } = rowConditions(query, rank, without);
  return preparedSql<ListedFinding>(
    db,
    `SELECT ${LISTED} FROM finding_rows x WHERE ${sql} ORDER BY ${ORDER} LIMIT ? OFFSET ?`,
  ).all(...values, limit, offset);
}

/** The findings among the first of the list whose words match; `searchedAll` when no others are left. */
export function matching(db: Db, query: FindingQuery): { rows: ListedFinding[]; searchedAll: boolean } {
  const { sql: holds, values: words } = textConditions(query.text ?? '');
  const rows: ListedFinding[] = [];
  let left = MOST_SEARCHED;
  for (const rank of ranksOf(query)) {
    if (left === 0) return { rows, searchedAll: false };
    const { sql, values } = rowConditions(query, rank);
    const first = `SELECT * FROM finding_rows x WHERE ${sql} ORDER BY ${ORDER} LIMIT ?`;
    const looked = preparedSql<{ n: number }>(db, `SELECT count(*) AS n FROM (${first})`).get(...values, left)?.n ?? 0;
    rows.push(
      ...preparedSql<ListedFinding>(
        db,
        `SELECT ${LISTED} FROM (${first}) x ${WITH_TEXT} WHERE ${holds} ORDER BY ${ORDER}`,
      ).all(...values, left, ...words),
    );
    left -= looked;
  }
  return { rows, searchedAll: left > 0 };
}

/** Every listed finding of one department; few enough to be counted here. */
export const ofDepartment = (db: Db, query: FindingQuery): ListedFinding[] =>
  RANKS.flatMap((_, rank) =>
    listedOf(db, { ...(query.department === undefined ? {} : { department: query.department }) }, rank, {
      limit: MOST_SEARCHED,
      offset: 0,
    }),
  );
