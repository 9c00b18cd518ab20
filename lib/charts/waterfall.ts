import { bareAxis, type Chart, frame, type Width } from './frame';
import { type Mark, markStyle, plainText } from './mark';
import { SIZES, type Theme } from './theme';

/** One row of a bridge: a level stands on zero, a change goes on from where the row above ended. */
export interface WaterfallStep extends Mark {
  label: string;
  kind: 'level' | 'change';
  color: string;
}

const ROW = { wide: 26, narrow: 40 } as const;
const BAR = 14;
const GUTTER = { wide: 230, narrow: 4 } as const;
/** room for the numbers at the ends of the bars */
const NUMBERS = { wide: 110, narrow: 96 } as const;

interface Span {
  from: number;
  to: number;
}

/** Where each step begins and ends; a step without a value stays where it is. */
export function spansOf(steps: readonly Pick<WaterfallStep, 'kind' | 'value'>[]): Span[] {
  let running = 0;
  return steps.map(({ kind, value }) => {
    const from = kind === 'level' ? 0 : running;
    const to = value === null ? from : from + value;
    running = value === null ? running : to;
    return { from, to };
  });
}

/** A floating bar as three stacked ones: the invisible way to its nearer end, its part above zero, its part below. */
export function partsOf({ from, to }: Span): { offset: number; above: number; below: number } {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (low >= 0) return { offset: low, above: high - low, below: 0 };
  if (high <= 0) return { offset: high, above: 0, below: low - high };
  return { offset: 0, above: high, below: low };
}

const LABELS = {
  wide: { margin: GUTTER.wide, align: 'left', width: GUTTER.wide - 10, overflow: 'truncate' },
  narrow: {
    inside: true,
    margin: 2,
    align: 'left',
    verticalAlign: 'bottom',
    padding: [0, 0, 12, 0],
    width: 320,
    overflow: 'truncate',
  },
} as const;

/** From one level over its changes to the next one, top to bottom on one scale from zero. */
export function waterfall(steps: readonly WaterfallStep[], theme: Theme, width: Width, description: string): Chart {
  const spans = spansOf(steps);
  const parts = spans.map(partsOf);
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const stack = { type: 'bar', stack: 'bridge', barWidth: BAR } as const;
  const option = {
    ...frame(theme, description),
    grid: { left: GUTTER[width], right: NUMBERS[width], top: width === 'narrow' ? 12 : 4, bottom: 4 },
    xAxis: { type: 'value', ...bareAxis, min: Math.min(0, ...ends), max: Math.max(1, ...ends) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ label }) => plainText(label)),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.hairline } },
      axisLabel: { interval: 0, color: theme.ink, fontSize: SIZES.small, ...LABELS[width] },
    },
    series: [
      {
        ...stack,
        silent: true,
        tooltip: { show: false },
        itemStyle: { color: 'transparent' },
        data: parts.map(({ offset }) => offset),
      },
      { ...stack, data: steps.map((step, at) => barOf(step, parts[at], 'above', theme)) },
      { ...stack, data: steps.map((step, at) => barOf(step, parts[at], 'below', theme)) },
    ],
  };
  return { option, height: steps.length * ROW[width] + 16 };
}

type Parts = ReturnType<typeof partsOf>;

/** The number stands right of the bar; of a bar wholly below zero right of zero. */
function barOf(step: WaterfallStep, parts: Parts | undefined, part: 'above' | 'below', theme: Theme) {
  const { above = 0, below = 0 } = parts ?? {};
  const isBelow = above === 0 && below < 0;
  return {
    value: part === 'above' ? above : below,
    itemStyle: markStyle(step, step.color, theme),
    label: {
      show: isBelow === (part === 'below'),
      position: isBelow ? 'insideRight' : 'right',
      formatter: plainText(step.text),
      fontSize: SIZES.small,
      fontWeight: step.kind === 'level' ? 600 : 400,
      color: step.value === null ? theme.muted : step.disputed ? theme.accent : theme.ink,
    },
    tooltip: { formatter: plainText(`${step.label}\n${step.text}`) },
  };
}
