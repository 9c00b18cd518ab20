import type { MeasureId } from '../measures';

type Measures = readonly [MeasureId, ...MeasureId[]];

/** The measures whose comparison with last year can stand for the body's total, the plainest first. */
export const TOTALS: Measures = [
  'total_revenue_expenditure',
  'total_expenditure',
  'year_expenditure',
  'total_revenue',
  'year_revenue',
];
export const GENERAL_BUDGET: Measures = ['general_expenditure', 'general_revenue'];
export const AGENCY_COST: Measures = ['agency_operating_cost'];
