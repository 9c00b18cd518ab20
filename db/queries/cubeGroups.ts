import type { PivotDimension } from '../../lib/pivot';
import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { joined, peerConditions } from './conditions';
import type { CubeQuery } from './cube';
import { likeForLike, withFormerCodes } from './cubeMoves';
import { DEPARTMENT_ID, departmentNumbers } from './departmentColumns';
import { MOST_DEPARTMENTS, WHOLE_STORE } from './peers';
import { codeRange } from './spending';

/** Sums of a cell before it is taken apart by fund and nature; amounts in 分. */
export interface CubeGroup {
  keys: Partial<Record<PivotDimension, string>>;
  accounts: number;
  disputed: number;
  half: number;
  amounts: Record<string, number>;
  /** where one line of one account is all there is */
  line: number | null;
}

export const FUNCTIONAL_AMOUNTS = [
  'total',
  'basic',
  'project',
  'general',
  'general_basic',
  'general_project',
  'fund',
  'fund_basic',
  'fund_project',
  'capital',
  'capital_basic',
  'capital_project',
] as const;
export const ECONOMIC_AMOUNTS = ['total', 'personnel', 'operating'] as const;

type Row = Record<string, string | number | null> & {
  accounts: number;
  disputed: number;
  half: number;
  line?: number | null;
};

/** The level at which rows are read: the finest code asked for, or that of the codes it is narrowed to. */
function levelOfCube({ dimensions, codes = [], list }: CubeQuery): 1 | 2 | 3 {
  const asked = dimensions.includes('subitem') ? 3 : dimensions.includes('item') ? 2 : 1;
  const narrowed = Math.max(1, ...codes.map((code) => (code.length - 1) / 2));
  return Math.min(Math.max(asked, narrowed), list === 'functional' ? 3 : 2) as 1 | 2 | 3;
}

/** The columns that the dimensions take apart; of no fund and no nature only the totals. */
function amountColumns({ list, dimensions }: CubeQuery): readonly string[] {
  const [isByFund, isByNature] = [dimensions.includes('fund'), dimensions.includes('nature')];
  if (!isByFund && !isByNature) return ['total'];
  if (list === 'economic') return ECONOMIC_AMOUNTS;
  return isByFund ? FUNCTIONAL_AMOUNTS : FUNCTIONAL_AMOUNTS.slice(0, 3);
}

/** Whether kept sums answer: of a region, or of a kind over all regions. */
const isSummed = ({ dimensions, departments, level, kind, region }: CubeQuery): boolean => {
  const [isByKind, isByRegion] = [dimensions.includes('kind') || kind !== undefined, dimensions.includes('region')];
  if (departments !== undefined || level !== undefined || dimensions.includes('department')) return false;
  return !isByKind || (!isByRegion && region === undefined);
};

/** Members of the dimensions as columns; codes are grouped by their beginnings. */
function keyColumns({ dimensions }: CubeQuery, names: Readonly<Partial<Record<PivotDimension, string>>>) {
  return dimensions.flatMap((dimension) => {
    const sql = names[dimension];
    return sql === undefined ? [] : [{ dimension, sql }];
  });
}

function codeConditions({ codes = [], years }: CubeQuery) {
  const ranges = codes.map(() => '(s.code >= ? AND s.code < ?)').join(' OR ');
  return joined([
    ...(codes.length === 0 ? [] : [[`(${ranges})`, ...codes.flatMap(codeRange)] as const]),
    ...(years === undefined ? [] : [['s.year IN (SELECT value FROM json_each(?))', JSON.stringify(years)] as const]),
  ]);
}

/** The scopes whose sums answer, as they are named in the sums by region. */
function scopesOf(db: Db, { dimensions, region, kind }: CubeQuery): string[] {
  if (kind !== undefined) return [`@${kind}`];
  const { sql, values } = peerConditions(region === undefined ? {} : { region });
  if (dimensions.includes('kind'))
    return preparedSql<{ kind: string }>(db, 'SELECT DISTINCT core AS kind FROM departments ORDER BY core')
      .all()
      .map((row) => `@${row.kind}`);
  if (!dimensions.includes('region')) return [region ?? WHOLE_STORE];
  return preparedSql<{ region: string }>(
    db,
    `SELECT DISTINCT r.region FROM account_rollups r WHERE r.region <> '' AND ${sql} ORDER BY r.region`,
  )
    .all(...values)
    .map((row) => row.region);
}

/** Without departments the sums by region or by kind answer. */
function scopeRows(db: Db, query: CubeQuery, level: number, most: number): Row[] {
  const table = query.list === 'functional' ? 'region_spending' : 'region_basic_spending';
  const keys = keyColumns(query, { ...CODE_KEYS, region: 's.region', kind: 'substr(s.region, 2)', year: 's.year' });
  const where = codeConditions(query);
  const own = query.dimensions.includes('region') ? "s.own = (s.region LIKE '%00')" : 's.own = 0';
  return preparedSql<Row>(
    db,
    `SELECT ${select(keys)} max(s.departments) AS accounts, sum(s.disputed) AS disputed, sum(s.half) AS half, ${sums(query)}
    FROM json_each(?) j CROSS JOIN ${table} s ON s.region = j.value AND ${own} AND s.level = ?
    WHERE ${where.sql} ${group(keys)} LIMIT ?`,
  ).all(JSON.stringify(scopesOf(db, query)), level, ...where.values, most);
}

const CODE_KEYS = { class: 'substr(s.code, 1, 3)', item: 'substr(s.code, 1, 5)', subitem: 's.code' } as const;
type Key = { dimension: PivotDimension; sql: string };
const select = (keys: readonly Key[]): string =>
  keys.map(({ dimension, sql }) => `${sql} AS "${dimension}", `).join('');
const sums = (query: CubeQuery): string =>
  amountColumns(query)
    .map((column) => `sum(coalesce(s.${column}, 0)) AS "${column}_fen"`)
    .join(', ');
const group = (keys: readonly Key[]): string =>
  keys.length === 0 ? '' : `GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`;

function departmentConditions(db: Db, query: CubeQuery) {
  const peers = peerConditions({
    ...(query.region === undefined ? {} : { region: query.region }),
    ...(query.level === undefined ? {} : { level: query.level }),
    ...(query.kind === undefined ? {} : { kind: query.kind }),
  });
  const own = query.departments && departmentNumbers(db, query.departments.slice(0, MOST_DEPARTMENTS));
  return joined([
    ...(own === undefined ? [] : [['r.department IN (SELECT value FROM json_each(?))', JSON.stringify(own)] as const]),
    ...(query.years === undefined
      ? []
      : [['r.year IN (SELECT value FROM json_each(?))', JSON.stringify(query.years)] as const]),
    [peers.sql, ...peers.values],
  ]);
}

/** Rows by department in the order of their key, so that the first ones are known before the last are read. */
function departmentRows(db: Db, query: CubeQuery, level: number, most: number): Row[] {
  const table = query.list === 'functional' ? 'spending' : 'basic_spending';
  const keys = keyColumns(query, {
    ...CODE_KEYS,
    department: 'r.department',
    region: 'r.region',
    kind: 'r.kind',
    year: 's.year',
  });
  const where = codeConditions(query);
  const chosen = departmentConditions(db, query);
  const isOrdered = query.dimensions.includes('department');
  const statement = preparedSql<Row>(
    db,
    `SELECT ${select(keys)} s.account, s.line, s.disputed, s.half, ${amountColumns(query)
      .map((column) => `coalesce(s.${column}, 0) AS "${column}_fen"`)
      .join(', ')}
    FROM account_rollups r CROSS JOIN ${table} s ON s.department = r.department AND s.year = r.year
    WHERE ${chosen.sql} AND length(s.code) = ? AND ${where.sql} ${isOrdered ? 'ORDER BY r.department, r.year' : ''}`,
  );
  const rows = new Map<string, Counted>();
  for (const row of statement.iterate(...chosen.values, level * 2 + 1, ...where.values)) {
    const id = keys.map(({ dimension }) => row[dimension]).join('|');
    const known = rows.get(id);
    if (!known && isOrdered && rows.size >= most) break;
    if (known) addRow(known, row);
    else rows.set(id, { row, accounts: new Set([row.account ?? 0]) });
  }
  const found = [...rows.values()].slice(0, most).map(({ row, accounts }) => ({ ...row, accounts: accounts.size }));
  return isOrdered ? withDepartmentIds(db, found) : found;
}

interface Counted {
  row: Row;
  accounts: Set<string | number>;
}

function addRow({ row: sum, accounts }: Counted, row: Row): void {
  accounts.add(row.account ?? 0);
  sum.line = null;
  sum.disputed += row.disputed;
  sum.half += row.half;
  for (const [column, fen] of Object.entries(row))
    if (column.endsWith('_fen')) sum[column] = Number(sum[column]) + Number(fen);
}

function withDepartmentIds(db: Db, rows: readonly Row[]): Row[] {
  const sql = `SELECT ${DEPARTMENT_ID} AS department FROM departments d WHERE d.id = ?`;
  const ids = new Map<unknown, string>();
  return rows.map((row) => {
    const number = row.department;
    const id = ids.get(number) ?? preparedSql<{ department: string }>(db, sql).get(number)?.department ?? '';
    ids.set(number, id);
    return { ...row, department: id };
  });
}

function groupOf(row: Row, query: CubeQuery): CubeGroup {
  const amounts = Object.fromEntries(amountColumns(query).map((column) => [column, Number(row[`${column}_fen`] ?? 0)]));
  const keys = Object.fromEntries(query.dimensions.map((dimension) => [dimension, String(row[dimension] ?? '')]));
  return { keys, accounts: row.accounts, disputed: row.disputed, half: row.half, amounts, line: row.line ?? null };
}

/** So many rows are read to be counted together under present codes. */
const MOST_READ = 60_000;

/** Sums by the dimensions that rows are grouped by. */
export interface CubeGroups {
  groups: CubeGroup[];
  /** where former codes are counted under present ones: the same amounts under the printed codes */
  printed: CubeGroup[] | null;
  truncated: boolean;
  notes: string[];
}

/** The sums by the dimensions that rows are grouped by, cut at `limit`. */
export function cubeGroups(db: Db, query: CubeQuery, limit: number): CubeGroups {
  const read = (asked: CubeQuery, level: number, most: number): Row[] =>
    isSummed(asked) ? scopeRows(db, asked, level, most) : departmentRows(db, asked, level, most);
  const { likeForLike: isLike, list, codes = [] } = query;
  const isMoving =
    isLike === true && list === 'functional' && (codes.length > 0 || query.dimensions.some((one) => one in CODE_KEYS));
  if (!isMoving) {
    const rows = read(query, levelOfCube(query), limit + 1);
    return {
      groups: rows.slice(0, limit).map((row) => groupOf(row, query)),
      printed: null,
      truncated: rows.length > limit,
      notes: [],
    };
  }
  const finest: CubeQuery = {
    ...query,
    codes: withFormerCodes(db, codes),
    dimensions: [...new Set([...query.dimensions, 'year', 'subitem'] as const)],
  };
  const rows = read(finest, 3, MOST_READ + 1);
  const { groups, printed, moved } = likeForLike(
    db,
    rows.slice(0, MOST_READ).map((row) => groupOf(row, finest)),
    query,
  );
  return {
    groups: groups.slice(0, limit),
    printed,
    truncated: rows.length > MOST_READ || groups.length > limit,
    notes:
      moved.length === 0 ? [] : [`按现行科目归并：${moved.slice(0, 20).join('、')}${moved.length > 20 ? ' 等' : ''}`],
  };
}
