import { formatNumber } from '../amount';

/** Where values stand on an axis, and the numbers written beside it. */
export interface ValueScale {
  /** position of a value, in the axis' own measure */
  at(value: number): number;
  min: number;
  max: number;
  ticks: { at: number; text: string }[];
  log: boolean;
}

/** Positive values of which the largest is so many times the smallest read better as multiples. */
const WIDE = 100;
const MOST_TICKS = 6;

/** Whether values call for a logarithmic scale. */
export function spansOrders(values: readonly number[]): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length > 1 && low > 0 && high / low >= WIDE;
}

/** 1, 2 or 5 times a power of ten: the smallest step that needs no more than so many. */
function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / MOST_TICKS));
  return power * ([1, 2, 5, 10].find((step) => span / (step * power) <= MOST_TICKS) ?? 10);
}

const tickText = (value: number): string => formatNumber(Number(value.toPrecision(12)));

function linearScale(values: readonly number[], zero: boolean): ValueScale {
  const low = Math.min(...values, ...(zero ? [0] : []));
  const high = Math.max(...values, ...(zero ? [0] : []));
  const span = high - low || Math.abs(high) || 1;
  const step = stepOf(span);
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const value = Number(((first + index) * step).toPrecision(12));
    return { at: value, text: tickText(value) };
  });
  return { at: (value) => value, min: first * step, max: last * step, ticks, log: false };
}

const ROUND = [1, 2, 5] as const;

function logScale(values: readonly number[]): ValueScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 2 },
    (_, index) => 10 ** (Math.floor(Math.log10(low)) + index),
  );
  const all = powers.flatMap((power) => ROUND.map((round) => round * power));
  const start = all.filter((one) => one <= low).at(-1) ?? low;
  const end = all.find((one) => one >= high && one > start) ?? high;
  const within = all.filter((one) => one >= start && one <= end);
  const rounds = within.length <= MOST_TICKS + 1 ? within : powers.filter((one) => one >= start && one <= end);
  return {
    at: Math.log10,
    min: Math.log10(start),
    max: Math.log10(end),
    ticks: rounds.map((value) => ({ at: Math.log10(value), text: tickText(value) })),
    log: true,
  };
}

/** A scale with round ends. Logarithmic only for positive values; with `zero` a linear one holds zero. */
export function valueScale(values: readonly number[], { log = false, zero = true } = {}): ValueScale {
  const drawn = values.filter(Number.isFinite);
  if (drawn.length === 0) return linearScale([0, 1], true);
  return log && drawn.every((value) => value > 0) ? logScale(drawn) : linearScale(drawn, zero);
}
