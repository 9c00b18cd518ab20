import { Decimal, divide, gap, type Interval, intersect, intervalOf, type PrintedNumber, scale } from '../amount';

/** A quotient in per cent: its bounds, and the quotient of the printed values themselves. */
export interface Quotient {
  interval: Interval;
  point: Decimal;
}

/** An amount or rate with what its printed digits can stand for. */
export interface Measured {
  value: Decimal;
  interval: Interval;
}

/**
 * fits: the intervals share a point · cut: one unit of the last digit too low, because the digits behind were cut off ·
 * beside: one unit of the last digit beside · wrong: more than that.
 */
export type RateState = 'fits' | 'cut' | 'beside' | 'wrong';

export interface RateVerdict {
  state: RateState;
  /** the correct rate with the printed digits */
  correct: string;
}

const HUNDRED = new Decimal(100);

/** part ÷ whole in per cent; undefined when the whole may be zero. */
export function shareOf(part: Measured, whole: Measured): Quotient | undefined {
  const interval = divide(part.interval, whole.interval);
  if (!interval || whole.value.isZero()) return undefined;
  return { interval: scale(interval, HUNDRED), point: part.value.div(whole.value).times(HUNDRED) };
}

/** |change| ÷ previous in per cent, the previous level being current − change; `change` is signed. */
export function growthFromChange(current: Measured, change: Measured): Quotient | undefined {
  const previous = current.value.minus(change.value);
  if (previous.lte(0)) return undefined;
  const at = (level: Decimal, step: Decimal): Decimal | undefined => {
    const base = level.minus(step);
    return base.lte(0) ? undefined : step.div(base).times(HUNDRED);
  };
  const ends = [
    at(current.interval.low, change.interval.low),
    at(current.interval.low, change.interval.high),
    at(current.interval.high, change.interval.low),
    at(current.interval.high, change.interval.high),
  ].flatMap((end) => end ?? []);
  if (ends.length < 4) return undefined;
  return unsigned({ low: Decimal.min(...ends), high: Decimal.max(...ends) }, change.value.div(previous).times(HUNDRED));
}

/** |current − previous| ÷ previous in per cent; undefined when the previous level may be zero. */
export function growthFromLevels(current: Measured, previous: Measured): Quotient | undefined {
  const share = shareOf(current, previous);
  if (!share) return undefined;
  const interval = { low: share.interval.low.minus(HUNDRED), high: share.interval.high.minus(HUNDRED) };
  return unsigned(interval, share.point.minus(HUNDRED));
}

function unsigned(interval: Interval, point: Decimal): Quotient {
  const { low, high } = interval;
  if (low.gte(0)) return { interval, point };
  if (high.lte(0)) return { interval: { low: high.neg(), high: low.neg() }, point: point.abs() };
  return { interval: { low: new Decimal(0), high: Decimal.max(low.neg(), high) }, point: point.abs() };
}

/** Judges a printed rate (unsigned, per cent) against the recomputed one, exactly to its last digit. */
export function judgeRate(printed: Pick<PrintedNumber, 'value' | 'decimals'>, quotient: Quotient): RateVerdict {
  const { decimals } = printed;
  const value = new Decimal(printed.value).abs();
  const stated = intervalOf({ value: value.toString(), decimals });
  const unit = new Decimal(10).pow(-decimals);
  const correct = quotient.point.toFixed(decimals);
  if (intersect(stated, quotient.interval)) return { state: 'fits', correct };
  const distance = gap({ low: value, high: value }, roundedBounds(quotient.interval, decimals));
  if (distance.gt(unit)) return { state: 'wrong', correct };
  const cut = quotient.point.toDecimalPlaces(decimals, Decimal.ROUND_DOWN);
  return { state: cut.eq(value) ? 'cut' : 'beside', correct };
}

const roundedBounds = (interval: Interval, decimals: number): Interval => ({
  low: interval.low.toDecimalPlaces(decimals),
  high: interval.high.toDecimalPlaces(decimals),
});

/** Whether a printed rate can stand for a quotient. */
export const fitsRate = (printed: Pick<PrintedNumber, 'value' | 'decimals'>, quotient: Quotient | undefined): boolean =>
  quotient !== undefined && judgeRate(printed, quotient).state === 'fits';
