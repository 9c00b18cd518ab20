import { intersect } from '../../amount';
import type { Claim } from '../../facts';
import type { MeasureId } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import { claimsWith, figureText, levelIn, printedLevels, sameSection } from '../levels';
import { slipBetween } from '../slip';
import { subjectText } from './ratios';

/** Quantities that mean one thing wherever the narrative names them. */
const SINGLE: readonly MeasureId[] = [
  'total_revenue',
  'total_expenditure',
  'year_revenue',
  'year_expenditure',
  'general_expenditure',
  'general_basic_expenditure',
  'agency_operating_cost',
  'three_public',
  'overseas_travel',
  'vehicles',
  'vehicle_purchase',
  'vehicle_running',
  'reception',
  'procurement_total',
  'reception_batches',
  'reception_visitors',
  'overseas_groups',
  'overseas_persons',
  'headcount_quota',
  'headcount_actual',
];

const sameThing = (one: Claim, other: Claim): boolean =>
  one.measure === other.measure &&
  one.aspect === other.aspect &&
  one.subject === other.subject &&
  one.subjectPath.join('/') === other.subjectPath.join('/') &&
  (one.measure !== 'subject_expenditure' || sameSection(one, other));

/** Wholes of another scope (全区 and 区本级) differ by more than a slip; items are compared where one passage states both. */
function isClose(one: Claim, other: Claim): boolean {
  const years = new Set(`${one.sentence}${other.sentence}`.match(/20\d\d(?=年)/g) ?? []);
  if (years.size > 1) return false;
  return slipBetween(one.value, other.value) !== undefined || (one.subject !== null && sameSection(one, other));
}

/** One quantity stated twice with different figures, where no statement prints it. */
export const repetitions = defineCheck(
  {
    id: 'N-34',
    title: '同一数前后一致',
    formula: '文字中同一数的各处写法在四舍五入范围内相同（表中没有此数时）',
    kind: 'equality',
    source: '同一文件前后一致',
    severity: 'error',
  },
  ({ reading }) => {
    const { fiscalYear } = reading.document;
    const stated = claimsWith(reading).filter(
      ({ claim }) =>
        (SINGLE.includes(claim.measure) || (claim.measure === 'subject_expenditure' && claim.subject !== null)) &&
        claim.aspect === 'final' &&
        claim.direction === null &&
        (claim.year === null || fiscalYear === null || claim.year === fiscalYear) &&
        printedLevels(reading, claim.measure).length === 0,
    );
    return stated.flatMap(({ claim, index }, at): Draft[] => {
      const first = stated.findIndex((other) => sameThing(other.claim, claim));
      const earlier = stated[first];
      if (!earlier || first === at) return [];
      const [one, other] = [levelIn(reading, earlier.claim, earlier.index), levelIn(reading, claim, index)];
      if (intersect(one.interval, other.interval) || !isClose(earlier.claim, claim)) return [];
      return [
        {
          message: `${subjectText(claim)}前面写 ${figureText(one)} ${one.unit}，这里写 ${figureText(other)} ${other.unit}，前后不一`,
          places: [claim.place, earlier.claim.place],
          expected: null,
          found: claim.value,
          claims: [index, earlier.index],
        },
      ];
    });
  },
);
