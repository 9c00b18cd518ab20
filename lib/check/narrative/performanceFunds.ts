import { type Claim, type Reading, WHOLE_DEPARTMENT } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { figureText, levelIn, printedLevels } from '../levels';
import { shareDrafts } from './shares';

/** 涉及资金 beyond all project expenditure of the year; the larger of the two statements' figures is the bound. */
function boundDraft(reading: Reading, claim: Claim, index: number): Draft[] {
  const own = levelIn(reading, claim, index);
  const projects = printedLevels(reading, 'project_expenditure');
  const bound = projects.reduce((one, other) => (other.value.gt(one.value) ? other : one), projects[0] ?? own);
  if (projects.length === 0 || own.interval.low.lte(bound.interval.high)) return [];
  return [
    {
      severity: 'warning',
      message: `绩效自评涉及资金 ${figureText(own)} ${own.unit}，超过项目支出 ${figureText(bound)} ${bound.unit}`,
      places: [claim.place, bound.place],
      expected: null,
      found: claim.value,
      claims: [index],
      facts: bound.fact === null ? [] : [bound.fact],
    },
  ];
}

/** Funds of the self-evaluated projects against 项目支出. */
export const performanceFunds = defineCheck(
  {
    id: 'N-23',
    title: '绩效自评涉及资金与项目支出',
    formula: '涉及资金 ≤ 项目支出；占项目支出总额的 % = 涉及资金 ÷ 项目支出 × 100',
    kind: 'ratio',
    source: '部门决算公开说明的定义',
    severity: 'error',
  },
  ({ reading }) => [
    ...shareDrafts(reading, 'N-23', ({ measure }) => measure === 'performance_funds'),
    ...reading.claims.flatMap((claim, index) =>
      claim.measure === 'performance_funds' && claim.aspect === 'final' && claim.subject !== WHOLE_DEPARTMENT
        ? boundDraft(reading, claim, index)
        : [],
    ),
  ],
);
