import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { criterionOf } from './criterion';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { type Figure, type FigureId, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import type { PeerFilter } from './peers';
import { populationOf } from './rankings';

export interface ScatterPoint {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  x: Figure;
  y: Figure;
}

export interface Scatter {
  points: ScatterPoint[];
  /** departments with both figures; more than `points` when cut */
  total: number;
  /** in Chinese: what makes these departments peers */
  criterion: string;
}

/** So many points are drawn; of more, the largest by the first figure. */
const MOST_POINTS = 2_000;

const COLUMNS = ['value', 'low', 'high', 'decimals', 'source', 'disputed', 'reason', 'line'] as const;

/** The columns of a figure, each with a letter in front. */
type Lettered<Letter extends string> = {
  [Column in keyof FigureColumns as `${Letter}_${Column}`]: FigureColumns[Column];
};

interface PointRow extends DepartmentColumns, Lettered<'x'>, Lettered<'y'> {
  number: number;
  account: string;
}

const lettered = (letter: 'x' | 'y', table: string): string =>
  COLUMNS.map((column) => `${table}.${column} AS ${letter}_${column}`).join(', ');

const columnsOf = (row: PointRow, letter: 'x' | 'y'): FigureColumns => ({
  value: row[`${letter}_value`],
  low: row[`${letter}_low`],
  high: row[`${letter}_high`],
  decimals: row[`${letter}_decimals`],
  source: row[`${letter}_source`],
  disputed: row[`${letter}_disputed`],
  reason: row[`${letter}_reason`],
  line: row[`${letter}_line`],
});

/** Two figures of one year against each other, at most 2 000 departments; those chosen are always among them. */
export async function getScatter(
  db: Db,
  query: { x: FigureId; y: FigureId; year: number; chosen?: readonly string[] } & PeerFilter,
): Promise<Scatter> {
  return snapshot(db, () => {
    const criterion = criterionOf(db, query, query.year);
    const [x, y] = [figureRow(db, query.x), figureRow(db, query.y)];
    if (!x || !y) return { points: [], total: 0, criterion };
    const population = populationOf(x.id, query);
    const chosen = new Set(departmentNumbers(db, query.chosen ?? []));
    const sql = `SELECT p.department AS number, a.id AS account, ${DEPARTMENT_COLUMNS}, ${lettered('x', 'p')}, ${lettered('y', 'o')}
      FROM (SELECT f.* ${population.sql}) p
      CROSS JOIN figures o ON o.department = p.department AND o.figure = ? AND o.year = p.year AND o.value IS NOT NULL
      CROSS JOIN accounts a ON a.key = p.account CROSS JOIN departments d ON d.id = p.department
      LEFT JOIN regions g ON g.code = d.region ORDER BY p.value DESC`;
    const rows = preparedSql<PointRow>(db, sql).all(...population.values, y.id);
    const kept = rows.filter(({ number }, index) => index < MOST_POINTS || chosen.has(number));
    return {
      points: kept.map((row) => {
        const { kind: _kind, ...head } = headOf(row);
        return {
          account: row.account,
          ...head,
          x: figureOf(columnsOf(row, 'x'), x.unit),
          y: figureOf(columnsOf(row, 'y'), y.unit),
        };
      }),
      total: rows.length,
      criterion,
    };
  });
}
