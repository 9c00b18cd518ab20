import type { MeasureId } from '../lib/measures';

/** The measures whose change from year to year is kept. */
export const MOVING = [
  'total_expenditure',
  'year_expenditure',
  'general_expenditure',
  'fund_expenditure',
  'basic_expenditure',
  'project_expenditure',
  'personnel_expenditure',
  'operating_expenditure',
  'agency_operating_cost',
  'three_public',
] as const satisfies readonly MeasureId[];
export type MovingId = (typeof MOVING)[number];
