import type { MovingId } from '../moving';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { peerConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, headOf } from './departmentColumns';
import { type Figure, figureRow } from './figures';
import { type FigureColumns, figureOf, moneyWithin } from './millionths';
import type { PeerFilter } from './peers';

export { MOVING, type MovingId } from '../moving';

/** How a department's figure moved from one year to the next. */
export interface Movement {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  now: Figure;
  /** of last year's account, or as this account's comparison implies it */
  before: Figure;
  /** 万元, with the bounds of rounding */
  change: { value: string; low: string; high: string };
  /** %; null where last year's amount is, or may be, zero */
  growth: { value: string; low: string; high: string } | null;
  /** the bounds leave no doubt about the direction */
  certain: boolean;
  disputed: boolean;
}

export type MovementQuery = { figure: MovingId; year: number; order?: 'change' | 'growth' } & Omit<PeerFilter, 'size'> &
  PageBounds;

interface MovementRow extends DepartmentColumns, FigureColumns {
  number: number;
  account: string;
  before: 'account' | 'comparison';
  change: number;
  changeLow: number;
  changeHigh: number;
  growth: number | null;
  growthLow: number | null;
  growthHigh: number | null;
}

/** CROSS JOIN keeps the order of reading: the largest movements first, and no more of them than are shown. */
const FROM = `FROM movements m CROSS JOIN account_rollups r ON r.department = m.department AND r.year = m.year
  CROSS JOIN accounts a ON a.key = r.account CROSS JOIN departments d ON d.id = m.department
  CROSS JOIN figures f ON f.department = m.department AND f.figure = m.figure AND f.year = m.year
  LEFT JOIN regions g ON g.code = d.region`;

function beforeOf(db: Db, row: MovementRow, figure: number, year: number): FigureColumns | undefined {
  const stored = `SELECT value, low, high, decimals, source, disputed, reason, line FROM figures
    WHERE department = ? AND figure = ? AND year = ?`;
  const implied = `SELECT value, low, high, 2 AS decimals, 'derived' AS source, disputed, reason, line FROM prior_figures
    WHERE department = ? AND figure = ? AND year = ?`;
  return preparedSql<FigureColumns>(db, row.before === 'account' ? stored : implied).get(row.number, figure, year - 1);
}

function movementOf(row: MovementRow, before: FigureColumns, unit: string): Movement {
  const { growth, growthLow, growthHigh, changeLow, changeHigh } = row;
  const { kind: _kind, ...head } = headOf(row);
  return {
    account: row.account,
    ...head,
    now: figureOf(row, unit),
    before: figureOf(before, unit),
    change: moneyWithin(row.change, changeLow, changeHigh),
    growth:
      growth === null || growthLow === null || growthHigh === null ? null : moneyWithin(growth, growthLow, growthHigh),
    certain: changeLow > 0 || changeHigh < 0,
    disputed: row.disputed === 1 || before.disputed === 1,
  };
}

/** The largest movements of a year first, by amount or by rate without its sign. */
export async function getMovements(db: Db, query: MovementQuery): Promise<Paged<Movement>> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query, 10);
    const name = figureRow(db, query.figure);
    if (!name) return { rows: [], total: 0, limit, offset };
    const peers = peerConditions(query);
    const byGrowth = query.order === 'growth';
    const where = `m.figure = ? AND m.year = ?${byGrowth ? ' AND m.growth IS NOT NULL' : ''}`;
    const values = [name.id, query.year, ...peers.values];
    const isWhole = peers.values.length === 0;
    const counted = isWhole
      ? 'FROM movements m'
      : `FROM movements m CROSS JOIN account_rollups r ON r.department = m.department AND r.year = m.year`;
    const count = preparedSql<{ n: number }>(db, `SELECT count(*) AS n ${counted} WHERE ${where} AND ${peers.sql}`);
    const rows = preparedSql<MovementRow>(
      db,
      `SELECT m.department AS number, a.id AS account, ${DEPARTMENT_COLUMNS}, m.before, m.change, m.change_low AS changeLow,
        m.change_high AS changeHigh, m.growth, m.growth_low AS growthLow, m.growth_high AS growthHigh,
        f.value, f.low, f.high, f.decimals, f.source, f.disputed, f.reason, f.line
      ${FROM} WHERE ${where} AND ${peers.sql} ORDER BY abs(m.${byGrowth ? 'growth' : 'change'}) DESC LIMIT ? OFFSET ?`,
    ).all(...values, limit, offset);
    return {
      rows: rows.flatMap((row) => {
        const before = beforeOf(db, row, name.id, query.year);
        return before ? [movementOf(row, before, name.unit)] : [];
      }),
      total: count.get(...values)?.n ?? 0,
      limit,
      offset,
    };
  });
}
