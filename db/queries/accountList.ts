import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { searchAccounts } from './accountSearch';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { type Conditions, joined, peerConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, headOf } from './departmentColumns';
import { type Figure, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import { type PeerFilter, WHOLE_STORE } from './peers';

/** The figures that a list of accounts shows. */
export const ENTRY_FIGURES = [
  'total_expenditure',
  'year_expenditure',
  'basic_expenditure',
  'project_expenditure',
  'general_expenditure',
  'agency_operating_cost',
  'headcount_actual',
  'headcount_quota',
] as const;
export type EntryFigure = (typeof ENTRY_FIGURES)[number];

/** An account as lists and choices show it, from the rollups. */
export interface AccountEntry {
  id: string;
  /** `<region code>-<slug>` */
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  year: number;
  errors: number;
  warnings: number;
  notes: number;
  /** statements with figures, of those found or listed */
  filled: number;
  statements: number;
  /** those that are not to be had are left out */
  figures: Partial<Record<EntryFigure, Figure>>;
}

export const ACCOUNT_ORDERS = ['name', 'year', 'findings', 'amount'] as const;
export type AccountOrder = (typeof ACCOUNT_ORDERS)[number];

export type AccountListQuery = Omit<PeerFilter, 'size'> &
  PageBounds & {
    /** department, pinyin, region, year */
    text?: string;
    year?: number;
    /** accounts with errors only */
    faulty?: boolean;
    /** findings and amount are asked of one year; without a year they are by name */
    order?: AccountOrder;
    /** all of them, unless given */
    figures?: readonly EntryFigure[];
  };

export interface AccountListPage extends Paged<AccountEntry> {
  /** the year that the words or the query ask for */
  year: number | null;
}

interface EntryRow extends DepartmentColumns {
  number: number;
  id: string;
  year: number;
  errors: number;
  warnings: number;
  notes: number;
  filled: number;
  statements: number;
}

const COLUMNS = `r.department AS number, a.id, ${DEPARTMENT_COLUMNS}, r.year, r.errors, r.warnings, r.notes, r.filled, r.statements`;
const ENTRY = `SELECT ${COLUMNS} FROM account_rollups r CROSS JOIN accounts a ON a.key = r.account
  CROSS JOIN departments d ON d.id = r.department LEFT JOIN regions g ON g.code = d.region WHERE r.account = ?`;
/** Departments lead where they decide the order, so that no more is read than is shown. */
const BY_NAME = 'departments d CROSS JOIN account_rollups r ON r.department = d.id';
const BY_YEAR = 'account_rollups r CROSS JOIN departments d ON d.id = r.department';

const AMOUNT = '(SELECT f.value FROM figures f WHERE f.department = r.department AND f.figure = ? AND f.year = r.year)';

function orderOf(db: Db, order: AccountOrder, year: number | null): { from: string; sql: string; values: number[] } {
  const name = "coalesce(d.region, ''), d.slug, r.year DESC";
  if (order === 'year' && year === null)
    return { from: BY_YEAR, sql: 'r.year DESC, r.region DESC, r.account DESC', values: [] };
  if (order === 'findings' && year !== null)
    return { from: BY_YEAR, sql: `r.errors DESC, r.warnings DESC, ${name}`, values: [] };
  const total = figureRow(db, 'total_expenditure');
  if (order === 'amount' && year !== null && total)
    return { from: BY_YEAR, sql: `${AMOUNT} DESC NULLS LAST, ${name}`, values: [total.id] };
  return { from: BY_NAME, sql: name, values: [] };
}

function countOf(db: Db, query: AccountListQuery, year: number | null, { sql, values }: Conditions): number {
  const { region, level, kind, text, faulty } = query;
  const isKept = level === undefined && kind === undefined && text === undefined && faulty !== true;
  const kept = `SELECT sum(departments) AS n FROM region_years WHERE region = ?${year === null ? '' : ' AND year = ?'}`;
  const counted = `SELECT count(*) AS n FROM account_rollups r JOIN departments d ON d.id = r.department WHERE ${sql}`;
  const row = isKept
    ? preparedSql<{ n: number | null }>(db, kept).get(region ?? WHOLE_STORE, ...(year === null ? [] : [year]))
    : preparedSql<{ n: number | null }>(db, counted).get(...values);
  return row?.n ?? 0;
}

function figuresOf(db: Db, { number, year }: EntryRow, asked: readonly EntryFigure[]): AccountEntry['figures'] {
  const sql = `SELECT value, low, high, decimals, source, disputed, reason, line FROM figures
    WHERE department = ? AND figure = ? AND year = ? AND value IS NOT NULL`;
  const figures: AccountEntry['figures'] = {};
  for (const figure of asked) {
    const name = figureRow(db, figure);
    const row = name && preparedSql<FigureColumns>(db, sql).get(number, name.id, year);
    if (row) figures[figure] = figureOf(row, name.unit);
  }
  return figures;
}

function entryOf(db: Db, row: EntryRow, asked: readonly EntryFigure[]): AccountEntry {
  const { kind: _kind, ...head } = headOf(row);
  const { id, year, errors, warnings, notes, filled, statements } = row;
  return { id, ...head, year, errors, warnings, notes, filled, statements, figures: figuresOf(db, row, asked) };
}

const entryByKey = (db: Db, key: number, asked: readonly EntryFigure[] = ENTRY_FIGURES): AccountEntry[] =>
  preparedSql<EntryRow>(db, ENTRY)
    .all(key)
    .map((row) => entryOf(db, row, asked));

/** A page of the stored accounts that a search and filters leave. */
export async function getAccountList(db: Db, query: AccountListQuery = {}): Promise<AccountListPage> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query, 30);
    const searched = query.text === undefined ? {} : searchAccounts(db, query.text);
    const year = query.year ?? searched.year ?? null;
    const peers = peerConditions(query);
    const more = joined([
      ...(year === null ? [] : [['r.year = ?', year] as const]),
      ...(query.faulty ? [['r.errors > 0'] as const] : []),
      ...(searched.departments
        ? [['d.id IN (SELECT value FROM json_each(?))', JSON.stringify(searched.departments)] as const]
        : []),
    ]);
    const conditions = { sql: `${peers.sql} AND ${more.sql}`, values: [...peers.values, ...more.values] };
    const order = orderOf(db, query.order ?? 'name', year);
    const sql = `SELECT r.account AS key FROM ${order.from} WHERE ${conditions.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`;
    const keys = preparedSql<{ key: number }>(db, sql).all(...conditions.values, ...order.values, limit, offset);
    const total = countOf(db, query, year, conditions);
    return { rows: keys.flatMap(({ key }) => entryByKey(db, key, query.figures)), total, limit, offset, year };
  });
}

const MOST_ASKED = 60;

/** The accounts in the order of the ids; those not stored are left out. */
export async function getAccountEntries(db: Db, ids: readonly string[]): Promise<AccountEntry[]> {
  return snapshot(db, () =>
    ids.slice(0, MOST_ASKED).flatMap((id) => {
      const found = preparedSql<{ key: number }>(db, 'SELECT key FROM accounts WHERE id = ?').get(id);
      return found ? entryByKey(db, found.key) : [];
    }),
  );
}
