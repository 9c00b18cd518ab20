import { Decimal, divide, type Interval, scale } from '../amount';
import type { Figure } from '../figure';
import type { TrendView } from '../trendSelection';

/** A year of a line; without a figure it is a gap, and `reason` says why. */
export interface TrendPointOf {
  year: number;
  account: string | null;
  figure: Figure | null;
  reason: string | null;
}

export interface TrendBreakOf {
  year: number;
  kind: string;
  text: string;
}

export interface TrendOf {
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  points: readonly TrendPointOf[];
  breaks: readonly TrendBreakOf[];
}

/** What a view divides by: another figure of the same department and year. */
export interface Divisor {
  /** 本年支出合计 */
  label: string;
  lines: readonly TrendOf[];
}

/** Bounds of quotients are rounded outwards at so many digits. */
const DIGITS = 12;

const DECIMALS: Readonly<Record<Exclude<TrendView, 'nominal'>, number>> = { share: 2, per_person: 2, index: 1 };

const rangeOf = ({ low, high }: Figure): Interval => ({ low: new Decimal(low), high: new Decimal(high) });

const gapOf = (point: TrendPointOf, reason: string): TrendPointOf => ({ ...point, figure: null, reason });

/** Divides a figure by another; derived and disputed figures pass it on. */
function quotient(figure: Figure, by: Figure, times: number, unit: string, decimals: number): Figure | undefined {
  const range = divide(rangeOf(figure), rangeOf(by));
  if (!range || new Decimal(by.value).lte(0)) return undefined;
  const { low, high } = scale(range, times);
  const isDerived = figure.source === 'derived' || by.source === 'derived';
  return {
    value: new Decimal(figure.value).div(by.value).times(times).toDecimalPlaces(6).toString(),
    low: low.toDecimalPlaces(DIGITS, Decimal.ROUND_FLOOR).toString(),
    high: high.toDecimalPlaces(DIGITS, Decimal.ROUND_CEIL).toString(),
    unit,
    decimals,
    source: isDerived ? 'derived' : 'computed',
    disputed: figure.disputed || by.disputed,
    reason: [figure.reason, by.disputed ? by.reason : null].filter(Boolean).join('；') || null,
    line: figure.line,
  };
}

/** A line as parts of another figure of the same year: per cent of it, or per person. */
export function dividedLine(
  line: TrendOf,
  { label, lines }: Divisor,
  view: 'share' | 'per_person',
  unit: string,
): TrendOf {
  const other = lines.find(({ department }) => department === line.department);
  const points = line.points.map((point): TrendPointOf => {
    if (!point.figure) return point;
    const by = other?.points.find(({ year }) => year === point.year)?.figure;
    if (!by) return gapOf(point, `${point.year} 年没有${label}，不能换算`);
    const figure = quotient(point.figure, by, view === 'share' ? 100 : 1, unit, DECIMALS[view]);
    return figure ? { ...point, figure } : gapOf(point, `${point.year} 年的${label}为零或不能确定，不能换算`);
  });
  return { ...line, points };
}

/** A line with the base year at 100; without a figure of that year it has none at all. */
export function indexedLine(line: TrendOf, base: number): TrendOf {
  const at = line.points.find(({ year }) => year === base)?.figure;
  const points = line.points.map((point): TrendPointOf => {
    if (!point.figure) return point;
    if (!at) return gapOf(point, `没有 ${base} 年的数字，不能以该年为 100`);
    const figure = quotient(point.figure, at, 100, '', DECIMALS.index);
    if (!figure) return gapOf(point, `${base} 年的数字不大于零，不能以该年为 100`);
    return { ...point, figure: point.year === base ? { ...figure, low: '100', high: '100' } : figure };
  });
  return { ...line, points };
}

/** The year with most figures, the earliest of several: what an index starts from unless the reader says otherwise. */
export function usualBase(lines: readonly TrendOf[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { points } of lines)
    for (const { year, figure } of points)
      if (figure && new Decimal(figure.value).gt(0)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].filter(([, count]) => count === most).sort(([one], [other]) => one - other)[0]?.[0];
}

/** Runs of years in words: 2016 至 2018、2021 年. */
export function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...years].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  const words = runs.map(([from, to]) =>
    from === to ? String(from) : to === from + 1 ? `${from}、${to}` : `${from} 至 ${to}`,
  );
  return `${words.join('、')} 年`;
}

/** What a view lost: figures that are there as published and cannot be converted, by department and reason. */
export function lossNotes(before: readonly TrendOf[], after: readonly TrendOf[]): string[] {
  return before.flatMap((line, index) => {
    const lost = line.points.filter(({ figure }, at) => figure && !after[index]?.points[at]?.figure);
    if (lost.length === 0) return [];
    const reasons = lost.flatMap(({ year }) => after[index]?.points.find((point) => point.year === year)?.reason ?? []);
    const [why = ''] = reasons.map((reason) => reason.replace(/^\d{4} 年/, ''));
    return [`${line.name}：${yearsText(lost.map(({ year }) => year))}的数字换算后缺失（${why}）。`];
  });
}
