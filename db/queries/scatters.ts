import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { criterionOf } from './criterion';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { type Figure, type FigureId, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import type { PeerFilter } from './peers';
import { populationOf } from './standings';

export interface ScatterPoint {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  x: Figure;
  y: Figure;
}

/** Where a department stands, in millionths of either figure's unit: enough to draw it, not to quote it. */
export interface ScatterPlace {
  /** of the department */
  number: number;
  x: number;
  y: number;
  disputed: boolean;
  chosen: boolean;
}

export interface Scatter {
  /** by the first figure, the largest first */
  places: ScatterPlace[];
  /** departments with both figures; more than `places` when cut */
  total: number;
  /** in Chinese: what makes these departments peers */
  criterion: string;
}

interface ScatterQuery {
  x: FigureId;
  y: FigureId;
  year: number;
}

/** So many places are drawn; of more, the largest by the first figure. */
const MOST_PLACES = 2_000;

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

const OTHER =
  'CROSS JOIN figures o ON o.department = f.department AND o.figure = ? AND o.year = f.year AND o.value IS NOT NULL';

/** Two figures of one year against each other, at most 2 000 departments; those chosen are always among them. */
export async function getScatter(
  db: Db,
  query: ScatterQuery & { chosen?: readonly string[] } & PeerFilter,
): Promise<Scatter> {
  return snapshot(db, () => {
    const criterion = criterionOf(db, query, query.year);
    const [x, y] = [figureRow(db, query.x), figureRow(db, query.y)];
    if (!x || !y) return { places: [], total: 0, criterion };
    const population = populationOf(x.id, query);
    const chosen = new Set(departmentNumbers(db, query.chosen ?? []));
    const sql = `SELECT f.department, f.value, o.value, f.disputed OR o.disputed
      FROM (SELECT f.department, f.year, f.value, f.disputed ${population.sql}) f ${OTHER} ORDER BY f.value DESC`;
    const rows = preparedSql<[number, number, number, number]>(db, sql)
      .raw()
      .all(...population.values, y.id);
    const places = rows.map(([number, x, y, disputed]) => ({
      number,
      x,
      y,
      disputed: disputed === 1,
      chosen: chosen.has(number),
    }));
    return { places: places.filter((place, at) => at < MOST_PLACES || place.chosen), total: rows.length, criterion };
  });
}

/** Both figures of some departments, as printed, by the departments' numbers. */
export async function getScatterPoints(
  db: Db,
  query: ScatterQuery,
  departments: readonly number[],
): Promise<Map<number, ScatterPoint>> {
  const [x, y] = [figureRow(db, query.x), figureRow(db, query.y)];
  if (!x || !y) return new Map();
  const sql = `SELECT f.department AS number, a.id AS account, ${DEPARTMENT_COLUMNS}, ${lettered('x', 'f')}, ${lettered('y', 'o')}
    FROM json_each(?) n CROSS JOIN figures f ON f.department = n.value AND f.figure = ? AND f.year = ? AND f.value IS NOT NULL ${OTHER}
    CROSS JOIN accounts a ON a.key = f.account CROSS JOIN departments d ON d.id = f.department
    LEFT JOIN regions g ON g.code = d.region`;
  const rows = preparedSql<PointRow>(db, sql).all(JSON.stringify(departments), x.id, query.year, y.id);
  return new Map(
    rows.map((row) => {
      const { kind: _kind, ...head } = headOf(row);
      const [one, other] = [figureOf(columnsOf(row, 'x'), x.unit), figureOf(columnsOf(row, 'y'), y.unit)];
      return [row.number, { account: row.account, ...head, x: one, y: other }];
    }),
  );
}
