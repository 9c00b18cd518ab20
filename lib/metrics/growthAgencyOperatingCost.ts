import { AGENCY_COST } from './bases';
import { growthMetric } from './growth';

export const growthAgencyOperatingCost = growthMetric({
  id: 'growth_agency_operating_cost',
  zh: '机关运行经费比上年增减',
  en: 'Growth of agency operating costs',
  measures: AGENCY_COST,
  printedIn: '情况说明之机关运行经费支出情况',
});
