import type { Reading } from '../../facts';
import { type MeasureId, measureOf } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import { claimsWith, factsAt, levelOfClaim, levelText, printedLevels } from '../levels';

const MEASURES: readonly MeasureId[] = [
  'overseas_travel',
  'vehicle_purchase',
  'vehicle_running',
  'reception',
  'conference',
  'training',
];

/** The budget is nil: stated as 0, or blank in a statement that prints the final figure. */
function isNil(reading: Reading, measure: MeasureId): boolean {
  const stated = claimsWith(reading)
    .filter(({ claim }) => claim.measure === measure && /budget$/.test(claim.aspect) && claim.direction === null)
    .filter(({ claim }) => !/^(next|prior|change|growth|unchanged)/.test(claim.aspect))
    .map(({ claim, index }) => levelOfClaim(claim, index));
  const printed = (measureOf(measure).cells ?? []).flatMap((cell) => factsAt(reading, { ...cell, line: 'budget' }));
  return [...stated, ...printed].every(({ value }) => value.isZero());
}

/** Spending without a budget is worth knowing. */
export const unbudgeted = defineCheck(
  {
    id: 'N-35',
    title: '没有预算而有支出',
    formula: '“三公”经费、会议费、培训费：决算数 > 0 而预算数为 0 或空白时提示',
    kind: 'at most',
    source: '“三公”经费表的预算数、决算数',
    severity: 'note',
  },
  ({ reading }) =>
    MEASURES.flatMap((measure): Draft[] => {
      const final = printedLevels(reading, measure).find(({ value }) => !value.isZero());
      if (!final || !isNil(reading, measure)) return [];
      return [
        {
          message: `${measureOf(measure).label}没有预算，决算却有 ${levelText(final)}`,
          places: [final.place],
          found: final.printed,
          facts: final.fact === null ? [] : [final.fact],
        },
      ];
    }),
);
