import { Decimal, FEN_PER_UNIT, gap, type Interval, intersect, isMoneyUnit } from '../amount';
import type { Account } from '../facts';
import type { Measured } from '../measured';

/** A figure by formula, with the bounds that the rounded inputs allow; decimal texts in the metric's unit. */
export interface Recomputed {
  value: string;
  low: string;
  high: string;
}

/**
 * agrees: published and recomputed intervals share a point · last_digit: off by at most one unit of the last digit (cut instead
 * of rounded, or bent so that shares add to 100) · differs: no rounding explains it.
 */
export type Verdict = 'agrees' | 'last_digit' | 'differs';

export interface MetricResult {
  metric: string;
  unit: string;
  /** what the document states itself; null where it states nothing */
  published: Measured | null;
  recomputed: Recomputed | null;
  /** null where there is only one of the two */
  verdict: Verdict | null;
  /** what the formula was fed, missing inputs included */
  inputs: Measured[];
  /** in Chinese: why there is no recomputed figure, or what it rests on */
  reason: string | null;
}

export interface Metric {
  id: string;
  zh: string;
  en: string;
  /** in words */
  formula: string;
  unit: '%' | '万元' | '万元/人';
  /** where its inputs are printed */
  printedIn: string;
  /** `subject`: the 类 of a share by class */
  compute(account: Account, subject?: string): MetricResult;
}

export type Formula = Pick<Metric, 'id' | 'unit'>;

/** The printed value of a measure: money in 分, all else in its own unit. */
export function pointOf(measured: Measured): Decimal | undefined {
  if (measured.value === null) return undefined;
  return new Decimal(measured.value).times(isMoneyUnit(measured.unit) ? FEN_PER_UNIT[measured.unit] : 1);
}

/** Published against recomputed: the published digits are an interval, the rounded inputs allow another. */
export function verdictOf(published: Measured, recomputed: Recomputed): Verdict {
  const bounds: Interval = { low: new Decimal(recomputed.low), high: new Decimal(recomputed.high) };
  if (published.interval === null || intersect(published.interval, bounds)) return 'agrees';
  const lastDigit = new Decimal(10).pow(-published.decimals);
  return gap(published.interval, bounds).lt(lastDigit) ? 'last_digit' : 'differs';
}

export const withoutResult = (
  { id, unit }: Formula,
  inputs: Measured[],
  published: Measured | null,
  reason: string,
): MetricResult => ({ metric: id, unit, published, recomputed: null, verdict: null, inputs, reason });

export function withResult(
  { id, unit }: Formula,
  inputs: Measured[],
  published: Measured | null,
  recomputed: Recomputed,
  reason: string | null = null,
): MetricResult {
  const stated = published?.value === null ? null : published;
  const verdict = stated && verdictOf(stated, recomputed);
  return { metric: id, unit, published: stated, recomputed, verdict, inputs, reason };
}

/** Why inputs are missing, in one sentence; undefined when none is. */
export function missingInputs(inputs: readonly Measured[]): string | undefined {
  const lacking = inputs.filter((input) => input.value === null);
  if (lacking.length === 0) return undefined;
  return lacking.map((input) => `缺少${input.label}：${input.reason ?? '文件中没有说明'}`).join('；');
}
