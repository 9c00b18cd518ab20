import { GENERAL_BUDGET } from './bases';
import { priorMetric } from './growth';

export const priorGeneralBudget = priorMetric({
  id: 'prior_general_budget',
  zh: '上年一般公共预算财政拨款支出',
  en: "Last year's general public budget expenditure",
  measures: GENERAL_BUDGET,
  printedIn: '一般公共预算财政拨款支出决算表合计；情况说明之一般公共预算财政拨款支出决算情况',
});
