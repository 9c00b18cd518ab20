import { Decimal } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { Draft } from '../draft';
import { figureText, type Level, levelIn, levelsNear, levelText, signed } from '../levels';
import { fitsRate, growthFromChange, judgeRate, type Quotient, shareOf } from '../rate';
import { slipsOf } from '../slip';
import { type Comparison, changesNear, currentLevels, growthAttempts, looseAttempts, ratesBeside } from './comparisons';
import { rateDraft, subjectText } from './ratios';

const magnitude = (level: Level): Level => ({ ...level, value: level.value.abs() });

/** The usual wrong denominators: this year's level instead of last year's. */
function suspects(reading: Reading, claim: Claim, comparison: Comparison): { quotient: Quotient; why: string }[] {
  const changes = levelsOf(reading, claim, comparison);
  return currentLevels(reading, claim, comparison).flatMap((current) =>
    changes.flatMap((change) => {
      const quotient = shareOf(magnitude(change), current);
      const why = `分母误用了本年数，应除以${comparison.word}数`;
      return quotient ? [{ quotient, why }] : [];
    }),
  );
}

const levelsOf = (reading: Reading, claim: Claim, comparison: Comparison): Level[] =>
  changesNear(reading, claim, comparison).map((level) => ({
    ...level,
    value: level.value.abs(),
    interval: {
      low: Decimal.min(level.interval.low.abs(), level.interval.high.abs()),
      high: Decimal.max(level.interval.low.abs(), level.interval.high.abs()),
    },
  }));

/** An increase beyond this year's level would leave last year's below zero. */
function impossible(reading: Reading, claim: Claim, index: number, comparison: Comparison): Draft[] {
  const change = signed(levelIn(reading, claim, index), claim);
  const currents = currentLevels(reading, claim, comparison);
  const [current] = currents;
  if (levelsNear(reading, claim, comparison.base).length > 0) return [];
  if (!current || change.value.lte(0) || !currents.every(({ interval }) => change.interval.low.gt(interval.high)))
    return [];
  const [rate] = ratesBeside(reading, claim, comparison);
  const value = slipsOf(claim.value).find((text) => {
    const repaired = levelIn(reading, { ...claim, value: text, decimals: text.split('.')[1]?.length ?? 0 }, index);
    const quotient = growthFromChange(current, repaired);
    return rate !== undefined && quotient !== undefined && judgeRate(rate.claim, quotient).state !== 'wrong';
  });
  const why = value ? `若为 ${value} 则与增长率 ${rate?.claim.value}% 相符` : '增加额不能大于本年数';
  return [
    {
      message: `${subjectText(claim)}比${comparison.word}增加 ${figureText(change)} ${claim.unit}，大于本年数 ${levelText(current)}${value ? `，${why}` : ''}`,
      places: [claim.place, current.place],
      expected: value ?? null,
      found: claim.value,
      suggestion: value ? { place: claim.place, printed: claim.printed, value, why } : null,
      claims: [index],
    },
  ];
}

/** The growth rates of a comparison that none of the printed figures confirms. */
export function growthDrafts(reading: Reading, comparison: Comparison, identity: string): Draft[] {
  return reading.claims.flatMap((claim, index) => {
    if (claim.aspect === comparison.change) return impossible(reading, claim, index, comparison);
    if (claim.aspect !== comparison.growth) return [];
    const draft = rateDraft({
      reading,
      claim,
      index,
      identity,
      name: `比${comparison.word}${claim.direction === 'decrease' ? '下降' : '增长'}率`,
      attempts: growthAttempts(reading, claim, comparison),
      suspects: suspects(reading, claim, comparison),
    });
    if (!draft || looseAttempts(reading, claim, comparison).some(({ quotient }) => fitsRate(claim, quotient)))
      return [];
    return [draft];
  });
}
