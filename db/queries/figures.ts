import { MEASURES, type MeasureId } from '../../lib/measures';
import { unitOf } from '../../lib/units';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

/**
 * What can be ranked and drawn over the years: a measure as published (`total_expenditure`) or a metric (`growth_total`),
 * under one kind of id.
 */
export type FigureId = MeasureId | (string & {});

export interface FigureName {
  figure: FigureId;
  kind: 'measure' | 'metric';
  label: string;
  /** 万元, %, 万元/人, 分; of counts what is counted: 人, 辆 */
  unit: string;
  /** of a metric, in words */
  formula: string | null;
}

export type { Figure } from '../../lib/figure';

interface FigureNameRow extends FigureName {
  id: number;
  additive: number;
}

const isMeasure = (figure: string): figure is MeasureId => figure in MEASURES;

const readNames = (db: Db): Map<string, FigureNameRow> =>
  new Map(
    preparedSql<FigureNameRow>(
      db,
      'SELECT id, figure, kind, label, unit, formula, additive FROM figure_names ORDER BY id',
    )
      .all()
      .map((row) => [row.figure, { ...row, unit: row.unit || (isMeasure(row.figure) ? unitOf(row.figure) : '') }]),
  );

/** The figure's number in the store with its name; undefined for an unknown one. */
export const figureRow = (db: Db, figure: FigureId): FigureNameRow | undefined => perVersion(db, readNames).get(figure);

/** Every figure the store knows, in the order of the measures, then of the metrics. */
export async function getFigureNames(db: Db): Promise<FigureName[]> {
  return snapshot(db, () =>
    [...perVersion(db, readNames).values()].map(({ id: _id, additive: _additive, ...name }) => name),
  );
}

/** The years with accounts, ascending. */
export async function getYears(db: Db): Promise<number[]> {
  const sql = "SELECT year FROM region_years WHERE region = '000000' ORDER BY year";
  return preparedSql<{ year: number }>(db, sql)
    .all()
    .map(({ year }) => year);
}
