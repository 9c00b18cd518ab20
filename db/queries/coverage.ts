import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { departmentConditions, peerConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, headOf } from './departmentColumns';
import { type PeerFilter, WHOLE_STORE } from './peers';

/** A stored account in the grid of departments × years. */
export interface CoverageCell {
  year: number;
  /** the account's id */
  account: string;
  errors: number;
  warnings: number;
  notes: number;
  /** measures whose printed places contradict each other */
  disputed: number;
  /** statements with figures, of those found or listed */
  filled: number;
  statements: number;
}

export interface CoverageRow {
  /** `<region code>-<slug>` */
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  /** stored accounts only: a year without one is a gap */
  cells: CoverageCell[];
}

/** How complete a year is among the departments asked for. */
export interface YearCoverage {
  year: number;
  published: number;
  /** departments with an account of any year */
  known: number;
  errors: number;
  warnings: number;
  /** accounts with a finding of severity error */
  faulty: number;
}

export interface Coverage extends Paged<CoverageRow> {
  years: YearCoverage[];
}

export type CoverageQuery = Omit<PeerFilter, 'size'> &
  PageBounds & {
    fromYear?: number;
    toYear?: number;
    /** departments without an account of the year, or with errors in it, the most first */
    state?: { year: number; is: 'missing' | 'faulty' };
  };

type Span = readonly [from: number, to: number];

const spanOf = ({ fromYear = 0, toYear = 9999 }: CoverageQuery): Span => [fromYear, toYear];
const isFiltered = ({ level, kind }: CoverageQuery): boolean => level !== undefined || kind !== undefined;

function countDepartments(db: Db, query: CoverageQuery): number {
  const { sql, values } = departmentConditions(query);
  const join = query.level === undefined ? '' : 'LEFT JOIN regions g ON g.code = d.region';
  return (
    preparedSql<{ n: number }>(db, `SELECT count(*) AS n FROM departments d ${join} WHERE ${sql}`).get(...values)?.n ??
    0
  );
}

/** Of a region the sums are kept; of kinds and levels they are counted over the departments asked for. */
function yearsOf(db: Db, query: CoverageQuery, known: number): YearCoverage[] {
  const span = spanOf(query);
  if (!isFiltered(query)) {
    const sql = `SELECT year, departments AS published, errors, warnings, faulty FROM region_years
      WHERE region = ? AND year BETWEEN ? AND ? ORDER BY year`;
    const rows = preparedSql<Omit<YearCoverage, 'known'>>(db, sql).all(query.region ?? WHOLE_STORE, ...span);
    return rows.map((row) => ({ ...row, known }));
  }
  const { sql, values } = peerConditions(query);
  const counted = `SELECT year, count(*) AS published, sum(errors) AS errors, sum(warnings) AS warnings, sum(errors > 0) AS faulty
    FROM account_rollups r WHERE ${sql} AND year BETWEEN ? AND ? GROUP BY year ORDER BY year`;
  const rows = preparedSql<Omit<YearCoverage, 'known'>>(db, counted).all(...values, ...span);
  return rows.map((row) => ({ ...row, known }));
}

function cellsOf(db: Db, number: number, span: Span): CoverageCell[] {
  const sql = `SELECT r.year, a.id AS account, r.errors, r.warnings, r.notes, r.disputed, r.filled, r.statements
    FROM account_rollups r JOIN accounts a ON a.key = r.account
    WHERE r.department = ? AND r.year BETWEEN ? AND ? ORDER BY r.year`;
  return preparedSql<CoverageCell>(db, sql).all(number, ...span);
}

/** How complete the years are, of all departments asked for. */
export async function getYearCoverage(db: Db, query: CoverageQuery = {}): Promise<YearCoverage[]> {
  return snapshot(db, () => yearsOf(db, query, countDepartments(db, query)));
}

const ERRORS = 'SELECT r.errors FROM account_rollups r WHERE r.department = d.id AND r.year = ?';

/** The condition of a state on departments `d`, and what comes first. */
function stateOf({ state }: CoverageQuery): { sql: string; first: string } {
  if (!state) return { sql: '', first: '' };
  if (state.is === 'missing') return { sql: `AND NOT EXISTS (${ERRORS})`, first: '' };
  return { sql: `AND EXISTS (${ERRORS} AND r.errors > 0)`, first: `(${ERRORS}) DESC,` };
}

function countShown(query: CoverageQuery, years: readonly YearCoverage[], total: number): number {
  if (!query.state) return total;
  const { year: asked, is } = query.state;
  const year = years.find((one) => one.year === asked);
  return is === 'missing' ? total - (year?.published ?? 0) : (year?.faulty ?? 0);
}

/** Departments × years, a page of departments by region and slug; the years' sums are of all departments asked for. */
export async function getCoverage(db: Db, query: CoverageQuery = {}): Promise<Coverage> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const { sql, values } = departmentConditions(query);
    const state = stateOf(query);
    const asked = query.state ? [query.state.year] : [];
    const page = `SELECT d.id AS number, ${DEPARTMENT_COLUMNS} FROM departments d LEFT JOIN regions g ON g.code = d.region
      WHERE ${sql} ${state.sql} ORDER BY ${state.first} coalesce(d.region, ''), d.slug LIMIT ? OFFSET ?`;
    const ordered = state.first === '' ? [] : asked;
    const heads = preparedSql<DepartmentColumns & { number: number }>(db, page).all(
      ...values,
      ...asked,
      ...ordered,
      limit,
      offset,
    );
    const known = countDepartments(db, query);
    const years = yearsOf(db, query, known);
    return {
      years,
      rows: heads.map((head) => ({ ...headOf(head), cells: cellsOf(db, head.number, spanOf(query)) })),
      total: countShown(
        query,
        query.state ? yearsOf(db, { ...query, fromYear: 0, toYear: 9999 }, known) : years,
        known,
      ),
      limit,
      offset,
    };
  });
}
