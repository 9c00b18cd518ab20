import type { Db } from '../open';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import type { Figure, FigureId } from './figures';
import type { PeerFilter } from './peers';

/** A department's place among its peers. */
export interface RankingRow {
  account: string;
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  figure: Figure;
  /** 1 + the number of departments that are certainly higher; departments whose ranges overlap share it */
  rank: number;
  /** the lowest place that the rounding allows */
  worst: number;
  /** another department has the same rank */
  shared: boolean;
}

export interface Ranking extends Paged<RankingRow> {
  /** departments of the filter without the figure, published or not */
  missing: number;
  /** in Chinese: what makes these departments peers */
  criterion: string;
  /** the department asked for, wherever it stands */
  chosen: RankingRow[];
}

export interface RankingQuery extends PeerFilter, PageBounds {
  figure: FigureId;
  year: number;
  order?: 'descending' | 'ascending';
  /** `<region code>-<slug>`: shown whatever page they are on */
  chosen?: readonly string[];
}

export async function getRanking(_db: Db, query: RankingQuery): Promise<Ranking> {
  return { rows: [], total: 0, ...boundsOf(query), missing: 0, criterion: '', chosen: [] };
}

/** Among how many departments: decimal texts in the figure's unit. */
export interface Distribution {
  unit: string;
  count: number;
  missing: number;
  minimum: string;
  quartiles: [string, string, string];
  maximum: string;
  /** ends of equal bins, on a logarithmic scale where all values are positive and span two orders of magnitude */
  bins: { low: string; high: string; count: number }[];
  logarithmic: boolean;
  criterion: string;
  chosen: RankingRow[];
}

/** Undefined when no department of the filter has the figure. */
export async function getDistribution(
  _db: Db,
  _query: Omit<RankingQuery, 'limit' | 'offset' | 'order'>,
): Promise<Distribution | undefined> {
  return undefined;
}

export interface ScatterPoint {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  x: Figure;
  y: Figure;
}

export interface Scatter {
  points: ScatterPoint[];
  /** departments with both figures; more than `points` when cut */
  total: number;
  criterion: string;
}

/** Two figures of one year against each other, at most 2 000 departments. */
export async function getScatter(
  _db: Db,
  _query: { x: FigureId; y: FigureId; year: number; chosen?: readonly string[] } & PeerFilter,
): Promise<Scatter> {
  return { points: [], total: 0, criterion: '' };
}
