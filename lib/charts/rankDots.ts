import { dotItem, halo, type LinkedMark } from './dot';
import { type Chart, frame, type Width } from './frame';
import { plainText } from './mark';
import { scaleRules } from './scaleRules';
import { departmentStyle, SIZES, type Theme } from './theme';
import { type ValueScale, valueScale } from './valueScale';

/** A department's place: its rank in words, its value with the range that rounding allows. */
export interface RankDot {
  rank: string;
  name: string;
  low: number;
  high: number;
  mark: LinkedMark;
  chosen: boolean;
}

const ROW = { wide: 24, narrow: 40 } as const;
const TOP = 26;
const BOTTOM = 6;
const GRID = { wide: { left: 300, right: 130 }, narrow: { left: 14, right: 26 } } as const;
const MOST_SIGNS = { wide: 18, narrow: 20 } as const;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A dot a department on one scale, with its range; rank and name before it, the number behind. */
export function rankDots(
  rows: readonly RankDot[],
  log: boolean,
  theme: Theme,
  width: Width,
  description: string,
): Chart {
  const values = rows.flatMap(({ low, high, mark }) => [low, high, ...(mark.value === null ? [] : [mark.value])]);
  const scale = valueScale(values, { log: log && values.every((value) => value > 0) });
  const height = TOP + rows.length * ROW[width] + BOTTOM;
  const option = {
    ...frame(theme, description),
    grid: { ...GRID[width], top: TOP, bottom: BOTTOM },
    xAxis: { type: 'value', show: false, min: scale.min, max: scale.max },
    yAxis: [nameAxis(rows, theme, width), numberAxis(rows, theme, width)],
    series: [
      scaleRules(scale, 'xAxis', 6, theme),
      {
        type: 'scatter',
        data: rows.map(({ mark, chosen }, at) => ({
          value: [scale.at(mark.value ?? 0), at],
          ...dotItem(mark, colorOf(chosen, theme), theme, width === 'wide' ? 9 : 10),
          ...(width === 'narrow' ? { symbolOffset: [0, 8] } : {}),
        })),
      },
      ranges(rows, scale, theme, width),
    ],
  };
  return { option, height };
}

const colorOf = (chosen: boolean, theme: Theme): string => (chosen ? theme.accent : departmentStyle(0, theme).color);
/** above the rules, which are drawn at 5: in the narrow drawing names and numbers stand on them */
const Z = 6;
const axis = { type: 'category', inverse: true, z: Z, axisLine: { show: false }, axisTick: { show: false } } as const;

function nameAxis(rows: readonly RankDot[], theme: Theme, width: Width) {
  const narrow = width === 'narrow';
  return {
    ...axis,
    data: rows.map(
      ({ rank, name, chosen }) =>
        `{rank|${plainText(rank)}}{${chosen ? 'chosen' : 'name'}|${plainText(cut(name, MOST_SIGNS[width]))}}`,
    ),
    axisLabel: {
      interval: 0,
      inside: narrow,
      margin: narrow ? 0 : GRID.wide.left - 4,
      align: 'left',
      ...(narrow ? { verticalAlign: 'bottom', padding: [0, 0, 2, 0] } : {}),
      rich: {
        rank: { color: theme.muted, fontSize: SIZES.small, width: narrow ? 44 : 52, align: 'left', ...halo(theme) },
        name: { color: theme.ink, fontSize: SIZES.small, ...halo(theme) },
        chosen: { color: theme.ink, fontSize: SIZES.small, fontWeight: 700, ...halo(theme) },
      },
    },
  };
}

function numberAxis(rows: readonly RankDot[], theme: Theme, width: Width) {
  const narrow = width === 'narrow';
  const rich = (disputed: boolean | undefined) => (disputed ? 'disputed' : 'number');
  return {
    ...axis,
    position: 'right',
    data: rows.map(({ mark }) => `{${rich(mark.disputed)}|${plainText(mark.text)}}`),
    axisLabel: {
      interval: 0,
      inside: narrow,
      margin: narrow ? 0 : GRID.wide.right - 4,
      align: 'right',
      ...(narrow ? { verticalAlign: 'bottom', padding: [0, 0, 2, 0] } : {}),
      rich: {
        number: { color: theme.ink, fontSize: SIZES.small, ...halo(theme) },
        disputed: { color: theme.accent, fontSize: SIZES.small, ...halo(theme) },
      },
    },
  };
}

/** Narrower than this share of the axis, a range lies within its dot. */
const LEAST_RANGE = 0.015;

/** The ranges that rounding allows, where they reach beyond the dot. */
function ranges(rows: readonly RankDot[], scale: ValueScale, theme: Theme, width: Width) {
  const least = (scale.max - scale.min) * LEAST_RANGE;
  const open = rows.flatMap(({ low, high, chosen }, at) =>
    scale.at(high) - scale.at(low) > least ? [{ low, high, chosen, at }] : [],
  );
  return {
    type: 'scatter',
    silent: true,
    tooltip: { show: false },
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      data: open.map(({ low, high, chosen, at }) => {
        const lineStyle = { color: colorOf(chosen, theme), width: 1.5, type: 'solid' };
        const offset = width === 'narrow' ? 8 : 0;
        return [{ coord: [scale.at(low), at], lineStyle, symbolOffset: [0, offset] }, { coord: [scale.at(high), at] }];
      }),
    },
  };
}
