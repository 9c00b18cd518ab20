import { TOTALS } from './bases';
import { growthMetric } from './growth';

export const growthTotal = growthMetric({
  id: 'growth_total',
  zh: '收支总计比上年增减',
  en: 'Growth of total revenue and expenditure',
  measures: TOTALS,
  printedIn: '收入支出决算总表总计；情况说明之收入支出决算总体情况',
});
