import { defineCheck } from '../draft';
import { changeDrafts } from './change';
import { ON_BUDGETS } from './comparisons';
import { growthDrafts } from './growth';

export const onBudget = defineCheck(
  {
    id: 'N-27',
    title: '比预算增减额、增减率与预算数、决算数相符',
    formula: '比预算增减额 = 决算数 − 预算数；比预算增减率 = 增减额 ÷ 预算数 × 100%',
    kind: 'ratio',
    source: '由“比预算增减”的定义得出',
    severity: 'error',
  },
  ({ reading }) =>
    ON_BUDGETS.flatMap((comparison) => [
      ...growthDrafts(reading, comparison, 'N-27'),
      ...changeDrafts(reading, comparison),
    ]),
);
