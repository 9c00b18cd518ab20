import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const agencyOperatingCostPerPerson: Metric = {
  id: 'agency_operating_cost_per_person',
  zh: '人均机关运行经费',
  en: 'Agency operating costs per person in post',
  formula: '机关运行经费 ÷ 实有人员',
  unit: '万元/人',
  printedIn: '情况说明之机关运行经费支出情况；人员情况',
  compute: (account) =>
    quotient(
      agencyOperatingCostPerPerson,
      measure(account, 'agency_operating_cost'),
      measure(account, 'headcount_actual'),
    ),
};
