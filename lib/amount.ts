import { Decimal as Base } from 'decimal.js';

/** The only Decimal constructor of the project: 40 digits, half-up, never exponent notation in our ranges. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = Base;
export type Numeric = Base.Value;

/** Units of money as documents print them, in 分 (1 元 = 100 分). */
export const FEN_PER_UNIT = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  亿元: 10_000_000_000,
} as const;
export type MoneyUnit = keyof typeof FEN_PER_UNIT;

export function isMoneyUnit(unit: string): unit is MoneyUnit {
  return Object.hasOwn(FEN_PER_UNIT, unit);
}

/** A number as printed: its text, its exact value without separators, and its digits after the point. */
export interface PrintedNumber {
  /** exactly as printed, e.g. `.040` or `3,890.08` */
  printed: string;
  /** normalised decimal text, sign kept, trailing zeros kept: `0.040`, `3890.08` */
  value: string;
  /** digits printed after the point; the last digit weighs 10^-decimals */
  decimals: number;
}

const FULL_WIDTH = /[０-９．，－＋（）％]/g;
const NUMBER = /^([-+−–—]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/;

/**
 * Reads one printed number: thousands separators, full-width digits, a missing leading zero (`.040`), a sign or the
 * accountant's parentheses. Returns undefined for anything else: blanks, dashes and words are not numbers.
 */
export function parseNumber(text: string): PrintedNumber | undefined {
  const printed = text.trim();
  let body = printed
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[￥¥\s]/g, '');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(body);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    body = bracketed[1];
  }
  const match = NUMBER.exec(body);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction] = match;
  if (whole === '' && (fraction === undefined || fraction === '')) return undefined;
  if (sign !== '' && sign !== '+') negative = !negative;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0';
  const value = `${negative ? '-' : ''}${digits}${fraction ? `.${fraction}` : ''}`;
  return { printed, value, decimals: fraction?.length ?? 0 };
}

/** An amount of money in whole 分; throws when the amount is no whole number of 分 or is outside 2^53. */
export function toFen(value: string, unit: MoneyUnit): number {
  const fen = new Decimal(value).times(FEN_PER_UNIT[unit]);
  if (!fen.isInteger() || fen.abs().gt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`amount not storable in 分: ${value} ${unit}`);
  return fen.toNumber();
}

/** 分 to decimal text in a unit, without trailing zeros beyond `decimals`. */
export function fromFen(fen: Numeric, unit: MoneyUnit, decimals?: number): string {
  const value = new Decimal(fen).div(FEN_PER_UNIT[unit]);
  return decimals === undefined ? value.toString() : value.toFixed(decimals);
}

/** A closed interval of exact numbers; of money in 分, of ratios as plain numbers or per cent as named by the caller. */
export interface Interval {
  low: Decimal;
  high: Decimal;
}

export const exactly = (value: Numeric): Interval => ({ low: new Decimal(value), high: new Decimal(value) });

/** What a printed number can stand for, rounding to nearest: `3890.08` is [3890.075, 3890.085], in its own unit. */
export function intervalOf(number: Pick<PrintedNumber, 'value' | 'decimals'>): Interval {
  const value = new Decimal(number.value);
  const half = new Decimal(10).pow(-number.decimals).div(2);
  return { low: value.minus(half), high: value.plus(half) };
}

/** The same for money, in 分. */
export function moneyInterval(number: Pick<PrintedNumber, 'value' | 'decimals'>, unit: MoneyUnit): Interval {
  return scale(intervalOf(number), FEN_PER_UNIT[unit]);
}

export const add = (augend: Interval, addend: Interval): Interval => ({
  low: augend.low.plus(addend.low),
  high: augend.high.plus(addend.high),
});

export const subtract = (minuend: Interval, subtrahend: Interval): Interval => ({
  low: minuend.low.minus(subtrahend.high),
  high: minuend.high.minus(subtrahend.low),
});

export function scale(interval: Interval, factor: Numeric): Interval {
  const ends = [interval.low.times(factor), interval.high.times(factor)] as const;
  return { low: Decimal.min(...ends), high: Decimal.max(...ends) };
}

export const sum = (intervals: readonly Interval[]): Interval => intervals.reduce(add, exactly(0));

/** The quotient's bounds; undefined when the divisor may be zero. */
export function divide(dividend: Interval, divisor: Interval): Interval | undefined {
  if (divisor.low.lte(0) && divisor.high.gte(0)) return undefined;
  const ends = [dividend.low, dividend.high].flatMap((end) => [end.div(divisor.low), end.div(divisor.high)]);
  return { low: Decimal.min(...ends), high: Decimal.max(...ends) };
}

/** The common part; undefined when the intervals share no point (touching ends do share one). */
export function intersect(one: Interval, other: Interval): Interval | undefined {
  const low = Decimal.max(one.low, other.low);
  const high = Decimal.min(one.high, other.high);
  return low.lte(high) ? { low, high } : undefined;
}

/** Distance between two intervals, zero when they share a point. */
export function gap(one: Interval, other: Interval): Decimal {
  return Decimal.max(0, one.low.minus(other.high), other.low.minus(one.high));
}

export const contains = (interval: Interval, value: Numeric): boolean =>
  interval.low.lte(value) && interval.high.gte(value);

/** Groups thousands and writes a real minus sign; `decimals` undefined keeps the text's own decimals. */
export function formatNumber(value: Numeric, decimals?: number): string {
  const number = new Decimal(value);
  const text =
    decimals === undefined
      ? typeof value === 'string'
        ? value.replace(/^-/, '')
        : number.abs().toString()
      : number.abs().toFixed(decimals);
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = /^[0.,]*$/.test(text);
  return `${number.isNegative() && !isZero ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
