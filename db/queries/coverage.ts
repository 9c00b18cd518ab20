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

export type CoverageQuery = Omit<PeerFilter, 'size'> & PageBounds & { fromYear?: number; toYear?: number };

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

/** Departments × years, a page of departments by region and slug; the years' sums are of all departments asked for. */
export async function getCoverage(db: Db, query: CoverageQuery = {}): Promise<Coverage> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const { sql, values } = departmentConditions(query);
    const page = `SELECT d.id AS number, ${DEPARTMENT_COLUMNS} FROM departments d LEFT JOIN regions g ON g.code = d.region
      WHERE ${sql} ORDER BY coalesce(d.region, ''), d.slug LIMIT ? OFFSET ?`;
    const heads = preparedSql<DepartmentColumns & { number: number }>(db, page).all(...values, limit, offset);
    const total = countDepartments(db, query);
    return {
      years: yearsOf(db, query, total),
      rows: heads.map((head) => ({ ...headOf(head), cells: cellsOf(db, head.number, spanOf(query)) })),
      total,
      limit,
      offset,
    };
  });
}
