import 'server-only';
import type { LeadingChange } from '../../db/queries/leadingChanges';
import { getMovements, type Movement, type MovementQuery } from '../../db/queries/movements';
import { getPublishedGrowth } from '../../db/queries/publishedGrowth';
import { Decimal } from '../../lib/amount';
import { measureOf } from '../../lib/measures';
import { type MovementCells, movementCells } from '../../lib/panels/movementCells';
import type { PrintedReason } from '../../lib/reasons';
import type { Store } from '../_store/store';
import { askLeading, askReason } from './askReason';

/** A movement with the cells that show it. */
export interface ShownMovement extends Movement {
  year: number;
  cells: MovementCells;
  /** line of the account's document that says how the figure moved, or prints it */
  line: number | null;
  /** why, in the document's words, where it says so there */
  reason: PrintedReason | undefined;
  /** where the document says nothing there: the 项 that moved most */
  leading: LeadingChange | undefined;
}

type Dated = Movement & { year: number };

const sizeOf = (order: MovementQuery['order'], { change, growth }: Movement): Decimal =>
  new Decimal(order === 'growth' ? (growth?.value ?? 0) : change.value).abs();

/** Of all years the largest of each year's largest. */
async function largest(
  { db }: Store,
  query: Omit<MovementQuery, 'year'>,
  years: readonly number[],
  limit: number,
): Promise<{ rows: Dated[]; total: number }> {
  const parts = await Promise.all(
    years.map(async (year) => {
      const { rows, total } = await getMovements(db, { ...query, year, limit });
      return { rows: rows.map((row): Dated => ({ ...row, year })), total };
    }),
  );
  return {
    rows: parts
      .flatMap(({ rows }) => rows)
      .sort((one, other) => sizeOf(query.order, other).cmp(sizeOf(query.order, one)))
      .slice(0, limit),
    total: parts.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The largest movements of a year, or of all the years given, as they are shown. */
export async function askMovements(
  store: Store,
  query: Omit<MovementQuery, 'year'>,
  year: number | null,
  years: readonly number[],
  limit: number,
  { reasons = true } = {},
): Promise<{ rows: ShownMovement[]; total: number }> {
  const { rows, total } = await largest(store, query, year === null ? years : [year], limit);
  const growth = await getPublishedGrowth(store.db, query.figure, rows);
  const { label } = measureOf(query.figure);
  const shown = rows.map(async (row): Promise<ShownMovement> => {
    const published = growth.get(`${row.department} ${row.year}`) ?? null;
    const derived = row.before.source === 'derived';
    const beforeAccount = derived ? row.account : `${row.department}-${row.year - 1}`;
    const line = published?.line ?? row.now.line;
    const reason = reasons && line !== null ? await askReason(store, row.account, query.figure, line) : undefined;
    const leading = reasons && !reason ? await askLeading(store, query.figure, row, row.year) : undefined;
    return { ...row, line, reason, leading, cells: movementCells({ ...row, beforeAccount, label, published }) };
  });
  return { total, rows: await Promise.all(shown) };
}
