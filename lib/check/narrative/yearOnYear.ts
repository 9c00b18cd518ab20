import { defineCheck } from '../draft';
import { changeDrafts } from './change';
import { ON_YEAR } from './comparisons';
import { growthDrafts } from './growth';

export const yearOnYear = defineCheck(
  {
    id: 'N-14',
    title: '比上年增减额、增减率与本年数相符',
    formula: '增减率 = 增减额 ÷（本年数 − 增减额）× 100%；增减额 = 本年数 − 上年数',
    kind: 'ratio',
    source: '由“比上年增减”的定义得出',
    severity: 'error',
  },
  ({ reading }) => [...growthDrafts(reading, ON_YEAR, 'N-14'), ...changeDrafts(reading, ON_YEAR)],
);
