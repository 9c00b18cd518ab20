import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const basicShare: Metric = {
  id: 'basic_share',
  zh: '基本支出占比',
  en: 'Basic expenditure share',
  formula: '基本支出 ÷ 本年支出合计',
  unit: '%',
  printedIn: '支出决算表合计行；情况说明之支出决算情况',
  compute: (account) =>
    quotient(
      basicShare,
      measure(account, 'basic_expenditure'),
      measure(account, 'year_expenditure'),
      measure(account, 'basic_expenditure', 'share'),
    ),
};
