import { measure } from '../measured';
import type { Metric } from './metric';
import { quotient } from './quotient';

export const expenditurePerPerson: Metric = {
  id: 'expenditure_per_person',
  zh: '人均支出',
  en: 'Expenditure per person in post',
  formula: '本年支出合计 ÷ 实有人员',
  unit: '万元/人',
  printedIn: '支出决算表合计行；人员情况',
  compute: (account) =>
    quotient(expenditurePerPerson, measure(account, 'year_expenditure'), measure(account, 'headcount_actual')),
};
