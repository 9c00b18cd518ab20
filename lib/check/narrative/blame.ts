import { Decimal } from '../../amount';
import type { Claim, Reading } from '../../facts';
import type { Draft } from '../draft';
import { type Level, levelIn } from '../levels';
import { judgeRate, type RateState } from '../rate';
import { digitSlipsOf, SLIP_WORDS, slipBetween, slipsOf } from '../slip';
import type { Attempt } from './ratios';

/** An amount that one slip turns into one that fits the rate. */
export interface BlamedLevel {
  level: Level;
  value: string;
  why: string;
  /** the value stands elsewhere in the account */
  known: boolean;
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Whether the same figure stands elsewhere: in a statement, or as a claim of the same kind. */
function isConfirmed(reading: Reading, claim: Claim): boolean {
  const value = new Decimal(claim.value);
  const isPrinted = claim.aspect === 'final' && reading.facts.some(({ amount }) => value.eq(amount));
  return (
    isPrinted ||
    reading.claims.some((other) => other !== claim && other.aspect === claim.aspect && value.eq(other.value))
  );
}

/** What could stand in its place: figures printed elsewhere that one slip turns into it first, then any slip undone. */
function candidates(reading: Reading, claim: Claim): { known: string[]; all: string[] } {
  const printed = [...reading.claims.map(({ value }) => value), ...reading.facts.map(({ amount }) => amount)];
  const known = [...new Set(printed)].filter((value) => slipBetween(claim.value, value) !== undefined);
  // amounts end with fen of 万元 at most: a digit doubled behind the point makes more decimals than that
  const undone = slipsOf(claim.value).filter(
    (value) =>
      claim.decimals > 2 || decimalsOf(value) === claim.decimals || slipBetween(claim.value, value) !== 'doubled',
  );
  return { known, all: [...known, ...undone] };
}

function replaced(reading: Reading, claim: Claim, level: Level, value: string): Level {
  const repaired = levelIn(reading, { ...claim, value, decimals: decimalsOf(value) }, level.claim ?? 0);
  if (!level.value.isNegative()) return repaired;
  return {
    ...repaired,
    value: repaired.value.neg(),
    interval: { low: repaired.interval.high.neg(), high: repaired.interval.low.neg() },
  };
}

/** The amount to blame instead of the rate: nothing confirms it, and one slip undone makes it fit; the rate is no slip itself. */
export function blamedLevel(reading: Reading, rate: Claim, attempt: Attempt, correct: string): BlamedLevel | undefined {
  const isSlip = slipBetween(new Decimal(rate.value).abs().toString(), new Decimal(correct).toString()) !== undefined;
  if (isSlip || slipBetween(rate.value, correct) !== undefined) return undefined;
  for (const [at, level] of attempt.levels.entries()) {
    const source = level.claim === null ? undefined : reading.claims[level.claim];
    if (!source || isConfirmed(reading, source)) continue;
    const { known, all } = candidates(reading, source);
    const stateWith = (text: string): RateState | undefined => {
      const quotient = attempt.again(attempt.levels.with(at, replaced(reading, source, level, text)));
      return quotient && judgeRate(rate, quotient).state;
    };
    const undone = all.find((text) => {
      const state = stateWith(text);
      return state === 'fits' || (state !== undefined && state !== 'wrong' && known.includes(text));
    });
    const digits = undone === undefined ? digitSlipsOf(source.value).filter((text) => stateWith(text) === 'fits') : [];
    const value = undone ?? (digits.length === 1 ? digits[0] : undefined);
    if (value === undefined) continue;
    const slip = slipBetween(source.value, value);
    const why = `${slip ? `${SLIP_WORDS[slip]}，` : ''}若为 ${value} 则与 ${new Decimal(rate.value).abs()}% 相符`;
    return { level, value, why, known: known.includes(value) };
  }
  return undefined;
}

/** The draft with the amount blamed first. */
export function withBlame(draft: Draft, { level, value, why }: BlamedLevel): Draft {
  const found = level.printed.replace(/[^\d.]/g, '');
  return {
    ...draft,
    message: `${draft.message}；“${level.label}” ${found} ${level.unit} 疑有误（${why}）`,
    places: [level.place, ...draft.places.filter((place) => place !== level.place)],
    expected: value,
    found,
    difference: new Decimal(found || 0).minus(value).toString(),
    suggestion: { place: level.place, printed: level.printed, value, why },
  };
}
