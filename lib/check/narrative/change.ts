import { Decimal, FEN_PER_UNIT, gap, isMoneyUnit } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { Draft } from '../draft';
import { figureText, levelIn } from '../levels';
import { SLIP_WORDS, slipBetween } from '../slip';
import { type Comparison, statedChanges } from './comparisons';
import { subjectText } from './ratios';

function inUnit(value: Decimal, unit: string, decimals: number): string {
  return (isMoneyUnit(unit) ? value.div(FEN_PER_UNIT[unit]) : value).toFixed(decimals);
}

function changeDraft(reading: Reading, claim: Claim, index: number, comparison: Comparison): Draft[] {
  const own = levelIn(reading, claim, index);
  const stated = statedChanges(reading, claim, comparison).map((change) => {
    const below = change.value.isNegative();
    const size = below ? { low: change.interval.high.neg(), high: change.interval.low.neg() } : change.interval;
    return { ...change, size, distance: gap(own.interval, size) };
  });
  if (stated.length === 0 || stated.some(({ distance }) => distance.isZero())) return [];
  const best = stated.reduce((one, other) => (other.distance.lt(one.distance) ? other : one));
  const correct = inUnit(best.value.abs(), claim.unit, Math.max(claim.decimals, best.current.decimals));
  const found = new Decimal(claim.value).abs().toFixed(claim.decimals);
  const slip = slipBetween(found, correct);
  const formula = `${figureText(best.current)} － ${figureText(best.base)}`;
  const why = slip ? SLIP_WORDS[slip] : `${formula} = ${correct}`;
  return [
    {
      message: `${subjectText(claim)}比${comparison.word}${claim.direction === 'decrease' ? '减少' : '增加'}印为 ${found} ${claim.unit}，按 ${formula} 应为 ${correct} ${claim.unit}${slip ? `，${why}` : ''}`,
      places: [claim.place, best.current.place, best.base.place],
      expected: correct,
      found,
      difference: new Decimal(found).minus(correct).toString(),
      suggestion: { place: claim.place, printed: claim.printed, value: correct, why },
      claims: [index, ...[best.current, best.base].flatMap(({ claim: other }) => other ?? [])],
      facts: [best.current, best.base].flatMap(({ fact }) => fact ?? []),
    },
  ];
}

/** The stated changes of a comparison that differ from the difference of the two stated levels. */
export const changeDrafts = (reading: Reading, comparison: Comparison): Draft[] =>
  reading.claims.flatMap((claim, index) =>
    claim.aspect === comparison.change ? changeDraft(reading, claim, index, comparison) : [],
  );
