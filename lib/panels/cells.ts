import { Decimal, FEN_PER_UNIT, formatNumber, type Interval, isMoneyUnit } from '../amount';
import type { Account } from '../facts';
import type { Measured } from '../measured';
import type { MetricResult } from '../metrics/metric';
import type { Occurrence } from '../occurrences';
import type { PanelCell, PanelSource } from './panel';

/** The one unit of money of a panel and its fewest decimals. */
export interface MoneyScale {
  unit: '万元' | '亿元';
  decimals: number;
}

/** From 10 亿元 on a panel speaks in 亿元; below, 万元 as published. */
const LARGE = new Decimal(10).times(FEN_PER_UNIT.亿元);

/** The largest value decides the unit; the decimals are those published, at most two in 万元 and four in 亿元. */
export function moneyScale(measures: readonly Measured[]): MoneyScale {
  const money = measures.filter((one) => one.value !== null && isMoneyUnit(one.unit));
  const ends = money.flatMap((one) => (one.interval ? [one.interval.low.abs(), one.interval.high.abs()] : []));
  if (ends.some((end) => end.gte(LARGE))) return { unit: '亿元', decimals: 4 };
  const decimals = money.map((one) => (one.unit === '万元' ? one.decimals : 2));
  return { unit: '万元', decimals: Math.min(2, Math.max(0, ...decimals)) };
}

const uniqueSources = (sources: readonly PanelSource[]): PanelSource[] => [
  ...new Map(
    sources.map((one) => [`${one.account}|${one.place.page}|${one.place.line}|${one.place.cell}|${one.printed}`, one]),
  ).values(),
];

const sourceOf = (account: Account, { label, printed, place }: Occurrence): PanelSource => ({
  account: account.id,
  label,
  printed,
  place,
});

export const sourcesOf = (account: Account, measures: readonly Measured[]): PanelSource[] =>
  uniqueSources(measures.flatMap((one) => one.occurrences.map((occurrence) => sourceOf(account, occurrence))));

/** Every source of the cells, each once. */
export const sourcesOfCells = (cells: readonly PanelCell[]): PanelSource[] =>
  uniqueSources(cells.flatMap((cell) => cell.sources));

export const missingCell = (reason: string): PanelCell => ({
  text: '—',
  value: null,
  status: 'missing',
  reason,
  sources: [],
});

const factorTo = (scale: MoneyScale): number => FEN_PER_UNIT[scale.unit];

/** Exact decimal text of 分 in the panel's unit. */
const inUnit = (fen: Decimal, scale: MoneyScale): string => fen.div(factorTo(scale)).toString();

/** A measure as published, in the panel's unit; other units stay their own. */
export function measuredCell(account: Account, measured: Measured, scale: MoneyScale): PanelCell {
  if (measured.value === null) return missingCell(measured.reason ?? '文件中没有说明');
  const money = isMoneyUnit(measured.unit) ? measured.unit : undefined;
  const exact = money
    ? new Decimal(measured.value).times(FEN_PER_UNIT[money]).div(factorTo(scale))
    : new Decimal(measured.value);
  const own = !money || money === scale.unit ? measured.decimals : 0;
  const decimals = money ? Math.max(scale.decimals, Math.min(6, own)) : measured.decimals;
  const status = measured.status === 'adopted' ? 'adopted' : measured.summed ? 'derived' : 'published';
  return {
    text: formatNumber(exact, decimals),
    value: exact.toString(),
    status,
    ...(measured.disputed ? { disputed: true } : {}),
    ...(measured.reason ? { reason: measured.reason } : {}),
    ...(measured.summed && measured.interval ? boundsIn(measured.interval, scale) : {}),
    sources: sourcesOf(account, [measured]),
  };
}

const boundsIn = (interval: Interval, scale: MoneyScale): { low: string; high: string } => ({
  low: inUnit(interval.low, scale),
  high: inUnit(interval.high, scale),
});

/** Bounds in words, rounded outwards, one digit finer than the figure: `15.836–15.837`. */
export function boundsText(low: string, high: string, decimals: number): string {
  const [from, to] = [new Decimal(low), new Decimal(high)];
  for (let digits = decimals + 1; digits <= decimals + 4; digits += 1) {
    const ends = [from.toFixed(digits, Decimal.ROUND_FLOOR), to.toFixed(digits, Decimal.ROUND_CEIL)] as const;
    if (ends[0] !== ends[1])
      return ends.map((end) => formatNumber(end)).join(to.isNegative() || from.isNegative() ? ' 至 ' : '–');
  }
  return formatNumber(from, decimals + 1);
}

/** A recomputed figure with its bounds; `signed` writes the plus sign of a growth. */
export function metricCell(account: Account, result: MetricResult, scale: MoneyScale, signed = false): PanelCell {
  const { recomputed, inputs } = result;
  if (!recomputed) return { ...missingCell(result.reason ?? '无法计算'), sources: sourcesOf(account, inputs) };
  const money = result.unit === '万元' || result.unit === '万元/人';
  const factor = money ? new Decimal(FEN_PER_UNIT.万元).div(factorTo(scale)) : new Decimal(1);
  const scaled = (text: string): Decimal => new Decimal(text).times(factor);
  const decimals = result.unit === '万元' ? scale.decimals : money && scale.unit === '亿元' ? 6 : 2;
  const value = scaled(recomputed.value);
  const [low, high] = [scaled(recomputed.low).toString(), scaled(recomputed.high).toString()];
  const bounds = `输入数四舍五入允许的范围：${boundsText(low, high, decimals)}`;
  const text = formatNumber(value, decimals);
  return {
    text: signed && value.isPositive() && !value.isZero() ? `+${text}` : text,
    value: value.toString(),
    status: result.unit === '万元' ? 'derived' : 'computed',
    ...(inputs.some((input) => input.disputed) ? { disputed: true } : {}),
    reason: [result.reason, bounds].filter(Boolean).join('；'),
    low,
    high,
    sources: sourcesOf(account, inputs),
  };
}

/** A published percentage, signed where it is a growth. */
export function percentCell(account: Account, published: Measured | null, lacking: string, signed = false): PanelCell {
  if (published?.value == null) return missingCell(lacking);
  const value = new Decimal(published.value);
  const text = formatNumber(published.value);
  return {
    text: signed && value.gt(0) ? `+${text}` : text,
    value: value.toString(),
    status: published.status === 'adopted' ? 'adopted' : 'published',
    ...(published.disputed ? { disputed: true } : {}),
    ...(published.reason ? { reason: published.reason } : {}),
    sources: sourcesOf(account, [published]),
  };
}

/** Where a number goes in a sentence or at a mark: text with its unit. */
export const withUnit = (cell: PanelCell, unit: string): string =>
  cell.value === null ? '无数据' : unit === '%' ? `${cell.text}%` : `${cell.text} ${unit}`;

/** A cell's value for a chart, where exactness ends at the pixel. */
export const chartValue = (cell: PanelCell): number | null => (cell.value === null ? null : Number(cell.value));

/** A rate of growth in words: 比上年增加 3.20%, 比上年减少 0.41%, 与上年持平. */
export function onYearWords({ text }: PanelCell): string {
  const rate = text.replace(/^[−+]/, '');
  if (/^[0.]+$/.test(rate)) return '与上年持平';
  return `比上年${text.startsWith('−') ? '减少' : '增加'} ${rate}%`;
}
