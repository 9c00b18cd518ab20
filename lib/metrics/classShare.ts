import { measure } from '../measured';
import { spendingOn } from '../spending';
import { type Metric, withoutResult } from './metric';
import { quotient } from './quotient';

export const classShare: Metric = {
  id: 'class_share',
  zh: '分类支出占比',
  en: 'Share of an expenditure class',
  formula: '某类支出 ÷ 本年支出合计',
  unit: '%',
  printedIn: '支出决算表；收入支出决算总表',
  compute(account, subject) {
    if (subject === undefined) return withoutResult(classShare, [], null, '没有指明哪一类');
    return quotient(classShare, spendingOn(account, subject), measure(account, 'year_expenditure'));
  },
};
