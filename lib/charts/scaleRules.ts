import { SIZES, type Theme } from './theme';
import type { ValueScale } from './valueScale';

/** Upright or level hairlines at the numbers of a scale, each with its number `distance` px away. */
export function scaleRules(scale: ValueScale, axis: 'xAxis' | 'yAxis', distance: number, theme: Theme) {
  return {
    type: 'scatter',
    silent: true,
    tooltip: { show: false },
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      data: scale.ticks.map(({ at, text }) => ({
        [axis]: at,
        lineStyle: { color: theme.hairline, width: 1, type: 'solid' },
        label: {
          show: true,
          position: 'start',
          distance,
          formatter: text,
          color: theme.muted,
          fontSize: SIZES.small,
        },
      })),
    },
  };
}
