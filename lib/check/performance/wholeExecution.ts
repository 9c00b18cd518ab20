import { Decimal } from '../../amount';
import type { Claim, Reading } from '../../facts';
import { type MeasureId, measureOf } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import { figureText, levelIn, levelsNear, printedLevels } from '../levels';

const WHOLES: readonly MeasureId[] = [
  'year_expenditure',
  'fiscal_expenditure',
  'general_expenditure',
  'total_expenditure',
];
const PARTS: readonly MeasureId[] = ['project_expenditure', 'basic_expenditure', 'general_project_expenditure'];

/** 部门整体支出执行数 that is only the project or the basic expenditure. */
function partDraft(reading: Reading, claim: Claim, index: number): Draft[] {
  const own = levelIn(reading, claim, index);
  const wholes = WHOLES.flatMap((measure) => printedLevels(reading, measure));
  const [whole] = wholes;
  if (!whole || wholes.some(({ value }) => value.eq(own.value))) return [];
  const part = PARTS.find((measure) => printedLevels(reading, measure).some(({ value }) => value.eq(own.value)));
  if (!part) return [];
  const why = `与${measureOf(part).label}相同，疑取自另一项`;
  return [
    {
      severity: 'warning',
      message: `部门整体支出执行数 ${figureText(claim)} ${claim.unit}${why}；本年支出合计为 ${figureText(whole)} ${whole.unit}`,
      places: [claim.place, whole.place],
      expected: figureText(whole).replaceAll(',', ''),
      found: claim.value,
      suggestion: { place: claim.place, printed: claim.printed, value: figureText(whole).replaceAll(',', ''), why },
      claims: [index],
      facts: whole.fact === null ? [] : [whole.fact],
    },
  ];
}

/** More executed than the year's adjusted budget allows. */
function excessDraft(reading: Reading, claim: Claim, index: number): Draft[] {
  const own = levelIn(reading, claim, index);
  const measure = claim.measure === 'whole_executed' ? 'whole_budget' : 'project_budget';
  const [budget] = levelsNear(reading, { ...claim, measure }, ['annual_budget']);
  if (!budget || budget.value.lte(0) || own.interval.low.lte(budget.interval.high)) return [];
  const rate = new Decimal(own.value).div(budget.value).times(100).toFixed(2);
  return [
    {
      severity: 'note',
      message: `执行数 ${figureText(claim)} ${claim.unit} 超过全年预算数 ${figureText(budget)} ${budget.unit}（${rate}%）；全年预算数应为调整后的预算`,
      places: [claim.place, budget.place],
      claims: [index],
    },
  ];
}

export const wholeExecution = defineCheck(
  {
    id: 'N-29',
    title: '整体支出执行数与决算相符',
    formula: '部门整体支出执行数 = 本年支出合计（或财政拨款支出）；执行数 ≤ 调整后的全年预算数',
    kind: 'equality',
    source: '绩效自评表表样：全年预算数为调整后预算',
    severity: 'warning',
  },
  ({ reading }) =>
    reading.claims.flatMap((claim, index) => {
      if (claim.aspect !== 'final' || !['whole_executed', 'project_executed'].includes(claim.measure)) return [];
      const parts = claim.measure === 'whole_executed' ? partDraft(reading, claim, index) : [];
      return [...parts, ...excessDraft(reading, claim, index)];
    }),
);
