import { Decimal } from '../../../lib/amount';
import { MOVING } from '../../moving';
import { type Db, tables } from '../../open';
import { prepared } from '../../prepared';
import { insertInto } from '../insert';
import type { Bounded } from './millionths';

type MovementRow = typeof tables.movements.$inferInsert;

const level = ({ sqlite }: Db) =>
  sqlite.prepare<[number, number, number], Bounded>(
    'SELECT value, low, high FROM figures WHERE department = ? AND figure = ? AND year = ? AND value IS NOT NULL',
  );
const implied = ({ sqlite }: Db) =>
  sqlite.prepare<[number, number, number], Bounded>(
    'SELECT value, low, high FROM prior_figures WHERE department = ? AND figure = ? AND year = ?',
  );
const clear = ({ sqlite }: Db) =>
  sqlite.prepare<[number, number, number]>('DELETE FROM movements WHERE department = ? AND figure = ? AND year = ?');

/** Growth in millionths of a per cent; null where the amount before is, or may be, zero or negative. */
function growthOf(now: Bounded, before: Bounded): Pick<MovementRow, 'growth' | 'growthLow' | 'growthHigh'> {
  if (before.low <= 0) return { growth: null, growthLow: null, growthHigh: null };
  const rate = (one: number, other: number): Decimal => new Decimal(one).minus(other).div(other).times(100_000_000);
  const corners = [now.low, now.high].flatMap((one) => [rate(one, before.low), rate(one, before.high)]);
  const growth = rate(now.value, before.value).round();
  const ends = [Decimal.min(growth, ...corners).floor(), Decimal.max(growth, ...corners).ceil()] as const;
  if (ends.some((end) => end.abs().gt(Number.MAX_SAFE_INTEGER)))
    return { growth: null, growthLow: null, growthHigh: null };
  return { growth: growth.toNumber(), growthLow: ends[0].toNumber(), growthHigh: ends[1].toNumber() };
}

function movementOf(db: Db, department: number, figure: number, year: number): MovementRow | undefined {
  const now = prepared(db, level).get(department, figure, year);
  const stored = prepared(db, level).get(department, figure, year - 1);
  const before = stored ?? prepared(db, implied).get(department, figure, year - 1);
  if (!now || !before) return undefined;
  return {
    department,
    figure,
    year,
    before: stored ? 'account' : 'comparison',
    change: now.value - before.value,
    changeLow: now.low - before.high,
    changeHigh: now.high - before.low,
    ...growthOf(now, before),
  };
}

/** The movements a changed account takes part in: its own, and that of the year after. */
export function keepMovements(db: Db, department: number, year: number, numbers: ReadonlyMap<string, number>): void {
  for (const id of MOVING) {
    const figure = numbers.get(id);
    if (figure === undefined) continue;
    for (const one of [year, year + 1]) {
      prepared(db, clear).run(department, figure, one);
      const movement = movementOf(db, department, figure, one);
      if (movement) insertInto(db, tables.movements, [movement]);
    }
  }
}
