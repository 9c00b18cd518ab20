import type { MovingId } from '../moving';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { departmentNumber } from './departmentColumns';
import { type Figure, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';

/** The metric under which a document's own rate of growth is kept. */
const GROWTH: Partial<Record<MovingId, string>> = {
  total_expenditure: 'growth_total',
  general_expenditure: 'growth_general_budget',
  agency_operating_cost: 'growth_agency_operating_cost',
};

/** The rates of growth that documents print of a figure, by `department year`; rates that are not printed are left out. */
export async function getPublishedGrowth(
  db: Db,
  figure: MovingId,
  of: readonly { department: string; year: number }[],
): Promise<Map<string, Figure>> {
  return snapshot(db, () => {
    const metric = GROWTH[figure];
    const name = metric === undefined ? undefined : figureRow(db, metric);
    if (!name) return new Map();
    const sql = `SELECT value, low, high, decimals, source, disputed, reason, line FROM figures
      WHERE department = ? AND figure = ? AND year = ? AND source = 'printed'`;
    return new Map(
      of.flatMap(({ department, year }): [string, Figure][] => {
        const row = preparedSql<FigureColumns>(db, sql).get(departmentNumber(db, department) ?? -1, name.id, year);
        return row ? [[`${department} ${year}`, figureOf(row, name.unit)]] : [];
      }),
    );
  });
}
