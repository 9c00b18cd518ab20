import { AGENCY_COST } from './bases';
import { priorMetric } from './growth';

export const priorAgencyOperatingCost = priorMetric({
  id: 'prior_agency_operating_cost',
  zh: '上年机关运行经费',
  en: "Last year's agency operating costs",
  measures: AGENCY_COST,
  printedIn: '情况说明之机关运行经费支出情况',
});
