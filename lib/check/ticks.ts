import { Decimal, FEN_PER_UNIT, isMoneyUnit } from '../amount';

/**
 * The engine counts money in ticks, 1/10 分, as whole numbers: half of the last printed digit is a whole number of ticks
 * down to amounts in 元 with two decimals. Finer figures are widened outward, so that rounding is never taken for a contradiction.
 */
const TICKS_PER_FEN = 10;
export const TICKS_PER_WAN = FEN_PER_UNIT.万元 * TICKS_PER_FEN;

/** What a printed number can stand for: its value and the closed interval around it, in ticks. */
export interface Span {
  value: number;
  low: number;
  high: number;
}

export const ZERO: Span = { value: 0, low: 0, high: 0 };

const ticksPer = (unit: string): number => (isMoneyUnit(unit) ? FEN_PER_UNIT[unit] * TICKS_PER_FEN : Number.NaN);

/** The span of a printed amount of money; undefined for other units and for amounts beyond 2^53 ticks. */
export function spanOf(value: string, decimals: number, unit: string): Span | undefined {
  const per = ticksPer(unit);
  if (Number.isNaN(per)) return undefined;
  const exact = new Decimal(value).times(per);
  const half = new Decimal(per).div(new Decimal(10).pow(decimals)).div(2);
  const low = exact.minus(half).floor().toNumber();
  const high = exact.plus(half).ceil().toNumber();
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return undefined;
  return { value: exact.round().toNumber(), low, high };
}

/** Ticks as decimal text in a unit; without `decimals` as many as are needed. */
export function ticksText(ticks: number, unit: string, decimals?: number): string {
  const value = new Decimal(ticks).div(ticksPer(unit));
  return decimals === undefined ? value.toString() : value.toFixed(decimals);
}

/** Decimal text in a unit as ticks. */
export const toTicks = (value: string, unit: string): number =>
  new Decimal(value).times(ticksPer(unit)).round().toNumber();

/** Weight of one unit of the last printed digit, in ticks. */
export const digitWeight = (decimals: number, unit: string): number => ticksPer(unit) / 10 ** decimals;
