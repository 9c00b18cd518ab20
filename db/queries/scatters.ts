import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { criterionOf } from './criterion';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { type Figure, type FigureId, figureRow } from './figures';
import { millionthsText } from './millionths';
import type { PeerFilter } from './peers';
import { populationOf } from './rankings';

/** A coordinate: enough to draw, and to say what is in doubt. */
export type Coordinate = Pick<Figure, 'value' | 'low' | 'high' | 'unit' | 'disputed'>;

export interface ScatterPoint {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  x: Coordinate;
  y: Coordinate;
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

interface PointRow extends DepartmentColumns {
  number: number;
  account: string;
  x: number;
  xLow: number;
  xHigh: number;
  xDisputed: number;
  y: number;
  yLow: number;
  yHigh: number;
  yDisputed: number;
}

const coordinate = (value: number, low: number, high: number, disputed: number, unit: string): Coordinate => ({
  value: millionthsText(value),
  low: millionthsText(low),
  high: millionthsText(high),
  unit,
  disputed: disputed === 1,
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
    const sql = `SELECT p.department AS number, a.id AS account, ${DEPARTMENT_COLUMNS}, p.value AS x, p.low AS xLow, p.high AS xHigh,
        p.disputed AS xDisputed, o.value AS y, o.low AS yLow, o.high AS yHigh, o.disputed AS yDisputed
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
          x: coordinate(row.x, row.xLow, row.xHigh, row.xDisputed, x.unit),
          y: coordinate(row.y, row.yLow, row.yHigh, row.yDisputed, y.unit),
        };
      }),
      total: rows.length,
      criterion,
    };
  });
}
