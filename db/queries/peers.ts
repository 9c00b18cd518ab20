/** 省级, 地级, 县级: the level of the department's region. */
export type RegionLevel = '省级' | '地级' | '县级';

/** By 本年支出合计: up to 500万, 2000万, 1亿, 10亿, and above. */
export const SIZE_CLASSES = ['micro', 'small', 'medium', 'large', 'huge'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** The upper end of each class but the last, in 分; an amount at the end belongs to the class above. */
export const SIZE_ENDS: readonly number[] = [500_000_000, 2_000_000_000, 10_000_000_000, 100_000_000_000];

export const SIZE_LABELS: Readonly<Record<SizeClass, string>> = {
  micro: '500万元以下',
  small: '500万元至2000万元',
  medium: '2000万元至1亿元',
  large: '1亿元至10亿元',
  huge: '10亿元以上',
};

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
