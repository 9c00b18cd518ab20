import { Decimal } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { Draft } from '../draft';
import { type Level, levelOfClaim, signed } from '../levels';
import { fitsRate, growthFromChange, type Quotient, shareOf } from '../rate';
import { slipBetween, slipsOf } from '../slip';
import { type Comparison, changesNear, currentLevels, growthAttempts, looseAttempts } from './comparisons';
import { rateDraft } from './ratios';

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

/** Whether the same figure of the same kind stands elsewhere in the narrative. */
const isConfirmed = (reading: Reading, claim: Claim): boolean =>
  reading.claims.some((other) => other !== claim && other.aspect === claim.aspect && other.value === claim.value);

/** A change that one slip turns into one that fits the rate, where the rate itself is no slip: the change is to blame. */
function blamedChange(reading: Reading, claim: Claim, comparison: Comparison, draft: Draft): Draft {
  const correct = draft.suggestion?.value;
  if (!correct || slipBetween(claim.value, correct) || draft.severity !== 'error') return draft;
  const currents = currentLevels(reading, claim, comparison);
  for (const change of changesNear(reading, claim, comparison)) {
    const source = change.claim === null ? undefined : reading.claims[change.claim];
    if (!source || change.claim === null || isConfirmed(reading, source)) continue;
    const index = change.claim;
    const fits = (text: string): boolean => {
      const repaired = { ...source, value: text, decimals: text.split('.')[1]?.length ?? 0 };
      const level = signed(levelOfClaim(repaired, index), source);
      return currents.some((current) => fitsRate(claim, growthFromChange(current, level)));
    };
    const value = slipsOf(source.value).find(fits);
    if (!value) continue;
    const level = levelOfClaim(source, change.claim);
    const why = `增减额若为 ${value}，与增减率 ${claim.value}% 相符`;
    return {
      ...draft,
      message: `${draft.message}；${why}`,
      places: [level.place, ...draft.places.filter((place) => place !== level.place)],
      expected: value,
      found: source.value,
      difference: new Decimal(source.value).minus(value).toString(),
      suggestion: { place: level.place, printed: level.printed, value, why },
    };
  }
  return draft;
}

/** The growth rates of a comparison that none of the printed figures confirms. */
export function growthDrafts(reading: Reading, comparison: Comparison, identity: string): Draft[] {
  return reading.claims.flatMap((claim, index) => {
    if (claim.aspect !== comparison.growth) return [];
    const draft = rateDraft({
      claim,
      index,
      identity,
      name: `比${comparison.word}${claim.direction === 'decrease' ? '下降' : '增长'}率`,
      attempts: growthAttempts(reading, claim, comparison),
      suspects: suspects(reading, claim, comparison),
    });
    if (!draft || looseAttempts(reading, claim, comparison).some(({ quotient }) => fitsRate(claim, quotient)))
      return [];
    return [blamedChange(reading, claim, comparison, draft)];
  });
}
