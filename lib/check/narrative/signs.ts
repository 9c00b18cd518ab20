import { Decimal, gap } from '../../amount';
import type { Claim, Direction, Reading } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { figureText, levelIn } from '../levels';
import { COMPARISONS, type Comparison, ratesBeside, statedChanges } from './comparisons';
import { subjectText } from './ratios';

const WORDS: Readonly<Record<Direction, string>> = { increase: '增加（增长）', decrease: '减少（下降）' };
const isNonzero = (claim: Claim): boolean => !new Decimal(claim.value).isZero();

/** A change whose size fits the two stated levels and whose word does not. */
function againstLevels(reading: Reading, claim: Claim, index: number, comparison: Comparison): Draft[] {
  const own = levelIn(reading, claim, index);
  const changes = statedChanges(reading, claim, comparison).filter(({ value }) => !value.isZero());
  const [first] = changes;
  if (!first || claim.direction === null || !isNonzero(claim)) return [];
  const fits = changes.some(({ value }) => value.isNegative() === (claim.direction === 'decrease'));
  const size = first.value.abs();
  const near = claim.unit === '%' || gap(own.interval, { low: size, high: size }).lte(size.div(10));
  if (fits || !near) return [];
  const right: Direction = first.value.isNegative() ? 'decrease' : 'increase';
  const formula = `${figureText(first.current)} 与 ${figureText(first.base)}`;
  return [
    {
      message: `${subjectText(claim)}比${comparison.word}写为${WORDS[claim.direction]} ${figureText(claim)} ${claim.unit}，按 ${formula} 应为${WORDS[right]}`,
      places: [claim.place, first.current.place, first.base.place],
      expected: right === 'decrease' ? `-${claim.value}` : claim.value,
      found: claim.direction === 'decrease' ? `-${claim.value}` : claim.value,
      claims: [index],
    },
  ];
}

/** 增加 beside 下降: amount and rate of one sentence that point opposite ways. */
function againstRate(reading: Reading, claim: Claim, index: number, comparison: Comparison): Draft[] {
  return ratesBeside(reading, claim, comparison).flatMap(({ claim: rate, index: other }): Draft[] => {
    if (!isNonzero(claim) || !isNonzero(rate) || claim.direction === null || rate.direction === null) return [];
    if (claim.direction === rate.direction) return [];
    return [
      {
        message: `${subjectText(claim)}比${comparison.word}${WORDS[claim.direction]} ${figureText(claim)} ${claim.unit}，同一句却写${WORDS[rate.direction]} ${figureText(rate)}%，方向相反`,
        places: [rate.place, claim.place],
        claims: [other, index],
      },
    ];
  });
}

/** 下降-81.75%: the word already says the sign. */
function twiceSigned(claim: Claim, index: number): Draft[] {
  if (claim.direction === null || !new Decimal(claim.value).isNegative() || !isNonzero(claim)) return [];
  return [
    {
      severity: 'warning',
      message: `“${claim.printed}”的负号与“${WORDS[claim.direction]}”重复，正负不明`,
      places: [claim.place],
      claims: [index],
    },
  ];
}

/** 持平 beside a stated change of the same measure; 基本持平 allows one. */
function unchangedButChanged(reading: Reading, claim: Claim, index: number, comparison: Comparison): Draft[] {
  if (claim.aspect !== comparison.unchanged || /(基本|大致|总体|略)(上)?持平|基本(无|没有)变化/.test(claim.sentence))
    return [];
  return statedChanges(reading, claim, comparison)
    .filter(({ interval }) => interval.low.gt(0) || interval.high.lt(0))
    .slice(0, 1)
    .map(({ current, base }) => ({
      message: `${subjectText(claim)}写为与${comparison.word}持平，但本年 ${figureText(current)}、${comparison.word} ${figureText(base)}，并不相等`,
      places: [claim.place, current.place, base.place],
      claims: [index],
    }));
}

function besideChange(reading: Reading, claim: Claim, index: number, comparison: Comparison): Draft[] {
  if (claim.aspect !== comparison.unchanged || /基本|大致|总体/.test(claim.sentence)) return [];
  return reading.claims.flatMap((other, at): Draft[] => {
    const same =
      other.measure === claim.measure && other.subject === claim.subject && other.sentence === claim.sentence;
    const differs = other.aspect === comparison.change || other.aspect === comparison.growth;
    if (!same || !differs || !isNonzero(other)) return [];
    return [
      {
        message: `${subjectText(claim)}写为与${comparison.word}持平，同一句却有增减 ${figureText(other)} ${other.unit}`,
        places: [claim.place, other.place],
        claims: [index, at],
      },
    ];
  });
}

/** The word agrees with the sign: 增加 above zero, 减少 below, 持平 zero. */
export const signs = defineCheck(
  {
    id: 'N-15',
    title: '增减的用词与正负相符',
    formula: '增加、增长 → 差额 > 0；减少、下降 → 差额 < 0；持平 → 差额 = 0',
    kind: 'word against sign',
    source: '部门决算公开说明的用词',
    severity: 'error',
  },
  ({ reading }) =>
    reading.claims.flatMap((claim, index) =>
      COMPARISONS.flatMap((comparison) => {
        if (claim.aspect === comparison.change)
          return [
            ...againstLevels(reading, claim, index, comparison),
            ...againstRate(reading, claim, index, comparison),
            ...twiceSigned(claim, index),
          ];
        if (claim.aspect === comparison.growth) {
          const alone =
            ratesBeside(reading, claim, comparison).length > 0 &&
            !reading.claims.some((other) => other.aspect === comparison.change && other.sentence === claim.sentence);
          return [...(alone ? againstLevels(reading, claim, index, comparison) : []), ...twiceSigned(claim, index)];
        }
        if (claim.aspect !== comparison.unchanged) return [];
        const levels = unchangedButChanged(reading, claim, index, comparison);
        return levels.length > 0 ? levels : besideChange(reading, claim, index, comparison);
      }),
    ),
);
