import type { SizeClass } from '../sizes';

export { SIZE_CLASSES, SIZE_LABELS, type SizeClass } from '../sizes';

/** 省级, 地级, 县级: the level of the department's region. */
export type RegionLevel = '省级' | '地级' | '县级';

/** Which departments are compared: everything that is left out is not asked for. */
export interface PeerFilter {
  /** a region's code: its own departments and those of every region within it */
  region?: string;
  level?: RegionLevel;
  /** the department's name without its region, e.g. 工业商贸局 */
  kind?: string;
  /** of the account of the year that is asked for */
  size?: SizeClass;
}

/** Exactly these departments, or those of a region and everything within it; neither: the whole store. */
export interface Scope {
  /** `<region code>-<slug>` */
  departments?: readonly string[];
  region?: string;
}

/** So many departments can be chosen one by one. */
export const MOST_DEPARTMENTS = 100;

/** Stands for all regions where sums by region are kept. */
export const WHOLE_STORE = '000000';
