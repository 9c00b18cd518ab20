import type { PerformanceTable } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { figureOf, tableName, totalFunds } from './cells';

/** A cost indicator that names an amount in 万元 for the funds themselves. */
const FUNDS = /财政拨款|资金|投入|总额|预算|经费|成本|奖励|补助/;

function drafts(table: PerformanceTable): Draft[] {
  const executed = figureOf(totalFunds(table)?.executed);
  if (!executed || table.unit !== '万元') return [];
  return table.indicators.flatMap((indicator): Draft[] => {
    const result = figureOf(indicator.result);
    const isCost = /成本/.test(indicator.level2) && FUNDS.test(indicator.level3);
    const isAmount = /^[\d.,]+万元$/.test(result?.cell.printed.replace(/\s/g, '') ?? '');
    if (!result || !isCost || !isAmount || result.interval.low.lte(executed.interval.high)) return [];
    return [
      {
        message: `${tableName(table)}成本指标“${indicator.level3}”实际完成值 ${result.cell.printed}，超过全年执行数 ${executed.cell.printed} 万元`,
        places: [result.cell.place, executed.cell.place],
        expected: executed.cell.value,
        found: result.cell.value,
      },
    ];
  });
}

export const costIndicator = defineCheck(
  {
    id: 'N-30',
    title: '成本指标不超过执行数',
    formula: '成本指标的实际完成值（万元）≤ 全年执行数',
    kind: 'at most',
    source: '绩效自评表表样',
    severity: 'note',
  },
  ({ reading }) => reading.performance.flatMap(drafts),
);
