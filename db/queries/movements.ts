import type { MovingId } from '../moving';
import type { Db } from '../open';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import type { Figure } from './figures';
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

/** The largest movements of a year first, by amount or by rate without its sign. */
export async function getMovements(_db: Db, query: MovementQuery): Promise<Paged<Movement>> {
  return { rows: [], total: 0, ...boundsOf(query, 10) };
}
