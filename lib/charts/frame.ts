import type { EChartsCoreOption } from 'echarts/core';
import { FONT, SIZES, type Theme } from './theme';

/** wide: 560 CSS pixels and more; narrow: a phone's column. */
export type Width = 'wide' | 'narrow';

export interface Chart {
  option: EChartsCoreOption;
  /** CSS pixels */
  height: number;
}

/**
 * What all charts share: type, no motion, and a tooltip of rich text, so that no text of a document is ever read as HTML.
 * `description` is the answer in words, for screen readers.
 */
export function frame(theme: Theme, description: string): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT, fontSize: SIZES.small, color: theme.ink },
    aria: { enabled: true, label: { description } },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: theme.paper,
      borderColor: theme.hairline,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { fontFamily: FONT, fontSize: SIZES.small, color: theme.ink },
    },
  };
}

/** An axis without line, ticks, labels or grid: the numbers stand at the marks. */
export const bareAxis = {
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { show: false },
  splitLine: { show: false },
} as const;
