import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { departmentConditions, joined, peerConditions } from './conditions';
import { DEPARTMENT_ID, departmentNumbers } from './departmentColumns';
import { figureRow } from './figures';
import { type PeerFilter, type Scope, WHOLE_STORE } from './peers';
import type { CodeList } from './spending';

export const TOTAL_DIMENSIONS = ['department', 'region', 'kind'] as const;
export type TotalDimension = (typeof TOTAL_DIMENSIONS)[number];

/** The total that accounts print beside the codes it is made of, and how many accounts there are; amounts in 分. */
export interface PrintedTotal {
  department: string;
  region: string;
  kind: string;
  year: number;
  /** accounts stored, and those of them with the total */
  published: number;
  accounts: number;
  value: number;
  low: number;
  high: number;
  disputed: number;
  /** where it is one account's: the line that prints it, and its staff in post in millionths */
  line: number | null;
  headcount: number | null;
}

export interface PrintedTotals {
  rows: PrintedTotal[];
  /** departments with an account of any year, by their region and kind */
  known: { region: string; kind: string; departments: number }[];
}

export interface PrintedTotalQuery extends Scope, Pick<PeerFilter, 'level' | 'kind'> {
  list: CodeList;
  /** by what the totals are told apart besides the year; of the others the members are empty */
  dimensions: readonly TotalDimension[];
  years?: readonly number[];
}

/** The measure that all codes of a list add up to. */
const TOTAL_OF: Readonly<Record<CodeList, string>> = {
  functional: 'year_expenditure',
  economic: 'general_basic_expenditure',
};

const SUMS = `count(f.value) AS accounts, coalesce(sum(f.value), 0) AS value, coalesce(sum(f.low), 0) AS low,
  coalesce(sum(f.high), 0) AS high, coalesce(sum(f.disputed), 0) AS disputed,
  CASE count(*) WHEN 1 THEN max(f.line) END AS line, CASE count(*) WHEN 1 THEN max(r.headcount) END AS headcount`;

/** Kept sums of a region with all that lies within it, or of a kind. */
function ofScopes(db: Db, figure: number, scopes: readonly string[]): (PrintedTotal & { scope: string })[] {
  const sql = `SELECT y.region AS scope, '' AS department, '' AS region, '' AS kind, y.year, y.departments AS published,
      coalesce(f.departments, 0) AS accounts, coalesce(f.value, 0) AS value, coalesce(f.low, 0) AS low,
      coalesce(f.high, 0) AS high, coalesce(f.disputed, 0) AS disputed, NULL AS line, NULL AS headcount
    FROM json_each(?) j CROSS JOIN region_years y ON y.region = j.value
    LEFT JOIN region_figures f ON f.region = y.region AND f.figure = ? AND f.year = y.year`;
  return preparedSql<PrintedTotal & { scope: string }>(db, sql).all(JSON.stringify(scopes), figure);
}

function ofAccounts(db: Db, figure: number, query: PrintedTotalQuery, regions?: readonly string[]): PrintedTotal[] {
  const { dimensions, departments } = query;
  const own = departments && JSON.stringify(departmentNumbers(db, departments));
  const peers = peerConditions(peerOf(query));
  const where = joined([
    ...(own === undefined ? [] : [['r.department IN (SELECT value FROM json_each(?))', own] as const]),
    ...(regions === undefined
      ? []
      : [['r.region IN (SELECT value FROM json_each(?))', JSON.stringify(regions)] as const]),
    [peers.sql, ...peers.values],
  ]);
  const by = (dimension: TotalDimension, column: string): string =>
    `${dimensions.includes(dimension) ? column : "''"} AS ${dimension}`;
  const isByDepartment = dimensions.includes('department');
  const sql = `SELECT ${by('department', DEPARTMENT_ID)}, ${by('region', 'r.region')}, ${by('kind', 'r.kind')}, r.year,
      count(*) AS published, ${SUMS}
    FROM account_rollups r ${isByDepartment ? 'CROSS JOIN departments d ON d.id = r.department' : ''}
    LEFT JOIN figures f ON f.department = r.department AND f.figure = ? AND f.year = r.year
    WHERE ${where.sql} GROUP BY 1, 2, 3, 4`;
  return preparedSql<PrintedTotal>(db, sql).all(figure, ...where.values);
}

const peerOf = ({ region, level, kind }: PrintedTotalQuery) => ({
  ...(region === undefined ? {} : { region }),
  ...(level === undefined ? {} : { level }),
  ...(kind === undefined ? {} : { kind }),
});

/** Counties have nothing within them, so that their kept sums are their own; of cities the accounts are asked. */
function byRegion(db: Db, figure: number, query: PrintedTotalQuery): PrintedTotal[] {
  const { sql, values } = departmentConditions(peerOf(query));
  const regions = preparedSql<{ region: string }>(
    db,
    `SELECT DISTINCT d.region AS region FROM departments d WHERE d.region IS NOT NULL AND ${sql}`,
  )
    .all(...values)
    .map(({ region }) => region);
  const counties = regions.filter((region) => !region.endsWith('00'));
  const wide = regions.filter((region) => region.endsWith('00'));
  return [
    ...ofScopes(db, figure, counties).map((row) => ({ ...row, region: row.scope })),
    ...(wide.length === 0 ? [] : ofAccounts(db, figure, query, wide)),
  ];
}

function totalsOf(db: Db, figure: number, query: PrintedTotalQuery): PrintedTotal[] {
  const { dimensions, departments, level, kind, region } = query;
  const [first, ...more] = dimensions;
  if (departments || level || more.length > 0 || first === 'department') return ofAccounts(db, figure, query);
  if (first === 'region' && kind === undefined) return byRegion(db, figure, query);
  if (first === undefined && kind === undefined) return ofScopes(db, figure, [region ?? WHOLE_STORE]);
  if (first === undefined && region === undefined) return ofScopes(db, figure, [`@${kind}`]);
  return ofAccounts(db, figure, query);
}

/** Printed totals by year and the dimensions asked for, with the accounts that stand behind them. */
export async function getPrintedTotals(db: Db, query: PrintedTotalQuery): Promise<PrintedTotals> {
  return snapshot(db, () => {
    const figure = figureRow(db, TOTAL_OF[query.list])?.id ?? -1;
    const rows = totalsOf(db, figure, query).filter(({ year }) => query.years?.includes(year) ?? true);
    const [isByRegion, isByKind] = [query.dimensions.includes('region'), query.dimensions.includes('kind')];
    const own = query.departments && JSON.stringify(departmentNumbers(db, query.departments));
    const { sql, values } = departmentConditions(peerOf(query));
    const known = preparedSql<PrintedTotals['known'][number]>(
      db,
      `SELECT ${isByRegion ? "coalesce(d.region, '')" : "''"} AS region, ${isByKind ? 'd.core' : "''"} AS kind,
        count(*) AS departments
      FROM departments d ${query.level === undefined ? '' : 'LEFT JOIN regions g ON g.code = d.region'}
      WHERE ${own === undefined ? 'TRUE' : 'd.id IN (SELECT value FROM json_each(?))'} AND ${sql} GROUP BY 1, 2`,
    ).all(...(own === undefined ? [] : [own]), ...values);
    return { rows, known };
  });
}
