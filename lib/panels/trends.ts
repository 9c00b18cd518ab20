import { Decimal, formatNumber } from '../amount';
import { themeOf } from '../charts/theme';
import { type TrendLineOf, trendLines } from '../charts/trendLines';
import { spansOrders } from '../charts/valueScale';
import { accountPath, sourcePath } from '../selection';
import type { Scale, TrendView } from '../trendSelection';
import { missingCell, sourcesOfCells } from './cells';
import { type FigureScale, figureCell, figureScale, withFigureUnit } from './figureCells';
import { shortNames } from './naming';
import type { PanelCell, PanelChart, PanelData } from './panel';
import { type Divisor, dividedLine, indexedLine, lossNotes, type TrendOf, usualBase, yearsText } from './trendViews';

/** What is drawn over the years, and how. */
export interface TrendsAsked {
  /** 本年支出合计, or 2080505 机关事业单位基本养老保险缴费支出 */
  label: string;
  unit: string;
  /** how many departments were asked for is `lines`; each has every year */
  lines: readonly TrendOf[];
  view: TrendView;
  /** of the views share and per_person; undefined where the figure has none */
  divisor?: Divisor;
  base?: number;
  scale?: Scale;
  /** rates of growth on the year before as documents print them, by `department year` */
  printed?: PrintedRates;
}

type PrintedRates = ReadonlyMap<string, { value: string; disputed: boolean }>;

/** A break with the letter it has in the drawing. */
export interface LetteredBreak {
  letter: string;
  year: number;
  text: string;
  /** empty: all lines */
  departments: { name: string; account: string | null }[];
}

export interface TrendsData extends PanelData {
  lines: { department: string; name: string; short: string; region: string | null }[];
  years: number[];
  unit: string;
  view: TrendView;
  base: number | undefined;
  log: boolean;
  breaks: LetteredBreak[];
}

/** The lines as the view shows them; a view that the figure does not have changes nothing. */
function viewed(asked: TrendsAsked): { lines: readonly TrendOf[]; unit: string; base?: number; lost: string[] } {
  const { lines, unit, view, divisor } = asked;
  if (view === 'index') {
    const base = asked.base ?? usualBase(lines);
    if (unit === '%' || base === undefined) return { lines, unit, lost: [] };
    const after = lines.map((line) => indexedLine(line, base));
    return { lines: after, unit: '', base, lost: lossNotes(lines, after) };
  }
  if (view === 'nominal' || !divisor) return { lines, unit, lost: [] };
  const own = view === 'share' ? '%' : '万元/人';
  const after = lines.map((line) => dividedLine(line, divisor, view, own));
  return { lines: after, unit: own, lost: lossNotes(lines, after) };
}

const letterOf = (index: number): string => String.fromCharCode(97 + (index % 26)).repeat(Math.floor(index / 26) + 1);
const MOST_BREAKS = 40;

/** Breaks in the order of their years; what breaks several lines at once is said once. */
function letteredBreaks(lines: readonly TrendOf[], years: readonly number[]): LetteredBreak[] {
  const found = new Map<string, Omit<LetteredBreak, 'letter'>>();
  for (const { name, points, breaks } of lines)
    for (const { year, text, kind } of breaks) {
      if (!years.includes(year)) continue;
      const key = `${year} ${kind} ${text}`;
      const known = found.get(key) ?? { year, text, departments: [] };
      known.departments.push({ name, account: points.find((point) => point.year === year)?.account ?? null });
      found.set(key, known);
    }
  return [...found.values()]
    .sort((one, other) => one.year - other.year)
    .slice(0, MOST_BREAKS)
    .map((one, index) => ({
      ...one,
      letter: letterOf(index),
      departments: one.departments.length === lines.length && lines.length > 1 ? [] : one.departments,
    }));
}

function chartOf(
  lines: readonly TrendOf[],
  cells: readonly (readonly PanelCell[])[],
  short: readonly string[],
  { years, breaks, log, base, unit }: Pick<TrendsData, 'years' | 'breaks' | 'log' | 'base' | 'unit'>,
  description: string,
): PanelChart {
  const drawn = lines.map(
    (line, position): TrendLineOf => ({
      short: short[position] ?? line.name,
      position,
      marks: line.points.map((point, at) => {
        const cell = cells[position]?.[at];
        const value = cell?.value ?? null;
        const { account, figure } = point;
        return {
          value: value === null ? null : Number(value),
          title: `${line.name} ${point.year} 年`,
          text: [
            value === null ? '无数据' : withFigureUnit(cell?.text ?? '', unit),
            figure?.source === 'derived' ? '推算，并非公布数' : '',
            figure?.disputed ? '公布的数字互相矛盾' : '',
          ]
            .filter(Boolean)
            .join('，'),
          derived: figure?.source === 'derived',
          disputed: figure?.disputed === true,
          ...(account && figure
            ? { href: figure.line === null ? accountPath(account) : sourcePath(account, { line: figure.line }) }
            : {}),
        };
      }),
    }),
  );
  const letters = new Map<number, string[]>();
  for (const { year, letter } of breaks) letters.set(year, [...(letters.get(year) ?? []), letter]);
  const marked = [...letters].map(([year, own]) => ({
    year,
    letters: own.length > 3 ? `${own[0]}–${own.at(-1)}` : own.join(' '),
  }));
  const draw = (width: 'wide' | 'narrow') =>
    trendLines(
      { years, lines: drawn, breaks: marked, log, ...(base === undefined ? {} : { base: 100 }) },
      themeOf('light'),
      width,
      description,
    );
  return { ...draw('wide'), narrow: draw('narrow') };
}

/** By how many per cent: as the later year's document prints it where the years are neighbours, else recomputed. */
function rateWords(
  line: TrendOf,
  [from, to]: readonly [number, number],
  change: Decimal,
  printed?: PrintedRates,
): string {
  const rate = to - from === 1 ? printed?.get(`${line.department} ${to}`) : undefined;
  const agrees = rate && !rate.disputed && new Decimal(rate.value).s === change.s;
  return agrees
    ? `${formatNumber(new Decimal(rate.value).abs(), 2)}%（文件印出）`
    : `${formatNumber(change.abs(), 2)}%（由金额重算）`;
}

/** One line in words: from its first to its last figure; nothing is made of figures in dispute. */
function sentenceOf(line: TrendOf, cells: readonly PanelCell[], unit: string, printed?: PrintedRates): string {
  const shown = line.points.flatMap((point, at) => {
    const cell = cells[at];
    return point.figure && cell?.value != null ? [{ year: point.year, figure: point.figure, cell }] : [];
  });
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return `${line.name}没有数字`;
  const say = ({ year, figure, cell }: typeof first): string =>
    `${year} 年 ${withFigureUnit(cell.text, unit)}${figure.source === 'derived' ? '（推算）' : ''}${figure.disputed ? '（有矛盾）' : ''}`;
  if (first === last) return `${line.name}只有 ${say(first)}`;
  const range = `${line.name}由 ${say(first)}到 ${say(last)}`;
  if (first.figure.disputed || last.figure.disputed) return `${range}，其中有互相矛盾的数字，不宜直接比较`;
  const [before, after] = [new Decimal(first.cell.value ?? 0), new Decimal(last.cell.value ?? 0)];
  if (
    new Decimal(first.cell.high ?? 0).gte(last.cell.low ?? 0) &&
    new Decimal(last.cell.high ?? 0).gte(first.cell.low ?? 0)
  )
    return `${range}，在四舍五入的范围内没有变化`;
  const word = after.gt(before) ? '增加' : '减少';
  const change = after.minus(before);
  if (unit === '%') return `${range}，${word} ${formatNumber(change.abs(), 2)} 个百分点`;
  if (before.lte(0)) return `${range}，${word}`;
  return `${range}，${word} ${rateWords(line, [first.year, last.year], change.div(before).times(100), printed)}`;
}

const MOST_SENTENCES = 3;

function answerOf(
  lines: readonly TrendOf[],
  cells: readonly PanelCell[][],
  unit: string,
  printed?: PrintedRates,
): string {
  if (lines.length === 0) return '没有选中任何部门。';
  const gaps = lines.reduce((count, { points }) => count + points.filter(({ figure }) => !figure).length, 0);
  const told = lines.slice(0, MOST_SENTENCES).map((line, at) => sentenceOf(line, cells[at] ?? [], unit, printed));
  const rest = lines.length > MOST_SENTENCES ? `；其余 ${lines.length - MOST_SENTENCES} 个部门见图表` : '';
  return `${told.join('；')}${rest}。${gaps > 0 ? `图中有 ${gaps} 处空缺，原因见数据表。` : ''}`;
}

const VIEW_WORDS: Readonly<Record<Exclude<TrendView, 'nominal'>, string>> = {
  share: '占比',
  per_person: '人均',
  index: '指数',
};

/** What the view did to the figures, and what it could not do. */
function viewNotes(asked: TrendsAsked, base: number | undefined, lost: readonly string[]): string[] {
  const { view, divisor, label, unit } = asked;
  if (view === 'nominal') return [];
  const word = VIEW_WORDS[view];
  if (view === 'index' ? base === undefined : !divisor)
    return [`“${word}”不适用于${label}${unit === '' ? '' : `（${unit}）`}，按公布数显示。`];
  const how =
    view === 'index'
      ? `图上是以 ${base} 年为 100 的指数，由公布的数相除得出，不是公布数。`
      : view === 'share'
        ? `图上是${label}占${divisor?.label}的百分比，由公布的数相除得出，不是公布数。`
        : `图上是${label}除以${divisor?.label}，由公布的数相除得出，不是公布数。`;
  return [how, ...lost];
}

function marksNotes(cells: readonly PanelCell[], log: boolean): string[] {
  return [
    ...(log ? ['纵轴为对数刻度：相等的距离表示相等的倍数。'] : []),
    ...(cells.some(({ status }) => status === 'derived')
      ? ['空心点不是公布数，由下一年度决算中与上年的比较推算；点击可到推算所依据的那一行。']
      : []),
    ...(cells.some(({ disputed }) => disputed) ? ['朱色菱形表示公布的数字互相矛盾，所有印数见出处。'] : []),
  ];
}

/** A figure of several departments over the years: one object behind page, table and downloads. */
export function trendsData(asked: TrendsAsked): TrendsData {
  const { lines, unit: viewUnit, base, lost } = viewed(asked);
  const years = lines[0]?.points.map(({ year }) => year) ?? [];
  const figures = lines.flatMap(({ points }) => points.flatMap(({ figure }) => (figure ? [figure] : [])));
  const scale: FigureScale = figureScale(
    viewUnit,
    figures.map(({ value }) => value),
  );
  const cells = lines.map(({ points }) =>
    points.map(({ figure, account, reason }) =>
      figure ? figureCell(figure, account, asked.label, scale) : missingCell(reason ?? '文件中没有说明'),
    ),
  );
  const all = cells.flat();
  const values = all.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  const log = asked.scale === undefined ? spansOrders(values) : asked.scale === 'log' && values.every((one) => one > 0);
  const breaks = letteredBreaks(lines, years);
  const short = shortNames(lines.map(({ name }) => name));
  const answer = answerOf(lines, cells, scale.unit, asked.view === 'nominal' ? asked.printed : undefined);
  const shared = { years, breaks, log, base, unit: scale.unit };
  const unitWords =
    base !== undefined ? `${base} 年 = 100` : scale.unit === '' ? '按公布的个数' : `单位：${scale.unit}`;
  return {
    panel: 'trends',
    title: `${asked.label}历年怎样变化？`,
    subtitle: [unitWords, years.length > 0 ? yearsText(years) : '', `${lines.length} 个部门`]
      .filter(Boolean)
      .join('　'),
    answer,
    columns: years.map((year) => ({ key: String(year), label: `${year} 年`, unit: null })),
    rows: lines.map((line, at) => ({
      key: line.department,
      label: line.name,
      unit: scale.unit,
      cells: cells[at] ?? [],
    })),
    chart: values.length > 0 ? chartOf(lines, cells, short, shared, answer) : null,
    options: [],
    notes: [...viewNotes(asked, base, lost), ...marksNotes(all, log)],
    sources: sourcesOfCells(all),
    lines: lines.map(({ department, name, region }, at) => ({
      department,
      name,
      short: short[at] ?? name,
      region: region?.name ?? null,
    })),
    view: asked.view,
    ...shared,
  };
}
