import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const projectShare: Metric = {
  id: 'project_share',
  zh: '项目支出占比',
  en: 'Project expenditure share',
  formula: '项目支出 ÷ 本年支出合计',
  unit: '%',
  printedIn: '支出决算表合计行；情况说明之支出决算情况',
  compute: (account) =>
    quotient(
      projectShare,
      measure(account, 'project_expenditure'),
      measure(account, 'year_expenditure'),
      measure(account, 'project_expenditure', 'share'),
    ),
};
