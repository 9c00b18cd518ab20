import { defineCheck } from '../draft';
import { fundsDrafts } from './funds';
import { narratedDrafts } from './narrated';
import { pointsDrafts } from './points';

/** The self-evaluation tables (绩效自评表) in themselves and against the text. */
export const selfEvaluation = defineCheck(
  {
    id: 'N-22',
    title: '绩效自评表',
    formula:
      '执行率 = 全年执行数 ÷ 全年预算数；资金总额 = 各项之和；Σ 分值 = 100；得分 ≤ 分值；总分 = Σ 得分；文字与表一致',
    kind: 'ratio',
    source: '绩效自评表表样',
    severity: 'error',
  },
  ({ reading }) => [
    ...reading.performance.flatMap((table) => [...fundsDrafts(table), ...pointsDrafts(table)]),
    ...narratedDrafts(reading),
  ],
);
