import type { MeasureId } from './measures';

/** Parts of a year's revenue; the first is the sum of the three after it. */
export const REVENUE_PARTS: readonly MeasureId[] = [
  'fiscal_revenue',
  'general_revenue',
  'fund_revenue',
  'capital_revenue',
  'superior_subsidy_revenue',
  'institution_revenue',
  'business_revenue',
  'affiliate_remittance_revenue',
  'other_revenue',
];
