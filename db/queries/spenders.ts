import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { type Conditions, joined, peerConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { moneyOf } from './millionths';
import { MOST_DEPARTMENTS, type RegionLevel, type Scope } from './peers';
import type { CodeList, EconomicNature, Fund, Money, Nature } from './spending';

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
  /** left out: the latest in which anybody spends on it; 'all': every year, the latest first */
  year?: number | 'all';
  level?: RegionLevel;
  kind?: string;
  order?: 'amount' | 'department';
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
  total: number;
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
  amount: moneyOf(row.total, row.half),
  parts: printedParts(row, PARTS),
  funds: printedParts(row, FUNDS),
  printedName: row.printedName,
  disputed: row.disputed === 1,
  line: row.line,
});

function latestYear(db: Db, table: string, code: string): number | null {
  const sql = `SELECT max(year) AS year FROM ${table} WHERE code = ?`;
  return preparedSql<{ year: number | null }>(db, sql).get(code)?.year ?? null;
}

/**
 * Rows `s` of a code. Of chosen departments, regions and kinds they are read from the accounts; of all from the code, the largest
 * first, and no more than are shown.
 */
function rowsOf(db: Db, table: string, query: SpenderQuery, year: number | null): Conditions & { from: string } {
  const { departments, level, kind, region, code } = query;
  const peers = peerConditions({
    ...(region === undefined ? {} : { region }),
    ...(level === undefined ? {} : { level }),
    ...(kind === undefined ? {} : { kind }),
  });
  if (departments === undefined && peers.values.length === 0) {
    const own = joined([
      ['s.code = ? AND s.total IS NOT NULL', code],
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
    CROSS JOIN ${table} s ON s.department = r.department AND s.year = r.year AND s.code = ? AND s.total IS NOT NULL`;
  return { from, sql: accounts.sql, values: [code, ...accounts.values] };
}

/** Who spends on a code, the largest first; a page of them. */
export async function getSpenders(db: Db, query: SpenderQuery): Promise<Paged<Spender> & { year: number | null }> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const isFunctional = query.list === 'functional';
    const table = isFunctional ? 'spending' : 'basic_spending';
    const year = query.year === 'all' ? null : (query.year ?? latestYear(db, table, query.code));
    const { from, sql, values } = rowsOf(db, table, query, year);
    const columns = isFunctional ? ['basic', 'project', ...FUNDS] : ['personnel', 'operating'];
    const order =
      query.order === 'department' ? "coalesce(d.region, ''), d.slug, s.year DESC" : 's.year DESC, s.total DESC';
    const rows = preparedSql<SpenderRow>(
      db,
      `SELECT a.id AS account, ${DEPARTMENT_COLUMNS}, s.year, s.line, s.name AS printedName, s.disputed, s.half, s.part_half,
        s.total, ${columns.map((column) => `s.${column}`).join(', ')}
      ${from} CROSS JOIN accounts a ON a.key = s.account CROSS JOIN departments d ON d.id = s.department
      LEFT JOIN regions g ON g.code = d.region WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ).all(...values, limit, offset);
    const count = preparedSql<{ n: number }>(db, `SELECT count(*) AS n ${from} WHERE ${sql}`);
    return { rows: rows.map(spenderOf), total: count.get(...values)?.n ?? 0, limit, offset, year };
  });
}
