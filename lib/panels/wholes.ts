import type { MeasureId } from '../measures';
import { REVENUE_PARTS } from '../revenueParts';

const EXPENDITURE: readonly MeasureId[] = [
  'fiscal_expenditure',
  'general_expenditure',
  'general_basic_expenditure',
  'general_project_expenditure',
  'fund_expenditure',
  'fund_project_expenditure',
  'capital_expenditure',
  'basic_expenditure',
  'project_expenditure',
  'business_expenditure',
  'superior_remittance_expenditure',
  'affiliate_subsidy_expenditure',
  'personnel_expenditure',
  'operating_expenditure',
  'agency_operating_cost',
  'three_public',
  'overseas_travel',
  'vehicles',
  'vehicle_purchase',
  'vehicle_running',
  'reception',
  'conference',
  'training',
  'procurement_total',
  'procurement_goods',
  'procurement_works',
  'procurement_services',
];

const isOf = (list: readonly string[], figure: string): boolean => list.includes(figure);

/** The measure that a figure is a share of; undefined where it is itself a whole, a ratio or a count. */
export function wholeOf(figure: string): MeasureId | undefined {
  if (isOf(REVENUE_PARTS, figure)) return 'year_revenue';
  if (isOf(EXPENDITURE, figure)) return 'year_expenditure';
  if (/^2\d+$/.test(figure)) return 'year_expenditure';
  return /^3\d+$/.test(figure) ? 'general_basic_expenditure' : undefined;
}
