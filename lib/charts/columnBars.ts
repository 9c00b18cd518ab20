import { bareAxis, type Chart, frame, type Width } from './frame';
import { type Mark, markStyle, plainText } from './mark';
import { SIZES, type Theme } from './theme';

export interface ColumnBar extends Mark {
  label: string;
  /** depth in a tree, for the indent */
  depth?: number;
  color: string;
}

/** One account's column of bars. */
export interface BarColumn {
  title: string;
  /** the title where many columns stand beside each other */
  short: string;
  /** the title's colour: the department's */
  color: string;
  bars: ColumnBar[];
}

export interface ColumnBarsOptions {
  /** aligned: the columns share their rows, labels stand once · own: each column has its rows */
  rows: 'aligned' | 'own';
  /** most columns beside each other where there is room */
  across: number;
}

/** pixels of label text; they fit their gutter from 700 pixels on */
const LABEL = { aligned: 164, own: 190 } as const;
const ROW = { wide: 23, narrow: 38 } as const;
const BAR = 13;
const TITLE = 30;
/** widths in per cent; numbers at bar ends need about 76 px of a column 700 px ÷ columns wide */
const GUTTER = { aligned: 30, own: 31 } as const;

interface Frame {
  left: number;
  /** where the title starts, per cent */
  head: number;
  width: number;
  top: number;
  labelled: boolean;
}

/** Small multiples of horizontal bars from zero on one common scale; the numbers stand at the bars' ends. */
export function columnBars(
  given: readonly BarColumn[],
  theme: Theme,
  width: Width,
  description: string,
  options: ColumnBarsOptions,
): Chart {
  const columns = width === 'narrow' ? given.map(withoutGaps) : given;
  const { frames, height, columnWidth } = layout(columns, width, options);
  const most = Math.max(0, ...columns.flatMap((column) => column.bars.map((bar) => bar.value ?? 0)));
  const max = (most || 1) / Math.max(0.3, 1 - 84 / columnWidth);
  const least = Math.min(0, ...columns.flatMap((column) => column.bars.map((bar) => bar.value ?? 0)));
  const each = columns.map((column, at) => ({
    column,
    at,
    place: frames[at] ?? { left: 0, head: 0, width: 100, top: 0, labelled: true },
  }));
  const option = {
    ...frame(theme, description),
    title: each.map(({ column, place }) => titleOf(column, place, theme, columns.length > 2 && width === 'wide')),
    grid: each.map(({ column, place }) => ({
      left: `${place.left}%`,
      width: `${place.width}%`,
      top: place.top + TITLE,
      height: Math.max(1, column.bars.length * ROW[width]),
    })),
    xAxis: each.map(({ at }) => ({ type: 'value', gridIndex: at, ...bareAxis, min: least, max })),
    yAxis: each.map(({ column, at, place }) =>
      labelAxis(column, at, place, theme, width === 'narrow' ? 'narrow' : options.rows),
    ),
    series: each.map(({ column, at }) => ({
      type: 'bar',
      xAxisIndex: at,
      yAxisIndex: at,
      barWidth: BAR,
      data: column.bars.map((bar) => barItem(column, bar, theme)),
    })),
  };
  return { option, height };
}

/** On a phone the columns stand below each other and need no rows for what an account does not have. */
const withoutGaps = (column: BarColumn): BarColumn => ({
  ...column,
  bars: column.bars.filter((bar) => bar.value !== null),
});

function layout(columns: readonly BarColumn[], width: Width, { rows, across }: ColumnBarsOptions) {
  const tall = (column: BarColumn | undefined): number => TITLE + (column?.bars.length ?? 0) * ROW[width] + 14;
  if (width === 'narrow') {
    let top = 0;
    const frames = columns.map((column): Frame => {
      const place = { left: 1, head: 0, width: 98, top, labelled: true };
      top += tall(column);
      return place;
    });
    return { frames, height: top, columnWidth: 330 };
  }
  const abreast = Math.max(1, Math.min(across, columns.length));
  const gutter = rows === 'aligned' ? GUTTER.aligned : GUTTER.own;
  const share = rows === 'aligned' ? (100 - gutter) / abreast : 100 / abreast;
  let top = 0;
  const frames: Frame[] = [];
  for (let start = 0; start < columns.length; start += abreast) {
    const line = columns.slice(start, start + abreast);
    for (const at of line.keys())
      frames.push(
        rows === 'aligned'
          ? { left: gutter + at * share, head: gutter + at * share, width: share - 1, top, labelled: at === 0 }
          : { left: at * share + gutter, head: at * share, width: share - gutter - 1, top, labelled: true },
      );
    top += Math.max(...line.map(tall));
  }
  const columnWidth = 7.6 * (rows === 'aligned' ? share : share - gutter);
  return { frames, height: top, columnWidth };
}

const titleOf = (column: BarColumn, place: Frame, theme: Theme, short: boolean) => ({
  text: plainText(short ? column.short : column.title),
  left: `${place.head}%`,
  top: place.top,
  padding: [6, 0],
  textStyle: { color: theme.variant === 'print' ? theme.ink : column.color, fontSize: SIZES.text, fontWeight: 600 },
});

/** above the bar on a phone; in the gutter else, flush left where the indent shows the tree */
const LABELS = {
  narrow: {
    margin: 2,
    align: 'left',
    verticalAlign: 'bottom',
    padding: [0, 0, 11, 0],
    width: 330,
    overflow: 'truncate',
  },
  aligned: { margin: 8, align: 'right', width: LABEL.aligned, overflow: 'truncate' },
  own: { margin: LABEL.own + 2, align: 'left', width: LABEL.own, overflow: 'truncate' },
} as const;

function labelAxis(column: BarColumn, at: number, place: Frame, theme: Theme, form: 'narrow' | 'aligned' | 'own') {
  return {
    type: 'category',
    gridIndex: at,
    inverse: true,
    data: column.bars.map((bar) => `${'　'.repeat(bar.depth ?? 0)}${plainText(bar.label)}`),
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: theme.hairline } },
    axisLabel: {
      show: place.labelled,
      interval: 0,
      inside: form === 'narrow',
      color: theme.ink,
      fontSize: SIZES.small,
      ...LABELS[form],
    },
  };
}

function barItem(column: BarColumn, bar: ColumnBar, theme: Theme) {
  const tooltip = { formatter: plainText(`${column.title}\n${bar.label} ${bar.text}`) };
  const label = {
    show: true,
    position: 'right',
    formatter: plainText(bar.text),
    fontSize: SIZES.small,
    color: bar.value === null ? theme.muted : bar.disputed ? theme.accent : theme.ink,
  };
  if (bar.value === null) return { value: 0, label, tooltip };
  return { value: bar.value, itemStyle: markStyle(bar, bar.color, theme), label, tooltip };
}
