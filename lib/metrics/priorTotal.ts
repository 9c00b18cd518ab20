import { TOTALS } from './bases';
import { priorMetric } from './growth';

export const priorTotal = priorMetric({
  id: 'prior_total',
  zh: '上年收支总计',
  en: "Last year's total revenue and expenditure",
  measures: TOTALS,
  printedIn: '收入支出决算总表总计；情况说明之收入支出决算总体情况',
});
