import { bareAxis, type Chart, frame, type Width } from './frame';
import { plainText } from './mark';
import { departmentStyle, SIZES, type Theme } from './theme';

/** One growth: as an index with last year at 100, and in the two ways it is stated. */
export interface IndexRow {
  name: string;
  position: number;
  /** 上年 = 100; null is a gap */
  index: number | null;
  /** with sign and per cent, or a dash */
  published: string;
  recomputed: string;
  disputed: boolean;
}

export interface IndexGroup {
  title: string;
  rows: IndexRow[];
}

/** What a row of the chart is: a group's title, or a growth. */
type Line = { title: string; row?: undefined } | { title?: undefined; row: IndexRow };

const TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000];
const ROW = { wide: 30, narrow: 50 } as const;
const HEAD = { wide: 26, narrow: 2 } as const;

/** Powers of two from last year's 100: a doubling is as far to the right as a halving to the left. */
const position = (index: number): number => Math.log2(Math.max(index, 1) / 100);

/** Dots on a logarithmic index scale, so that +15.83 % and +404.91 % are both readable; the numbers stand first. */
export function indexDots(groups: readonly IndexGroup[], theme: Theme, width: Width, description: string): Chart {
  const lines: Line[] = groups.flatMap((group): Line[] => [
    { title: group.title },
    ...group.rows.map((row): Line => ({ row })),
  ]);
  const indexes = lines.flatMap(({ row }) => (row && row.index !== null ? [row.index] : []));
  const ends = [Math.min(80, ...indexes) * 0.92, Math.max(125, ...indexes) * 1.08] as const;
  const ticks = TICKS.filter((tick) => tick >= ends[0] && tick <= ends[1]);
  const height = HEAD[width] + lines.length * ROW[width] + 8;
  const option = {
    ...frame(theme, description),
    grid:
      width === 'wide'
        ? { left: 190, right: 250, top: HEAD.wide, bottom: 4 }
        : { left: 8, right: 8, top: HEAD.narrow, bottom: 4 },
    xAxis: { type: 'value', ...bareAxis, min: position(ends[0]), max: position(ends[1]) },
    yAxis: [nameAxis(lines, theme, width), numberAxis(lines, theme, width)],
    series: [
      stems(lines, width === 'wide' ? ticks : [], theme),
      ...(width === 'wide' ? [] : [origins(lines, theme)]),
      dots(lines, theme),
    ],
  };
  return { option, height };
}

const axis = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false } } as const;

function nameAxis(lines: readonly Line[], theme: Theme, width: Width) {
  const narrow = width === 'narrow';
  return {
    ...axis,
    data: lines.map(({ title, row }) =>
      title === undefined ? `{name|${plainText(row.name)}}` : `{title|${plainText(title)}}`,
    ),
    axisLabel: {
      interval: 0,
      inside: narrow,
      margin: narrow ? 0 : 186,
      align: 'left',
      ...(narrow ? { verticalAlign: 'bottom', padding: [0, 0, 9, 0] } : {}),
      rich: {
        title: { color: theme.ink, fontSize: SIZES.text, fontWeight: 600 },
        name: { color: theme.muted, fontSize: SIZES.small },
      },
    },
  };
}

function numberAxis(lines: readonly Line[], theme: Theme, width: Width) {
  const narrow = width === 'narrow';
  const numbers = lines.map(({ row }) => {
    if (!row) return '';
    const ink = row.disputed ? 'disputed' : 'published';
    const recomputed = plainText(row.recomputed);
    return narrow
      ? `{${ink}|${plainText(row.published)}}{word|公布}{recomputed|${recomputed}}{word|重算}`
      : `{${ink}Wide|${plainText(row.published)}}{word|公布}{recomputedWide|${recomputed}}{word|重算}`;
  });
  const published = { color: theme.ink, fontSize: SIZES.number, fontWeight: 600 };
  const recomputed = { color: theme.ink, fontSize: SIZES.small, padding: narrow ? [0, 0, 0, 6] : 0 };
  return {
    ...axis,
    position: 'right',
    data: numbers,
    axisLabel: {
      interval: 0,
      inside: narrow,
      margin: narrow ? 0 : 246,
      align: 'right',
      ...(narrow ? { verticalAlign: 'bottom', padding: [0, 0, 9, 0] } : {}),
      rich: {
        published,
        publishedWide: { ...published, width: 84, align: 'right' },
        disputed: { ...published, color: theme.accent },
        disputedWide: { ...published, color: theme.accent, width: 84, align: 'right' },
        recomputed,
        recomputedWide: { ...recomputed, width: 80, align: 'right' },
        word: { color: theme.muted, fontSize: SIZES.small, padding: [0, 0, 0, 4] },
      },
    },
  };
}

function stems(lines: readonly Line[], ticks: readonly number[], theme: Theme) {
  return {
    type: 'bar',
    barWidth: 3,
    yAxisIndex: 0,
    data: lines.map(({ row }) =>
      row && row.index !== null
        ? { value: position(row.index), itemStyle: { color: departmentStyle(row.position, theme).color } }
        : { value: null },
    ),
    tooltip: { show: false },
    markLine: {
      silent: true,
      symbol: 'none',
      z: 1,
      data: ticks.map((tick) => ({
        xAxis: position(tick),
        lineStyle: { color: tick === 100 ? theme.muted : theme.hairline, type: 'solid', width: 1 },
        label: {
          position: 'start',
          distance: 4,
          formatter: tick === 100 ? '上年=100' : `${tick}`,
          color: theme.muted,
          fontSize: SIZES.small,
        },
      })),
    },
  };
}

/** Last year's 100 as a short stroke in each row, where full lines would cross the text. */
function origins(lines: readonly Line[], theme: Theme) {
  return {
    type: 'scatter',
    yAxisIndex: 0,
    symbol: 'rect',
    symbolSize: [1, 12],
    itemStyle: { color: theme.muted },
    silent: true,
    data: lines.flatMap(({ row }, at) => (row && row.index !== null ? [[0, at]] : [])),
  };
}

function dots(lines: readonly Line[], theme: Theme) {
  return {
    type: 'scatter',
    yAxisIndex: 0,
    symbolSize: 11,
    itemStyle: { opacity: 1 },
    data: lines.flatMap(({ row }, at) => {
      if (!row || row.index === null) return [];
      const color = departmentStyle(row.position, theme).color;
      return [
        {
          value: [position(row.index), at],
          itemStyle: row.disputed ? { color: theme.paper, borderColor: theme.accent, borderWidth: 2 } : { color },
          tooltip: { formatter: plainText(`${row.name}\n公布 ${row.published}　重算 ${row.recomputed}`) },
        },
      ];
    }),
  };
}
