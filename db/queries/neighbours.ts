import type { Db } from '../open';

export interface Neighbour {
  account: string;
  name: string;
  year: number;
  region: { code: string; name: string } | null;
}

export interface Neighbours {
  /** the same department, all stored years */
  years: { year: number; account: string }[];
  previousYear: Neighbour | null;
  nextYear: Neighbour | null;
  /** other departments of the region in the same year, at most 60 */
  region: Neighbour[];
  /** departments of the same kind in the same year, of the same province first, at most 24 */
  kind: Neighbour[];
}

export async function getNeighbours(_db: Db, _account: string): Promise<Neighbours | undefined> {
  return undefined;
}
