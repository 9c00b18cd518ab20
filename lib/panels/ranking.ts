import { rankDots } from '../charts/rankDots';
import { themeOf } from '../charts/theme';
import { spansOrders } from '../charts/valueScale';
import type { Figure } from '../figure';
import { accountPath, sourcePath } from '../selection';
import { sourcesOfCells } from './cells';
import { type FigureScale, figureCell, figureScale, withFigureUnit } from './figureCells';
import type { PanelCell, PanelData } from './panel';

/** A department's place among its peers. */
export interface RankedOf {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  figure: Figure;
  /** the best and the worst place that rounding allows */
  rank: number;
  worst: number;
}

/** How many of the departments asked for have an account of the year, and how many of those the figure. */
export interface Completeness {
  /** departments of the store; null where it cannot be known which of them belong */
  known: number | null;
  published: number;
  counted: number;
}

export interface RankingAsked {
  label: string;
  unit: string;
  year: number;
  order: 'descending' | 'ascending';
  /** of the page, and the chosen wherever they stand */
  rows: readonly RankedOf[];
  chosen: readonly RankedOf[];
  /** first of the whole order; undefined when there is none */
  first: RankedOf | undefined;
  /** of the whole ranking: decides the unit */
  largest: string | undefined;
  criterion: string;
  completeness: Completeness;
  scale?: 'linear' | 'log';
}

/** Of more departments no chart is drawn. */
const MOST_DRAWN = 60;

export interface RankedRow {
  rank: string;
  row: RankedOf;
  cell: PanelCell;
  chosen: boolean;
}

export interface RankingData extends PanelData {
  ranked: RankedRow[];
  /** chosen departments that stand on another page */
  apart: RankedRow[];
  unit: string;
  log: boolean;
}

/** 3, or 3–5 where ranges overlap. */
export const rankText = ({ rank, worst }: Pick<RankedOf, 'rank' | 'worst'>): string =>
  rank === worst ? String(rank) : `${rank}–${worst}`;

/** Of how many departments the figures are: a set with gaps says so. */
export function completenessText({ known, published, counted }: Completeness, year: number): string {
  const without = published - counted;
  const figures = without > 0 ? `，其中 ${counted} 个有这个数字` : '';
  if (known === null)
    return `${year} 年度 收录了 ${published} 个部门的决算${figures}（规模按当年支出划分，没有收录的部门无从划分）`;
  if (published === known && without === 0) return `${known} 个部门的 ${year} 年度决算都已收录，都有这个数字`;
  return `${known} 个部门中 ${published} 个的 ${year} 年度决算已收录${figures}`;
}

/** What a mark says when it is pointed at, and where it leads. */
export const markOf = (
  { name, account, figure }: Pick<RankedOf, 'name' | 'account' | 'figure'>,
  cell: PanelCell,
  unit: string,
) => ({
  value: cell.value === null ? null : Number(cell.value),
  title: name,
  text: withFigureUnit(cell.text, unit) + (figure.disputed ? '，公布的数字互相矛盾' : ''),
  disputed: figure.disputed,
  href: figure.line === null ? accountPath(account) : sourcePath(account, { line: figure.line }),
});

function chartOf(rows: readonly RankedRow[], { unit }: FigureScale, log: boolean, description: string) {
  const dots = rows.map(({ rank, row, cell, chosen }) => ({
    rank,
    name: row.name,
    low: Number(cell.low ?? cell.value),
    high: Number(cell.high ?? cell.value),
    chosen,
    mark: {
      ...markOf(row, cell, unit),
      text: withFigureUnit(cell.text, unit === '万元' || unit === '亿元' ? '' : unit),
    },
  }));
  const draw = (width: 'wide' | 'narrow') => rankDots(dots, log, themeOf('light'), width, description);
  return { ...draw('wide'), narrow: draw('narrow') };
}

const GROWTH = /比上年增减$/;
const MEASURED = /^(?:%|分|万元\/人|亿元\/人)$/;

/** What is asked of the first in the order: amounts and counts are most or least, rates highest or lowest, changes a rise or a fall. */
function questionOf({ label, unit, order }: Pick<RankingAsked, 'label' | 'unit' | 'order'>): string {
  const most = order === 'descending';
  if (GROWTH.test(label)) return `${label.replace(/增减$/, '')}${most ? '增长' : '下降'}最多`;
  if (MEASURED.test(unit)) return `${label}最${most ? '高' : '低'}`;
  return `${label}最${most ? '多' : '少'}`;
}

/** Rises and falls by their direction: where all of them fall, the first of an order fell least. */
function saidOf({ label, unit, order }: RankingAsked, cell: PanelCell, shownUnit: string): string {
  const value = withFigureUnit(cell.text, shownUnit);
  if (!GROWTH.test(label)) return `${questionOf({ label, unit, order })}，为 ${value}`;
  const falls = cell.text.startsWith('−');
  const rank = falls === (order === 'descending') ? '最少' : '最多';
  return `${label.replace(/增减$/, '')}${falls ? '下降' : '增长'}${rank}，为 ${value.replace(/^−/, '')}`;
}

function answerOf(asked: RankingAsked, scale: FigureScale): string {
  const { first, label, year } = asked;
  if (!first) return `收录的决算都没有公布 ${year} 年的${label}。`;
  const cell = figureCell(first.figure, first.account, label, scale);
  const shared =
    first.worst > first.rank ? `，与另外 ${first.worst - first.rank} 个部门在四舍五入的范围内不分先后` : '';
  const doubt = first.figure.disputed ? '（公布的数字互相矛盾，不宜直接引用）' : '';
  if (asked.completeness.counted === 1)
    return `${year} 年只有${first.name}有${label}的数字，为 ${withFigureUnit(cell.text, scale.unit)}${doubt}，无从比较。`;
  return `${year} 年，${first.name}的${saidOf(asked, cell, scale.unit)}${doubt}${shared}。`;
}

/** Departments of a year by a figure: one object behind page, table and downloads. */
export function rankingData(asked: RankingAsked): RankingData {
  const { label, unit, year, rows, chosen, largest, criterion, completeness } = asked;
  const scale = figureScale(unit, largest === undefined ? [] : [largest]);
  const marked = new Set(chosen.map(({ department }) => department));
  const rankedRow = (row: RankedOf): RankedRow => ({
    rank: rankText(row),
    row,
    cell: figureCell(row.figure, row.account, label, scale),
    chosen: marked.has(row.department),
  });
  const ranked = rows.map(rankedRow);
  const apart = chosen.filter(({ department }) => !rows.some((row) => row.department === department)).map(rankedRow);
  const drawn = [...ranked, ...apart];
  const values = drawn.flatMap(({ cell }) => (cell.value === null ? [] : [Number(cell.value)]));
  const log = asked.scale === undefined ? spansOrders(values) : asked.scale === 'log' && values.every((one) => one > 0);
  const answer = answerOf(asked, scale);
  const overlapping = drawn.some(({ row }) => row.worst > row.rank);
  return {
    panel: 'rankings',
    title: `哪些部门的${questionOf(asked)}？`,
    subtitle: [scale.unit === '' ? '按公布的个数' : `单位：${scale.unit}`, criterion].join('　'),
    answer,
    columns: [{ key: 'value', label, unit: scale.unit }],
    rows: drawn.map(({ row, cell }) => ({ key: row.department, label: row.name, unit: scale.unit, cells: [cell] })),
    chart: drawn.length > 0 && drawn.length <= MOST_DRAWN ? chartOf(drawn, scale, log, answer) : null,
    options: [],
    notes: [
      `比较范围：${criterion}。${completenessText(completeness, year)}。`,
      ...(overlapping ? ['名次写作“3–5”的，四舍五入的范围互相重叠，分不出先后；范围画作横线。'] : []),
      ...(log ? ['横轴为对数刻度：相等的距离表示相等的倍数。'] : []),
      ...(drawn.some(({ row }) => row.figure.disputed) ? ['朱色菱形表示公布的数字互相矛盾，所有印数见出处。'] : []),
    ],
    sources: sourcesOfCells(drawn.map(({ cell }) => cell)),
    ranked,
    apart,
    unit: scale.unit,
    log,
  };
}
