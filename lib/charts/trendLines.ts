import { dotItem, halo, type LinkedMark, spread } from './dot';
import { type Chart, frame, type Width } from './frame';
import { plainText } from './mark';
import { departmentStyle, SIZES, type Theme } from './theme';
import { type ValueScale, valueScale } from './valueScale';

/** A department over the years: a mark a year, in the order of the years; null is a gap. */
export interface TrendLineOf {
  /** as short as it stays distinct */
  short: string;
  /** its place in the selection, from 0: colour, dash and number */
  position: number;
  marks: readonly LinkedMark[];
}

export interface TrendLines {
  years: readonly number[];
  lines: readonly TrendLineOf[];
  /** what broke lines in a year, as the letters of the notes */
  breaks: readonly { year: number; letters: string }[];
  log: boolean;
  /** a value that the eye should compare with, e.g. an index' 100 */
  base?: number;
}

const HEIGHT = { wide: 400, narrow: 320 } as const;
const GRID = {
  wide: { left: 84, right: 168, top: 30, bottom: 28 },
  narrow: { left: 58, right: 22, top: 28, bottom: 26 },
} as const;
/** pixels that a label's line needs */
const LABEL = 16;

const numbersOf = (lines: readonly TrendLineOf[]): number[] =>
  lines.flatMap(({ marks }) => marks.flatMap(({ value }) => (value === null ? [] : [value])));

/** Lines with a mark a year. Gaps stay gaps, derived marks are hollow, disputed ones vermilion diamonds; names stand at the ends. */
export function trendLines(
  { years, lines, breaks, log, base }: TrendLines,
  theme: Theme,
  width: Width,
  description: string,
): Chart {
  const values = [...numbersOf(lines), ...(base === undefined ? [] : [base])];
  const scale = valueScale(values, { log });
  const option = {
    ...frame(theme, description),
    grid: GRID[width],
    xAxis: {
      type: 'category',
      data: years.map(String),
      boundaryGap: years.length === 1,
      axisTick: { show: true, alignWithLabel: true, lineStyle: { color: theme.hairline } },
      axisLine: { onZero: false, lineStyle: { color: theme.muted } },
      axisLabel: { color: theme.ink, fontSize: SIZES.small, hideOverlap: true },
    },
    yAxis: { type: 'value', show: false, min: scale.min, max: scale.max },
    series: [
      rules(scale, theme, base),
      breakLines(breaks, theme),
      ...lines.map((line) => lineSeries(line, scale, theme)),
      names(lines, scale, theme, width),
    ],
  };
  return { option, height: HEIGHT[width] };
}

const silent = { type: 'scatter', silent: true, animation: false, tooltip: { show: false }, data: [] as unknown[] };

/** Hairlines with their numbers, left of the drawing. */
function rules(scale: ValueScale, theme: Theme, base: number | undefined) {
  const line = (at: number, text: string, strong: boolean) => ({
    yAxis: at,
    lineStyle: { color: strong ? theme.muted : theme.hairline, width: 1, type: 'solid' },
    label: {
      show: true,
      position: 'start',
      distance: 8,
      formatter: text,
      color: theme.muted,
      fontSize: SIZES.small,
    },
  });
  const others = scale.ticks.filter(({ at }) => base === undefined || at !== scale.at(base));
  return {
    ...silent,
    name: 'rules',
    markLine: {
      silent: true,
      symbol: 'none',
      data: [
        ...others.map(({ at, text }) => line(at, text, false)),
        ...(base === undefined ? [] : [line(scale.at(base), String(base), true)]),
      ],
    },
  };
}

/** A dotted upright at each year in which something broke, with the letters of its notes on top. */
function breakLines(breaks: TrendLines['breaks'], theme: Theme) {
  return {
    ...silent,
    name: 'breaks',
    markLine: {
      silent: true,
      symbol: 'none',
      data: breaks.map(({ year, letters }) => ({
        xAxis: String(year),
        lineStyle: { color: theme.muted, width: 1, type: 'dotted' },
        label: {
          show: true,
          position: 'end',
          distance: 4,
          formatter: letters,
          color: theme.ink,
          fontSize: SIZES.small,
          fontStyle: 'italic',
        },
      })),
    },
  };
}

function lineSeries({ short, position, marks }: TrendLineOf, scale: ValueScale, theme: Theme) {
  const { color, dash } = departmentStyle(position, theme);
  return {
    type: 'line',
    name: short,
    showAllSymbol: true,
    connectNulls: false,
    lineStyle: { color, width: 2, type: dash },
    itemStyle: { color },
    data: marks.map((mark) =>
      mark.value === null ? { value: '-' } : { value: scale.at(mark.value), ...dotItem(mark, color, theme) },
    ),
  };
}

/** The number and, where there is room, the name of each line at its end, in its colour. */
function names(lines: readonly TrendLineOf[], scale: ValueScale, theme: Theme, width: Width) {
  const { top, bottom } = GRID[width];
  const perPixel = (scale.max - scale.min) / (HEIGHT[width] - top - bottom);
  const ended = lines.flatMap((line) => {
    const index = line.marks.findLastIndex(({ value }) => value !== null);
    const value = line.marks[index]?.value;
    return value === undefined || value === null ? [] : [{ ...line, index, at: scale.at(value) }];
  });
  const placed = [...new Set(ended.map(({ index }) => index))].flatMap((index) => {
    const here = ended.filter((line) => line.index === index);
    const apart = spread(
      here.map(({ at }) => at),
      LABEL * perPixel,
      [scale.min, scale.max],
    );
    return here.map((line, order) => ({ ...line, at: apart[order] ?? line.at }));
  });
  const several = lines.length > 1;
  return {
    ...silent,
    name: 'names',
    symbolSize: 0,
    data: placed.map(({ short, position, index, at }) => ({
      value: [index, at],
      label: {
        show: true,
        position: 'right',
        distance: width === 'wide' ? 12 : 8,
        formatter: plainText(
          width === 'narrow' ? (several ? String(position + 1) : '') : several ? `${position + 1} ${short}` : short,
        ),
        ...halo(theme),
        color: theme.ink,
        fontSize: SIZES.small,
        fontWeight: 600,
      },
    })),
  };
}
