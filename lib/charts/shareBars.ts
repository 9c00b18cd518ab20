import { bareAxis, type Chart, frame, type Width } from './frame';
import { type Mark, markStyle, plainText } from './mark';
import { nameAbove } from './pairBars';
import { departmentStyle, inkOn, mix, SIZES, type Theme } from './theme';

/** One account's parts of a whole, in per cent of it. */
export interface ShareRow {
  name: string;
  position: number;
  parts: (Mark & { label: string; share: string })[];
}

const BAR = 26;
const BAND = 100;

/** One bar of 100 % an account. First part in the department's colour, the next lighter; the numbers stand below the ends. */
export function shareBars(rows: readonly ShareRow[], theme: Theme, width: Width, description: string): Chart {
  const most = Math.max(1, ...rows.map((row) => row.parts.length));
  const option = {
    ...frame(theme, description),
    grid: { left: 4, right: 4, top: 4, bottom: 4 },
    xAxis: { type: 'value', ...bareAxis, min: 0, max: 100 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => plainText(row.name)),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: nameAbove(BAR + 12, theme, width),
    },
    series: Array.from({ length: most }, (_, at) => ({
      type: 'bar',
      stack: 'whole',
      barWidth: BAR,
      data: rows.map((row) => partItem(row, at, theme, width)),
    })),
  };
  return { option, height: rows.length * BAND + 8 };
}

/** Light enough to tell the parts apart on paper and in grey. */
const lightness = (at: number): number => Math.min(0.62, at * 0.62);

function partItem(row: ShareRow, at: number, theme: Theme, width: Width) {
  const part = row.parts[at];
  if (!part || part.value === null) return { value: 0, label: { show: false } };
  const style = departmentStyle(row.position, theme);
  const color = mix(style.color, theme.paper, lightness(at));
  const last = row.parts.slice(at + 1).every((next) => next.value === null);
  const edge = at === 0 ? [0, BAR + 6] : last ? ['100%', BAR + 6] : undefined;
  const text = `${part.label} ${part.share}  ${part.text}`;
  const narrowText = `${part.label} ${part.share}\n${part.text}`;
  return {
    value: part.value,
    itemStyle: {
      ...markStyle(part, color, theme),
      borderColor: theme.paper,
      borderWidth: 1,
    },
    label: {
      show: edge !== undefined || part.value > 12,
      position: edge ?? 'inside',
      align: edge ? (at === 0 ? 'left' : 'right') : 'center',
      verticalAlign: edge ? 'top' : 'middle',
      formatter: plainText(edge ? (width === 'wide' ? text : narrowText) : part.share),
      color: edge ? (part.disputed ? theme.accent : theme.ink) : inkOn(color),
      fontSize: SIZES.small,
      lineHeight: 16,
    },
    tooltip: { formatter: `${plainText(row.name)}\n${plainText(text)}` },
  };
}
