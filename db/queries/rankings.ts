import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { peerConditions } from './conditions';
import { criterionOf } from './criterion';
import {
  DEPARTMENT_COLUMNS,
  DEPARTMENT_ID,
  type DepartmentColumns,
  departmentNumbers,
  headOf,
} from './departmentColumns';
import { type Figure, type FigureId, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import { MOST_DEPARTMENTS, type PeerFilter } from './peers';
import { type Placed, placedOf } from './standings';

/** A department's place among its peers. */
export interface RankingRow {
  account: string;
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  figure: Figure;
  /** 1 + the number of departments that are certainly higher; departments whose ranges overlap share it */
  rank: number;
  /** the lowest place that the rounding allows */
  worst: number;
  /** another department has the same rank */
  shared: boolean;
}

export interface Ranking extends Paged<RankingRow> {
  /** departments of the filter without the figure, published or not */
  missing: number;
  /** in Chinese: what makes these departments peers */
  criterion: string;
  /** the department asked for, wherever it stands */
  chosen: RankingRow[];
}

export interface RankingQuery extends PeerFilter, PageBounds {
  figure: FigureId;
  year: number;
  order?: 'descending' | 'ascending';
  /** `<region code>-<slug>`: shown whatever page they are on */
  chosen?: readonly string[];
}

function countPeers(db: Db, { year, ...filter }: PeerFilter & { year: number }): number {
  const { sql, values } = peerConditions(filter);
  const counted = `SELECT count(*) AS n FROM account_rollups r WHERE r.year = ? AND ${sql}`;
  return preparedSql<{ n: number }>(db, counted).get(year, ...values)?.n ?? 0;
}

interface RowColumns extends DepartmentColumns, FigureColumns {
  account: string;
}

const ROW = `SELECT a.id AS account, ${DEPARTMENT_COLUMNS}, f.value, f.low, f.high, f.decimals, f.source, f.disputed, f.reason, f.line
  FROM figures f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = f.department
  LEFT JOIN regions g ON g.code = d.region WHERE f.department = ? AND f.figure = ? AND f.year = ?`;

function rowsOf(
  db: Db,
  chosen: readonly Placed[],
  name: { id: number; unit: string },
  year: number,
  shared: ReadonlySet<number>,
): RankingRow[] {
  return chosen.flatMap(({ department, rank, worst }): RankingRow[] => {
    const row = preparedSql<RowColumns>(db, ROW).get(department, name.id, year);
    if (!row) return [];
    return [
      { account: row.account, ...headOf(row), figure: figureOf(row, name.unit), rank, worst, shared: shared.has(rank) },
    ];
  });
}

function chosenOf(db: Db, all: readonly Placed[], chosen: readonly string[] | undefined): Placed[] {
  const numbers = departmentNumbers(db, (chosen ?? []).slice(0, MOST_DEPARTMENTS));
  return numbers.flatMap((number) => all.find(({ department }) => department === number) ?? []);
}

/** Departments of a year by a figure, the highest first. */
export async function getRanking(db: Db, query: RankingQuery): Promise<Ranking> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const criterion = criterionOf(db, query, query.year);
    const name = figureRow(db, query.figure);
    if (!name) return { rows: [], total: 0, limit, offset, missing: 0, criterion, chosen: [] };
    const { all, shared } = placedOf(db, name.id, query, query.order ?? 'descending');
    return {
      rows: rowsOf(db, all.slice(offset, offset + limit), name, query.year, shared),
      total: all.length,
      limit,
      offset,
      missing: countPeers(db, query) - all.length,
      criterion,
      chosen: rowsOf(db, chosenOf(db, all, query.chosen), name, query.year, shared),
    };
  });
}

/** The departments that have most of a figure in a year, the largest first; `<region code>-<slug>`. */
export async function getLargest(
  db: Db,
  { figure, year, limit }: { figure: FigureId; year: number; limit: number },
): Promise<string[]> {
  const sql = `SELECT ${DEPARTMENT_ID} AS id FROM figures f CROSS JOIN departments d ON d.id = f.department
    WHERE f.figure = ? AND f.year = ? AND f.value IS NOT NULL ORDER BY f.value DESC LIMIT ?`;
  const name = figureRow(db, figure);
  return name
    ? preparedSql<{ id: string }>(db, sql)
        .all(name.id, year, limit)
        .map(({ id }) => id)
    : [];
}
