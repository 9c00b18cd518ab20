import { Decimal, FEN_PER_UNIT, formatNumber } from '../amount';
import type { Figure } from '../figure';
import { placeAt } from '../place';
import { boundsText } from './cells';
import type { PanelCell, PanelSource } from './panel';

/** The one unit of a panel's figures. */
export interface FigureScale {
  unit: string;
  /** figures in 万元 are multiplied by it */
  factor: Decimal;
  /** fewest decimals; undefined: each figure's own */
  decimals: number | undefined;
}

/** From 10 亿元 on a panel speaks in 亿元. */
const LARGE = new Decimal(10).times(FEN_PER_UNIT.亿元).div(FEN_PER_UNIT.万元);

/** The unit that fits the largest of the figures; only money has a choice. */
export function figureScale(unit: string, values: readonly string[]): FigureScale {
  const one = new Decimal(1);
  if (unit !== '万元') return { unit, factor: one, decimals: unit === '万元/人' ? 2 : undefined };
  const isLarge = values.some((value) => new Decimal(value).abs().gte(LARGE));
  return isLarge
    ? { unit: '亿元', factor: new Decimal(FEN_PER_UNIT.万元).div(FEN_PER_UNIT.亿元), decimals: 4 }
    : { unit, factor: one, decimals: 2 };
}

const STATUS: Readonly<Record<Figure['source'], PanelCell['status']>> = {
  printed: 'published',
  summed: 'computed',
  computed: 'computed',
  derived: 'derived',
};

/** The line that prints a figure, or that its derivation rests on. */
const sourcesOf = (figure: Figure, account: string | null, label: string): PanelSource[] =>
  account === null || figure.line === null
    ? []
    : [{ account, label, printed: formatNumber(figure.value), place: placeAt(figure.line) }];

function reasonOf(figure: Figure, bounds: string): string | undefined {
  const parts = [
    figure.reason,
    figure.source === 'summed' && !figure.reason ? '由文件中的几个数相加' : null,
    figure.source === 'computed' || figure.source === 'derived' ? `四舍五入允许的范围：${bounds}` : null,
  ];
  return parts.filter(Boolean).join('；') || undefined;
}

/** A figure on screen, in the unit of its panel, with the line it is printed on. */
export function figureCell(figure: Figure, account: string | null, label: string, scale: FigureScale): PanelCell {
  const scaled = (text: string): Decimal => new Decimal(text).times(scale.factor);
  const isScaled = !scale.factor.eq(1);
  const own = figure.source === 'computed' && figure.unit === '%' ? 2 : figure.decimals;
  const decimals = isScaled
    ? (scale.decimals ?? own)
    : Math.max(scale.decimals ?? own, figure.unit === '万元' ? own : 0);
  const value = scaled(figure.value);
  const [low, high] = [scaled(figure.low).toString(), scaled(figure.high).toString()];
  const reason = reasonOf(figure, boundsText(low, high, decimals));
  return {
    text: formatNumber(value, Math.min(decimals, 6)),
    value: isScaled ? value.toString() : figure.value,
    status: STATUS[figure.source],
    ...(figure.disputed ? { disputed: true } : {}),
    ...(reason === undefined ? {} : { reason }),
    low,
    high,
    sources: sourcesOf(figure, account, label),
  };
}

/** A number with its unit: 3,890.08 万元, 12.39%, 27. */
export const withFigureUnit = (text: string, unit: string): string =>
  unit === '%' ? `${text}%` : unit === '' ? text : `${text} ${unit}`;

/** Whether a unit says what is counted (人, 辆), not in what is measured. */
export const isCounted = (unit: string): boolean => !/[元%分]/.test(unit);
