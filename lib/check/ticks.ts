import { Decimal, isMoneyUnit, type MoneyUnit } from '../amount';

/**
 * The engine counts money in ticks, 1/10 分, as whole numbers: half of the last printed digit is a whole number of ticks
 * down to amounts in 元 with two decimals. Finer figures are widened outward, so that rounding is never taken for a contradiction.
 */
const DIGITS_PER_UNIT: Readonly<Record<MoneyUnit, number>> = { 元: 3, 千元: 6, 万元: 7, 百万元: 9, 亿元: 11 };

/** What a printed number can stand for: its value and the closed interval around it, in ticks. */
export interface Span {
  value: number;
  low: number;
  high: number;
}

export const ZERO: Span = { value: 0, low: 0, high: 0 };

/** A unit is 10 to this power ticks. */
function powerOf(unit: string): number {
  if (!isMoneyUnit(unit)) throw new RangeError(`not a unit of money: ${unit}`);
  return DIGITS_PER_UNIT[unit];
}

/** The span of a printed amount of money; undefined for other units and for amounts beyond 2^53 ticks. */
export function spanOf(value: string, decimals: number, unit: string): Span | undefined {
  if (!isMoneyUnit(unit)) return undefined;
  const power = powerOf(unit);
  const ticks = toTicks(value, unit);
  const half = 10 ** (power - decimals) / 2;
  const exact = decimals <= power ? ticks : new Decimal(value).times(new Decimal(10).pow(power)).toNumber();
  const [low, high] = [Math.floor(exact - half), Math.ceil(exact + half)];
  return Number.isSafeInteger(low) && Number.isSafeInteger(high) ? { value: ticks, low, high } : undefined;
}

/** Decimal text in a unit as whole ticks. */
export function toTicks(value: string, unit: string): number {
  const power = powerOf(unit);
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction.slice(0, power).padEnd(power, '0');
  const ticks = Number(digits) + (Number(fraction[power] ?? 0) >= 5 ? 1 : 0);
  return value.startsWith('-') ? -ticks : ticks;
}

/** Ticks as decimal text in a unit; without `decimals` as many as are needed. */
export function ticksText(ticks: number, unit: string, decimals?: number): string {
  const power = powerOf(unit);
  const kept = decimals === undefined || decimals > power ? power : decimals;
  const rounded = Math.round(Math.abs(ticks) / 10 ** (power - kept));
  const digits = String(rounded).padStart(kept + 1, '0');
  const whole = digits.slice(0, digits.length - kept);
  let fraction = digits.slice(digits.length - kept);
  if (decimals === undefined) fraction = fraction.replace(/0+$/, '');
  else fraction = fraction.padEnd(decimals, '0');
  return `${ticks < 0 && rounded !== 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** Weight of one unit of the last printed digit, in ticks. */
export const digitWeight = (decimals: number, unit: string): number => 10 ** (powerOf(unit) - decimals);
