import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const personnelShare: Metric = {
  id: 'personnel_share',
  zh: '人员经费占基本支出',
  en: 'Personnel share of basic expenditure',
  formula: '人员经费 ÷ 一般公共预算财政拨款基本支出',
  unit: '%',
  printedIn: '一般公共预算财政拨款基本支出决算表；情况说明之基本支出决算情况',
  compute: (account) =>
    quotient(
      personnelShare,
      measure(account, 'personnel_expenditure'),
      measure(account, 'general_basic_expenditure'),
      measure(account, 'personnel_expenditure', 'share'),
    ),
};
