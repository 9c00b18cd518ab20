import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { departmentConditions, peerConditions } from './conditions';
import { departmentNumbers } from './departmentColumns';
import { type FigureId, figureRow } from './figures';
import { moneyWithin } from './millionths';
import { MOST_DEPARTMENTS, type PeerFilter, type Scope, WHOLE_STORE } from './peers';
import type { Money } from './spending';
import { populationOf } from './standings';

/** The sum of a measure over the departments of a scope: of those that published it, which `accounts` of `known` did. */
export interface YearTotal {
  year: number;
  /** 万元; null where nobody published the measure */
  value: string | null;
  low: string | null;
  high: string | null;
  /** accounts with this measure */
  accounts: number;
  /** accounts stored */
  published: number;
  /** departments with an account of any year */
  known: number;
  disputed: number;
  /** every known department published an account with this measure */
  complete: boolean;
}

interface TotalRow {
  year: number;
  published: number;
  departments: number | null;
  disputed: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
}

function ofRegion(db: Db, figure: number, region: string): TotalRow[] {
  const sql = `SELECT y.year, y.departments AS published, f.departments, f.disputed, f.value, f.low, f.high
    FROM region_years y LEFT JOIN region_figures f ON f.region = y.region AND f.figure = ? AND f.year = y.year
    WHERE y.region = ? ORDER BY y.year`;
  return preparedSql<TotalRow>(db, sql).all(figure, region);
}

function ofDepartments(db: Db, figure: number, numbers: readonly number[]): TotalRow[] {
  const sql = `SELECT r.year, count(*) AS published, count(f.value) AS departments, sum(f.disputed) AS disputed,
      sum(f.value) AS value, sum(f.low) AS low, sum(f.high) AS high
    FROM json_each(?) d JOIN account_rollups r ON r.department = d.value
    LEFT JOIN figures f ON f.department = r.department AND f.figure = ? AND f.year = r.year AND f.value IS NOT NULL
    GROUP BY r.year ORDER BY r.year`;
  return preparedSql<TotalRow>(db, sql).all(JSON.stringify(numbers), figure);
}

function totalOf({ year, published, departments, disputed, value, low, high }: TotalRow, known: number): YearTotal {
  const accounts = departments ?? 0;
  const isPrinted = accounts > 0 && value !== null && low !== null && high !== null;
  const amounts = isPrinted ? moneyWithin(value, low, high) : { value: null, low: null, high: null };
  return { year, ...amounts, accounts, published, known, disputed: disputed ?? 0, complete: accounts === known };
}

function countKnown(db: Db, peers: Omit<PeerFilter, 'size'>): number {
  const { sql, values } = departmentConditions(peers);
  const join = peers.level === undefined ? '' : 'LEFT JOIN regions g ON g.code = d.region';
  const counted = `SELECT count(*) AS n FROM departments d ${join} WHERE ${sql}`;
  return preparedSql<{ n: number }>(db, counted).get(...values)?.n ?? 0;
}

/** By year, ascending; undefined when the figure cannot be added up (a ratio). */
export async function getTotals(db: Db, query: { figure: FigureId } & Scope): Promise<YearTotal[] | undefined> {
  return snapshot(db, () => {
    const name = figureRow(db, query.figure);
    if (name?.additive !== 1) return undefined;
    if (query.departments) {
      const numbers = departmentNumbers(db, query.departments.slice(0, MOST_DEPARTMENTS));
      return ofDepartments(db, name.id, numbers).map((row) => totalOf(row, numbers.length));
    }
    const known = countKnown(db, query.region === undefined ? {} : { region: query.region });
    return ofRegion(db, name.id, query.region ?? WHOLE_STORE).map((row) => totalOf(row, known));
  });
}

/** One year's sum of a measure over peers; undefined when the figure cannot be added up. */
export async function getYearTotal(
  db: Db,
  { figure, year, ...peers }: { figure: FigureId; year: number } & Omit<PeerFilter, 'size'>,
): Promise<YearTotal | undefined> {
  if (peers.level === undefined && peers.kind === undefined) {
    const totals = await getTotals(db, { figure, ...peers });
    return totals?.find((total) => total.year === year);
  }
  return snapshot(db, () => {
    const name = figureRow(db, figure);
    if (name?.additive !== 1) return undefined;
    const { sql, values } = peerConditions(peers);
    const summed = `SELECT r.year, count(*) AS published, count(f.value) AS departments, sum(f.disputed) AS disputed,
        sum(f.value) AS value, sum(f.low) AS low, sum(f.high) AS high
      FROM account_rollups r LEFT JOIN figures f ON f.department = r.department AND f.figure = ? AND f.year = r.year AND f.value IS NOT NULL
      WHERE r.year = ? AND ${sql} GROUP BY r.year`;
    const row = preparedSql<TotalRow>(db, summed).get(name.id, year, ...values);
    return row && totalOf(row, countKnown(db, peers));
  });
}

/** A measure summed over the departments whose accounts print it in a year and in the year before, so that the two can be compared. */
export interface PairedTotal {
  departments: number;
  now: Money;
  before: Money;
  /** departments in whose figures one is disputed */
  disputed: number;
}

interface PairedRow {
  departments: number;
  disputed: number | null;
  value: number | null;
  low: number;
  high: number;
  earlier: number;
  earlierLow: number;
  earlierHigh: number;
}

/** Undefined when the figure cannot be added up, or when no department prints it in both years. */
export async function getPairedTotal(
  db: Db,
  { figure, year, ...peers }: { figure: FigureId; year: number } & Omit<PeerFilter, 'size'>,
): Promise<PairedTotal | undefined> {
  return snapshot(db, () => {
    const name = figureRow(db, figure);
    if (name?.additive !== 1) return undefined;
    const { sql, values } = populationOf(name.id, { ...peers, year });
    const summed = `SELECT count(*) AS departments, sum(f.disputed OR b.disputed) AS disputed, sum(f.value) AS value, sum(f.low) AS low,
        sum(f.high) AS high, sum(b.value) AS earlier, sum(b.low) AS earlierLow, sum(b.high) AS earlierHigh
      FROM (SELECT f.department, f.year, f.value, f.low, f.high, f.disputed ${sql}) f
      CROSS JOIN figures b ON b.department = f.department AND b.figure = ? AND b.year = f.year - 1 AND b.value IS NOT NULL`;
    const row = preparedSql<PairedRow>(db, summed).get(...values, name.id);
    if (!row || row.value === null) return undefined;
    return {
      departments: row.departments,
      now: moneyWithin(row.value, row.low, row.high),
      before: moneyWithin(row.earlier, row.earlierLow, row.earlierHigh),
      disputed: row.disputed ?? 0,
    };
  });
}
