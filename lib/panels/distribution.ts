import { Decimal, formatNumber } from '../amount';
import { type Distributed, distributionBars } from '../charts/distributionBars';
import { themeOf } from '../charts/theme';
import { valueScale } from '../charts/valueScale';
import { sourcesOfCells } from './cells';
import { type FigureScale, figureCell, figureScale, isCounted, withFigureUnit } from './figureCells';
import type { PanelCell, PanelChart, PanelData } from './panel';
import { type Completeness, completenessText, markOf, type RankedOf, rankText } from './ranking';

/** How a figure is spread among departments: decimal texts in its unit. */
export interface SpreadOf {
  count: number;
  minimum: string;
  quartiles: readonly [string, string, string];
  maximum: string;
  bins: readonly { low: string; high: string; count: number }[];
  logarithmic: boolean;
}

export interface DistributionAsked {
  label: string;
  unit: string;
  year: number;
  /** undefined: nobody has the figure */
  spread: SpreadOf | undefined;
  /** every department, where they are few enough to be drawn one by one */
  single: readonly RankedOf[];
  chosen: readonly RankedOf[];
  criterion: string;
  completeness: Completeness;
  /** where the departments of a bin are listed, by its number */
  binPath: (bin: number) => string;
}

export interface DistributionData extends PanelData {
  label: string;
  unit: string;
  bins: { low: string; high: string; count: number; href: string }[];
  /** minimum, quartiles, maximum */
  quantiles: { label: string; text: string; value: string }[];
  /** the marked departments, or all where they are few */
  chosen: { rank: string; row: RankedOf; cell: PanelCell }[];
}

/** Fewer departments are named one by one instead of counted. */
const FEW = 8;

const QUANTILES = [
  '最小',
  '四分之一的部门不超过',
  '一半的部门不超过（中位数）',
  '四分之三的部门不超过',
  '最大',
] as const;

/** As many decimals as tell neighbours apart. */
const textIn = (value: string, { factor, decimals, unit }: FigureScale): string =>
  formatNumber(
    new Decimal(value).times(factor),
    decimals ?? (isCounted(unit) ? (/\.0*$|^-?\d+$/.test(value) ? 0 : 1) : 2),
  );

/** 0 at the lower end of the first bin, 1 at the upper end of the last. */
function positionIn({ minimum, maximum, logarithmic }: SpreadOf): (value: string) => number {
  const of = (value: string): number => (logarithmic ? Math.log10(Number(value)) : Number(value));
  const [low, high] = [of(minimum), of(maximum)];
  return (value) => (high === low ? 0.5 : (of(value) - low) / (high - low));
}

function ticksOf(spread: SpreadOf, scale: FigureScale): Distributed['ticks'] {
  const at = positionIn(spread);
  const ends = [spread.minimum, spread.maximum].map((value) => new Decimal(value).times(scale.factor).toNumber());
  const round = valueScale(ends, { log: spread.logarithmic, zero: false }).ticks.map((tick) =>
    tick.text.replace(/,/g, ''),
  );
  const own = round.map((text) => ({ text, value: new Decimal(text.replace('−', '-')).div(scale.factor).toString() }));
  const within = own.filter(
    ({ value }) => new Decimal(value).gte(spread.minimum) && new Decimal(value).lte(spread.maximum),
  );
  return within.length < 2
    ? [spread.minimum, spread.maximum].slice(0, spread.minimum === spread.maximum ? 1 : 2).map((value) => ({
        at: at(value),
        text: textIn(value, scale),
      }))
    : within.map(({ text, value }) => ({ at: at(value), text: formatNumber(new Decimal(text.replace('−', '-'))) }));
}

function chartOf(
  { spread, single, chosen, label }: DistributionAsked & { spread: SpreadOf },
  data: Pick<DistributionData, 'bins' | 'quantiles'>,
  scale: FigureScale,
  description: string,
): PanelChart {
  const at = positionIn(spread);
  const mark = (row: RankedOf) => markOf(row, figureCell(row.figure, row.account, label, scale), scale.unit);
  const isChosen = ({ department }: RankedOf): boolean => chosen.some((one) => one.department === department);
  const named = spread.count < FEW ? single : chosen;
  const drawn: Distributed = {
    bins: data.bins.map(({ low, high, count, href }) => ({
      title: `${low} 至 ${withFigureUnit(high, scale.unit)}`,
      count,
      ...(count > 0 ? { href } : {}),
    })),
    ticks: ticksOf(spread, scale),
    quartiles:
      spread.count < FEW
        ? []
        : spread.quartiles.map((value, index) => ({
            at: at(value),
            text: `${['¼', '中位', '¾'][index]} ${textIn(value, scale)}`,
          })),
    strip: single
      .filter(({ department }) => !named.some((one) => one.department === department))
      .map((row) => ({ at: at(row.figure.value), mark: mark(row) })),
    named: named.map((row) => ({
      at: at(row.figure.value),
      name: row.name,
      mark: mark(row),
      marked: isChosen(row),
    })),
  };
  const draw = (width: 'wide' | 'narrow') => distributionBars(drawn, themeOf('light'), width, description);
  return { ...draw('wide'), narrow: draw('narrow') };
}

function answerOf({ spread, chosen, label, year }: DistributionAsked, scale: FigureScale): string {
  if (!spread) return `收录的决算都没有公布 ${year} 年的${label}。`;
  const say = (value: string): string => withFigureUnit(textIn(value, scale), scale.unit);
  const [quarter, median, three] = spread.quartiles;
  const middle =
    spread.count === 1
      ? `${year} 年，范围内只有 1 个部门有${label}，为 ${say(median)}`
      : spread.count < FEW
        ? `${year} 年，${spread.count} 个部门的${label}在 ${say(spread.minimum)}与 ${say(spread.maximum)}之间`
        : `${year} 年，${spread.count} 个部门${label}的中位数为 ${say(median)}，一半的部门在 ${say(quarter)}与 ${say(three)}之间`;
  const own = chosen
    .slice(0, 3)
    .map(
      (row) =>
        `${row.name}为 ${say(row.figure.value)}，从高到低第 ${rankText(row)} 位${row.figure.disputed ? '（公布的数字互相矛盾）' : ''}`,
    );
  return `${[middle, ...own].join('；')}。`;
}

/** How a figure is spread among departments, and where the chosen stand. */
export function distributionData(asked: DistributionAsked): DistributionData {
  const { label, unit, year, spread, single, chosen, criterion, completeness, binPath } = asked;
  const scale = figureScale(unit, spread ? [spread.maximum, spread.minimum] : []);
  const answer = answerOf(asked, scale);
  const bins = (spread && spread.count >= FEW ? spread.bins : []).map(({ low, high, count }, at) => ({
    low: textIn(low, scale),
    high: textIn(high, scale),
    count,
    href: binPath(at),
  }));
  const values = spread && spread.count >= FEW ? [spread.minimum, ...spread.quartiles, spread.maximum] : [];
  const quantiles = values.map((value, at) => ({ label: QUANTILES[at] ?? '', text: textIn(value, scale), value }));
  const listed = spread && spread.count < FEW ? single : chosen;
  const cells = listed.map((row) => ({
    rank: rankText(row),
    row,
    cell: figureCell(row.figure, row.account, label, scale),
  }));
  return {
    panel: 'distribution',
    title: `${label}在各部门之间怎样分布？`,
    subtitle: [scale.unit === '' ? '按公布的个数' : `单位：${scale.unit}`, criterion].join('　'),
    answer,
    columns: [{ key: 'count', label: '部门数', unit: null }],
    rows: [],
    chart: spread ? chartOf({ ...asked, spread }, { bins, quantiles }, scale, answer) : null,
    options: [],
    notes: [
      `比较范围：${criterion}。${completenessText(completeness, year)}。`,
      ...(spread?.logarithmic ? ['横轴为对数刻度：相等的距离表示相等的倍数。'] : []),
      ...(spread && spread.count < FEW ? [`不足 ${FEW} 个部门，逐个列出，不分段，不算分位数。`] : []),
    ],
    sources: sourcesOfCells(cells.map(({ cell }) => cell)),
    label,
    unit: scale.unit,
    bins,
    quantiles,
    chosen: cells,
  };
}
