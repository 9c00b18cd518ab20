import { Decimal, FEN_PER_UNIT, type Interval, isMoneyUnit } from '../../../lib/amount';

/** A figure in millionths of its unit with bounds rounded outward; of money that is 分, the millionth of 万元. */
export interface Bounded {
  value: number;
  low: number;
  high: number;
}

/** Money in 分, everything else as printed. */
const SCALE = 1_000_000;

const held = (numbers: readonly Decimal[]): boolean => numbers.every((each) => each.abs().lte(Number.MAX_SAFE_INTEGER));

/** `value` in its own unit, `interval` in 分 for money, as Measured has them; undefined beyond what the store holds exactly. */
export function bounded(value: string, unit: string, interval: Interval): Bounded | undefined {
  const isMoney = isMoneyUnit(unit);
  const point = new Decimal(value).times(isMoney ? FEN_PER_UNIT[unit] : SCALE).round();
  const scale = isMoney ? 1 : SCALE;
  const low = Decimal.min(point, interval.low.times(scale).floor());
  const high = Decimal.max(point, interval.high.times(scale).ceil());
  if (!held([point, low, high])) return undefined;
  return { value: point.toNumber(), low: low.toNumber(), high: high.toNumber() };
}

/** The same of texts in the figure's unit, money in 万元. */
export function boundedTexts(texts: { value: string; low: string; high: string }): Bounded | undefined {
  const point = new Decimal(texts.value).times(SCALE).round();
  const low = Decimal.min(point, new Decimal(texts.low).times(SCALE).floor());
  const high = Decimal.max(point, new Decimal(texts.high).times(SCALE).ceil());
  if (!held([point, low, high])) return undefined;
  return { value: point.toNumber(), low: low.toNumber(), high: high.toNumber() };
}
