import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const operatingShare: Metric = {
  id: 'operating_share',
  zh: '公用经费占基本支出',
  en: 'Operating share of basic expenditure',
  formula: '公用经费 ÷ 一般公共预算财政拨款基本支出',
  unit: '%',
  printedIn: '一般公共预算财政拨款基本支出决算表；情况说明之基本支出决算情况',
  compute: (account) =>
    quotient(
      operatingShare,
      measure(account, 'operating_expenditure'),
      measure(account, 'general_basic_expenditure'),
      measure(account, 'operating_expenditure', 'share'),
    ),
};
