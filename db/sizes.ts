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
