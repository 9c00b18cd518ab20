import { bareAxis, type Chart, frame, type Width } from './frame';
import { type Mark, markStyle, plainText } from './mark';
import { departmentStyle, SIZES, type Theme } from './theme';

/** One account's bars, top to bottom: usually this year and last year. */
export interface PairRow {
  name: string;
  /** position of the department in the selection, for its colour */
  position: number;
  bars: (Mark & { label: string })[];
}

const BAR = 18;
const GAP = 4;
const HEAD = 24;

/** Amounts from zero, one band an account; its name above its bars, the numbers at their ends. */
export function pairBars(rows: readonly PairRow[], theme: Theme, width: Width, description: string): Chart {
  const most = Math.max(1, ...rows.map((row) => row.bars.length));
  const band = HEAD + most * (BAR + GAP) + 10;
  const values = rows.flatMap((row) => row.bars.map((bar) => Math.abs(bar.value ?? 0)));
  const height = rows.length * band + 12;
  const series = Array.from({ length: most }, (_, at) => ({
    type: 'bar',
    barWidth: BAR,
    barGap: `${Math.round((GAP / BAR) * 100)}%`,
    data: rows.map((row) => barItem(row, at, theme)),
  }));
  const option = {
    ...frame(theme, description),
    grid: { left: 4, right: width === 'wide' ? 180 : 150, top: HEAD - 6, bottom: 6 },
    xAxis: { type: 'value', ...bareAxis, min: 0, max: Math.max(...values) || 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => plainText(row.name)),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.muted } },
      axisLabel: nameAbove(most * (BAR + GAP) + 8, theme, width),
    },
    series,
  };
  return { option, height };
}

/** A category's name above its bars, at the left edge, so that it needs no gutter. */
export const nameAbove = (lift: number, theme: Theme, width: Width) => ({
  width: width === 'wide' ? 540 : 300,
  overflow: 'truncate',
  inside: true,
  interval: 0,
  margin: 2,
  align: 'left',
  verticalAlign: 'bottom',
  padding: [0, 0, lift / 2, 0],
  color: theme.ink,
  fontSize: SIZES.text,
  fontWeight: 600,
  hideOverlap: false,
});

function barItem(row: PairRow, at: number, theme: Theme) {
  const bar = row.bars[at];
  const style = departmentStyle(row.position, theme);
  if (!bar || bar.value === null)
    return {
      value: 0,
      label: {
        show: bar !== undefined,
        position: 'right',
        formatter: bar ? plainText(`${bar.label} ${bar.text}`) : '',
        color: theme.muted,
        fontSize: SIZES.small,
      },
    };
  const text = plainText(`${bar.label} ${bar.text}`);
  return {
    value: bar.value,
    itemStyle: markStyle(bar, style.color, theme),
    label: {
      show: true,
      position: 'right',
      formatter: `{label|${plainText(bar.label)}}{number|${plainText(bar.text)}}`,
      rich: {
        label: { color: theme.muted, fontSize: SIZES.small },
        number: {
          color: bar.disputed ? theme.accent : theme.ink,
          fontSize: SIZES.text,
          fontWeight: 600,
          padding: [0, 0, 0, 5],
        },
      },
    },
    tooltip: { formatter: `${plainText(row.name)}\n${text}` },
  };
}
