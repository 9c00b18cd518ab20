import { type Chart, frame, type Width } from './frame';
import { type Mark, markStyle, plainText } from './mark';
import { SIZES, type Theme } from './theme';

/** One part of the columns, bottom to top: a mark a year, in the order of the years. */
export interface ColumnPart {
  label: string;
  color: string;
  marks: readonly Mark[];
}

export interface YearColumns {
  years: readonly number[];
  parts: readonly ColumnPart[];
  /** above each column: its sum, or why there is none */
  tops: readonly { text: string; disputed: boolean; gap: boolean }[];
}

const HEIGHT = { wide: 260, narrow: 230 } as const;
/** so many columns carry their numbers on a phone */
const MOST_NUMBERS = { wide: 12, narrow: 4 } as const;

/** Stacked columns from zero, one a year; a year without a figure stays an empty place on the axis. */
export function yearColumns(
  { years, parts, tops }: YearColumns,
  theme: Theme,
  width: Width,
  description: string,
): Chart {
  const numbered = years.length <= MOST_NUMBERS[width];
  const legend = parts.length > 1;
  const option = {
    ...frame(theme, description),
    ...(legend
      ? {
          legend: {
            top: 0,
            left: 0,
            itemWidth: 12,
            itemHeight: 12,
            selectedMode: false,
            textStyle: { color: theme.ink, fontSize: SIZES.small },
            data: parts.map(({ label }) => label),
          },
        }
      : {}),
    grid: { left: 4, right: 4, top: legend ? 52 : 26, bottom: 26 },
    xAxis: {
      type: 'category',
      data: years.map(String),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.muted } },
      axisLabel: { color: theme.ink, fontSize: SIZES.small, interval: width === 'narrow' && years.length > 8 ? 1 : 0 },
    },
    yAxis: { type: 'value', show: false, scale: false },
    series: [
      ...parts.map((part) => ({
        type: 'bar',
        name: part.label,
        stack: 'sum',
        barMaxWidth: 56,
        itemStyle: { color: part.color },
        data: part.marks.map((mark, at) => ({
          value: mark.value ?? '-',
          itemStyle: markStyle(mark, part.color, theme),
          tooltip: { formatter: plainText(`${years[at]} 年　${part.label}\n${mark.text}`) },
        })),
      })),
      {
        type: 'bar',
        name: '合计',
        stack: 'sum',
        silent: true,
        tooltip: { show: false },
        data: tops.map(({ text, disputed, gap }) => ({
          value: 0,
          label: {
            show: numbered || gap,
            position: 'top',
            formatter: plainText(text),
            color: disputed ? theme.accent : gap ? theme.muted : theme.ink,
            fontSize: SIZES.small,
            fontWeight: gap ? 400 : 600,
          },
        })),
      },
    ],
  };
  return { option, height: HEIGHT[width] };
}
