import { GENERAL_BUDGET } from './bases';
import { growthMetric } from './growth';

export const growthGeneralBudget = growthMetric({
  id: 'growth_general_budget',
  zh: '一般公共预算财政拨款支出比上年增减',
  en: 'Growth of general public budget expenditure',
  measures: GENERAL_BUDGET,
  printedIn: '一般公共预算财政拨款支出决算表合计；情况说明之一般公共预算财政拨款支出决算情况',
});
