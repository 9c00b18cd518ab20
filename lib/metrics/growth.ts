import { add, Decimal, divide, exactly, type Interval, scale, subtract } from '../amount';
import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import type { MeasureId } from '../measures';
import { claimsOf } from '../occurrences';
import { type Metric, type MetricResult, pointOf, withoutResult, withResult } from './metric';

/** The level, its change and its growth as published, of the first measure whose comparison with last year is stated. */
export interface YearOnYear {
  level: Measured;
  /** signed; missing where no change is stated or its direction is not */
  change: Measured;
  growth: Measured;
  prior: Measured;
  unchanged: boolean;
}

const isStated = (pair: YearOnYear): boolean =>
  pair.change.value !== null || pair.growth.value !== null || pair.prior.value !== null || pair.unchanged;

/** Where the change's sentence leaves the direction open, the growth beside it may name it; else the change has no sign. */
function signed(account: Account, id: MeasureId, change: Measured, growth: Measured): Measured {
  const claims = claimsOf(account, id, 'change_on_year', null);
  const open = claims.length > 0 && claims.every((claim) => claim.direction === null);
  const level = pointOf(change);
  if (!open || !level || level.isZero()) return change;
  const rates = claimsOf(account, id, 'growth_on_year', null);
  const direction = rates.find((claim) => claim.direction !== null)?.direction;
  if (direction === 'increase') return change;
  if (direction === 'decrease' && change.value !== null && change.interval !== null)
    return { ...change, value: `-${change.value}`, interval: scale(change.interval, -1) };
  return { ...change, value: null, interval: null, status: 'missing', reason: `${growth.label}的方向没有写明` };
}

function pairOf(account: Account, id: MeasureId): YearOnYear {
  const growth = measure(account, id, 'growth_on_year');
  return {
    level: measure(account, id),
    change: signed(account, id, measure(account, id, 'change_on_year'), growth),
    growth,
    prior: measure(account, id, 'prior_year'),
    unchanged: claimsOf(account, id, 'unchanged_on_year', null).length > 0,
  };
}

/** The first measure of the list whose comparison with last year is stated; else the first whose level is printed. */
export function yearOnYear(account: Account, measures: readonly [MeasureId, ...MeasureId[]]): YearOnYear {
  const [first, ...rest] = measures;
  const pairs = [first, ...rest].map((id) => pairOf(account, id));
  return (
    pairs.find((pair) => isStated(pair) && pair.level.value !== null) ??
    pairs.find((pair) => pair.level.value !== null) ??
    pairOf(account, first)
  );
}

export interface Prior {
  /** 分 */
  point: Decimal;
  interval: Interval;
  inputs: Measured[];
  /** published: the document prints it · derived: it follows from this year's level and the stated change or growth */
  origin: 'published' | 'derived';
  how: string;
}

/** Last year's level: as published, or this year's less the change, or from the growth alone. */
export function priorOf({ level, change, growth, prior, unchanged }: YearOnYear): Prior | string {
  const stated = pointOf(prior);
  if (stated && prior.interval)
    return { point: stated, interval: prior.interval, inputs: [prior], origin: 'published', how: '文件公布的上年数' };
  const now = pointOf(level);
  if (!now || !level.interval) return `缺少${level.label}：${level.reason ?? '文件中没有说明'}`;
  const moved = pointOf(change);
  if (moved && change.interval) {
    const how = `${level.label} ${moved.isNegative() ? '＋ 减少额' : '－ 增加额'}`;
    const interval = subtract(level.interval, change.interval);
    return { point: now.minus(moved), interval, inputs: [level, change], origin: 'derived', how };
  }
  if (unchanged) return { point: now, interval: level.interval, inputs: [level], origin: 'derived', how: '与上年持平' };
  const rate = pointOf(growth);
  if (!rate || !growth.interval) return change.reason ?? '文件没有说明与上年的比较';
  const interval = divide(level.interval, add(exactly(1), scale(growth.interval, '0.01')));
  if (!interval || rate.lte(-100)) return '公布的增减幅度不能推算上年数';
  const point = now.div(rate.div(100).plus(1));
  return { point, interval, inputs: [level, growth], origin: 'derived', how: `${level.label} ÷ (1 ＋ 增减幅度)` };
}

/** The bounds of change ÷ (level − change) at the corners: it is monotone in level and in change. */
function growthBounds(level: Interval, change: Interval): Interval | undefined {
  const corners: Decimal[] = [];
  for (const now of [level.low, level.high])
    for (const moved of [change.low, change.high]) {
      const base = now.minus(moved);
      if (base.lte(0)) return undefined;
      corners.push(moved.div(base));
    }
  return scale({ low: Decimal.min(...corners), high: Decimal.max(...corners) }, 100);
}

interface GrowthSpec {
  id: string;
  zh: string;
  en: string;
  measures: readonly [MeasureId, ...MeasureId[]];
  printedIn: string;
}

function computeGrowth(spec: GrowthSpec, account: Account): MetricResult {
  const formula = { id: spec.id, unit: '%' as const };
  const pair = yearOnYear(account, spec.measures);
  const published = pair.growth.value === null ? null : pair.growth;
  const prior = priorOf(pair);
  const inputs = [pair.level, pair.change, pair.prior].filter((input) => input.value !== null);
  if (typeof prior === 'string') return withoutResult(formula, inputs, published, prior);
  if (prior.point.lte(0)) return withoutResult(formula, inputs, published, '上年数为零或负数，增长率没有意义');
  const now = pointOf(pair.level);
  if (!now || !pair.level.interval) return withoutResult(formula, inputs, published, `缺少${pair.level.label}`);
  if (pair.change.value === null && pair.prior.value === null && !pair.unchanged)
    return withoutResult(formula, inputs, published, '文件只公布了增减幅度，没有增减额，无法重算');
  const moved = now.minus(prior.point);
  const movedInterval = pair.change.interval ?? (pair.unchanged ? exactly(0) : undefined);
  const bounds = movedInterval
    ? growthBounds(pair.level.interval, movedInterval)
    : growthFrom(pair.level.interval, prior.interval);
  if (!bounds) return withoutResult(formula, inputs, published, '上年数在四舍五入范围内可能为零，增长率没有意义');
  const value = moved.div(prior.point).times(100);
  return withResult(formula, inputs, published, {
    value: value.toString(),
    low: bounds.low.toString(),
    high: bounds.high.toString(),
  });
}

function growthFrom(level: Interval, prior: Interval): Interval | undefined {
  const ratio = divide(level, prior);
  return ratio && scale(subtract(ratio, exactly(1)), 100);
}

/** Growth on last year, recomputed from the change alone: change ÷ (level − change). */
export const growthMetric = (spec: GrowthSpec): Metric => ({
  ...spec,
  formula: '增减额 ÷（本年数 − 增减额）',
  unit: '%',
  compute: (account) => computeGrowth(spec, account),
});

function computePrior(spec: GrowthSpec, account: Account): MetricResult {
  const formula = { id: spec.id, unit: '万元' as const };
  const pair = yearOnYear(account, spec.measures);
  const prior = priorOf(pair);
  if (typeof prior === 'string') return withoutResult(formula, [pair.level], null, prior);
  const text = (fen: Decimal): string => fen.div(1_000_000).toString();
  const { low, high } = prior.interval;
  const recomputed = { value: text(prior.point), low: text(low), high: text(high) };
  if (prior.origin === 'published')
    return { ...withResult(formula, prior.inputs, pair.prior, recomputed), verdict: null };
  return withResult(formula, prior.inputs, null, recomputed, `推算：${prior.how}`);
}

/** Last year's level, where the document does not print it: this year's level less the change. */
export const priorMetric = (spec: GrowthSpec): Metric => ({
  ...spec,
  formula: '本年数 − 增减额',
  unit: '万元',
  compute: (account) => computePrior(spec, account),
});
