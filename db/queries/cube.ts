import type { Db } from '../open';
import type { RegionLevel, Scope } from './peers';
import type { CodeList, Money } from './spending';

export const CUBE_DIMENSIONS = [
  'department',
  'region',
  'kind',
  'year',
  'class',
  'item',
  'subitem',
  'fund',
  'nature',
] as const;
/** class 类 · item 款 · subitem 项 · nature basic/project/other, of economic codes personnel/operating */
export type CubeDimension = (typeof CUBE_DIMENSIONS)[number];

/** No cube has more rows; what is beyond is cut, and `truncated` says so. */
export const MOST_CUBE_ROWS = 10_000;

export interface CubeQuery extends Scope {
  list: CodeList;
  dimensions: readonly CubeDimension[];
  level?: RegionLevel;
  kind?: string;
  years?: readonly number[];
  /** only these codes and what is below them */
  codes?: readonly string[];
  likeForLike?: boolean;
  limit?: number;
}

export interface CubeRow {
  /** the member of each dimension asked for, in that order: id, code, year or word */
  keys: string[];
  amount: Money;
  /** accounts in the cell */
  accounts: number;
  disputed: number;
}

export interface Cube {
  dimensions: CubeDimension[];
  rows: CubeRow[];
  /** names of members: `labels.department['610827-…']` */
  labels: Partial<Record<CubeDimension, Record<string, string>>>;
  /** staff in post by `<department>|<year>`, for amounts per person; only with departments as a dimension */
  headcounts: Record<string, string>;
  truncated: boolean;
  /** in Chinese, where the switch or a basis changed a figure */
  notes: string[];
}

/** Leaf cells for a pivot; their sum is the sum of what is asked for, with nothing counted twice. */
export async function getCube(_db: Db, query: CubeQuery): Promise<Cube> {
  return { dimensions: [...query.dimensions], rows: [], labels: {}, headcounts: {}, truncated: false, notes: [] };
}
