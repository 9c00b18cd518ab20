import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { type Conditions, joined, peerConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { moneyOf } from './millionths';
import { MOST_DEPARTMENTS, type RegionLevel, type Scope } from './peers';
import {
  type AmountColumns,
  amountColumns,
  type CodeList,
  type EconomicNature,
  type Fund,
  type Money,
  type Nature,
} from './spending';

/** What one account spent on a code, and the line that says so. */
export interface Spender {
  account: string;
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  year: number;
  amount: Money;
  /** basic and project, or personnel and operating; those that are printed */
  parts: Partial<Record<Exclude<Nature | EconomicNature, 'total'>, Money>>;
  funds: Partial<Record<Exclude<Fund, 'total'>, Money>>;
  /** as the document prints it, where it is not the code list's name */
  printedName: string | null;
  disputed: boolean;
  /** line in the source view */
  line: number;
}

export type SpenderQuery = {
  list: CodeList;
  code: string;
  /** of functional codes: only this money, only this kind of expenditure */
  fund?: Fund;
  nature?: Nature;
  /** left out: the latest in which anybody spends on it; 'all': every year, the latest first */
  year?: number | 'all';
  level?: RegionLevel;
  kind?: string;
  /** the largest first, the smallest first, or by region and department */
  order?: 'amount' | 'least' | 'department';
} & Scope &
  PageBounds;

interface SpenderRow extends DepartmentColumns {
  account: string;
  year: number;
  line: number;
  printedName: string | null;
  disputed: number;
  half: number;
  part_half: number;
  amount: number;
  basic?: number | null;
  project?: number | null;
  general?: number | null;
  fund?: number | null;
  capital?: number | null;
  personnel?: number | null;
  operating?: number | null;
}

const PARTS = ['basic', 'project', 'personnel', 'operating'] as const;
const FUNDS = ['general', 'fund', 'capital'] as const;

const printedParts = <Key extends keyof SpenderRow>(
  row: SpenderRow,
  keys: readonly Key[],
): Partial<Record<Key, Money>> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const fen = row[key];
      return typeof fen === 'number' ? [[key, moneyOf(fen, row.part_half)]] : [];
    }),
  ) as Partial<Record<Key, Money>>;

const spenderOf = (row: SpenderRow): Spender => ({
  account: row.account,
  ...headOf(row),
  year: row.year,
  amount: moneyOf(row.amount, row.half),
  parts: printedParts(row, PARTS),
  funds: printedParts(row, FUNDS),
  printedName: row.printedName,
  disputed: row.disputed === 1,
  line: row.line,
});

function latestYear(db: Db, table: string, code: string, amount: string): number | null {
  const sql = `SELECT year FROM ${table} WHERE code = ? AND ${amount} IS NOT NULL ORDER BY year DESC LIMIT 1`;
  return preparedSql<{ year: number | null }>(db, sql).get(code)?.year ?? null;
}

interface Rows extends Conditions {
  from: string;
}

/**
 * Rows `s` of a code. Of chosen departments, regions and kinds they are read from the accounts; of all from the code, the largest
 * first, and no more than are shown.
 */
function rowsOf(db: Db, table: string, amount: string, query: SpenderQuery, year: number | null): Rows {
  const { departments, level, kind, region, code } = query;
  const peers = peerConditions({
    ...(region === undefined ? {} : { region }),
    ...(level === undefined ? {} : { level }),
    ...(kind === undefined ? {} : { kind }),
  });
  if (departments === undefined && peers.values.length === 0) {
    const own = joined([
      [`s.code = ? AND s.${amount} IS NOT NULL`, code],
      ...(year === null ? [] : [['s.year = ?', year] as const]),
    ]);
    return { from: `FROM ${table} s`, ...own };
  }
  const own = departments && JSON.stringify(departmentNumbers(db, departments.slice(0, MOST_DEPARTMENTS)));
  const accounts = joined([
    ...(year === null ? [] : [['r.year = ?', year] as const]),
    ...(own === undefined ? [] : [['r.department IN (SELECT value FROM json_each(?))', own] as const]),
    [peers.sql, ...peers.values],
  ]);
  const from = `FROM account_rollups r
    CROSS JOIN ${table} s ON s.department = r.department AND s.year = r.year AND s.code = ? AND s.${amount} IS NOT NULL`;
  return { from, sql: accounts.sql, values: [code, ...accounts.values] };
}

const JOINED = `CROSS JOIN accounts a ON a.key = s.account CROSS JOIN departments d ON d.id = s.department
  LEFT JOIN regions g ON g.code = d.region`;

/** Where more departments than this spend on a code they are met in their own order, and not put into it. */
const MANY = 400;

/** The rows of one year in the order of the departments, which are gone through until the page is full. */
function byDepartment(table: string, amount: string, query: SpenderQuery, year: number): Rows {
  const from = `FROM departments d CROSS JOIN ${table} s ON s.department = d.id AND s.year = ? AND s.code = ? AND s.${amount} IS NOT NULL
    CROSS JOIN accounts a ON a.key = s.account LEFT JOIN regions g ON g.code = d.region`;
  return { from, sql: 'TRUE', values: [year, query.code] };
}

const isWhole = ({ departments, region, level, kind }: SpenderQuery): boolean =>
  departments === undefined && region === undefined && level === undefined && kind === undefined;

function orderOf({ order }: SpenderQuery, amount: string): string {
  if (order === 'department') return "coalesce(d.region, ''), d.slug, s.year DESC";
  return order === 'least' ? `s.year, s.${amount}` : `s.year DESC, s.${amount} DESC`;
}

function columnsOf(list: CodeList, { amount, half, parts }: AmountColumns): string {
  const funds = list === 'functional' ? FUNDS.map((fund) => `s.${fund}`) : [];
  const named = Object.entries(parts).map(([part, column]) => `s.${column} AS ${part}`);
  return [`s.${amount} AS amount`, `s.${half} AS half`, 's.part_half', ...named, ...funds].join(', ');
}

/** Enough for a table to take along. */
const MOST_SPENDERS = 10_000;

/** Who spends on a code, the largest first; a page of them. */
export async function getSpenders(db: Db, query: SpenderQuery): Promise<Paged<Spender> & { year: number | null }> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query, 50, MOST_SPENDERS);
    const { list, code, fund, nature } = query;
    const table = list === 'functional' ? 'spending' : 'basic_spending';
    const columns = amountColumns(list, fund, nature);
    const { amount } = columns;
    const year = query.year === 'all' ? null : (query.year ?? latestYear(db, table, code, amount));
    const own = rowsOf(db, table, amount, query, year);
    const total =
      preparedSql<{ n: number }>(db, `SELECT count(*) AS n ${own.from} WHERE ${own.sql}`).get(...own.values)?.n ?? 0;
    const isStreamed = query.order === 'department' && isWhole(query) && year !== null && total > MANY;
    const read = isStreamed ? byDepartment(table, amount, query, year) : own;
    const rows = preparedSql<SpenderRow>(
      db,
      `SELECT a.id AS account, ${DEPARTMENT_COLUMNS}, s.year, s.line, s.name AS printedName, s.disputed, ${columnsOf(list, columns)}
      ${read.from} ${isStreamed ? '' : JOINED} WHERE ${read.sql} ORDER BY ${orderOf(query, amount)} LIMIT ? OFFSET ?`,
    ).all(...read.values, limit, offset);
    return { rows: rows.map(spenderOf), total, limit, offset, year };
  });
}
