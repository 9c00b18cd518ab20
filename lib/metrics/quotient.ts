import { Decimal, divide } from '../amount';
import type { Measured } from '../measured';
import { type Formula, type MetricResult, missingInputs, pointOf, withoutResult, withResult } from './metric';

/** 1 for a plain ratio, 100 for per cent; money over heads comes from 分 to 万元. */
const FACTORS: Readonly<Record<Formula['unit'], Decimal>> = {
  '%': new Decimal(100),
  万元: new Decimal('0.000001'),
  '万元/人': new Decimal('0.000001'),
};

/** Dividend over divisor with the bounds of both; a reason instead where the divisor is, or may be, zero or negative. */
export function quotient(
  formula: Formula,
  dividend: Measured,
  divisor: Measured,
  published: Measured | null = null,
): MetricResult {
  const inputs = [dividend, divisor];
  const stated = published?.value == null ? null : published;
  const lacking = missingInputs(inputs);
  const [above, below] = [pointOf(dividend), pointOf(divisor)];
  if (lacking || !above || !below || !dividend.interval || !divisor.interval)
    return withoutResult(formula, inputs, stated, lacking ?? '缺少数据');
  if (below.isZero()) return withoutResult(formula, inputs, stated, `${divisor.label}为零，不能相除`);
  if (below.isNegative()) return withoutResult(formula, inputs, stated, `${divisor.label}为负数，比率没有意义`);
  const bounds = divide(dividend.interval, divisor.interval);
  if (!bounds) return withoutResult(formula, inputs, stated, `${divisor.label}在四舍五入范围内可能为零，不能相除`);
  const factor = FACTORS[formula.unit];
  const text = (ratio: Decimal): string => ratio.times(factor).toString();
  const recomputed = { value: text(above.div(below)), low: text(bounds.low), high: text(bounds.high) };
  return withResult(formula, inputs, stated, recomputed);
}
