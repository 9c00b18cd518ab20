import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const staffAgainstQuota: Metric = {
  id: 'staff_against_quota',
  zh: '实有人员与编制之比',
  en: 'Staff in post against the quota',
  formula: '实有人员 ÷ 人员编制',
  unit: '%',
  printedIn: '人员情况',
  compute: (account) =>
    quotient(staffAgainstQuota, measure(account, 'headcount_actual'), measure(account, 'headcount_quota')),
};
