import { AriaComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { CHART_PARTS } from './chartParts';

use([...CHART_PARTS, AriaComponent, TooltipComponent]);

export interface Drawing {
  show(option: EChartsCoreOption, width: number, height: number): void;
  close(): void;
}

/** The browser's only door to the ECharts runtime. Charts stand still: motion would explain nothing here. */
export function openDrawing(element: HTMLElement): Drawing {
  let chart: ECharts | undefined;
  let shown: EChartsCoreOption | undefined;
  return {
    show(option, width, height) {
      if (chart) chart.resize({ width, height });
      else chart = init(element, null, { renderer: 'svg', width, height });
      if (option === shown) return;
      shown = option;
      chart.setOption({ ...option, animation: false }, { notMerge: true });
    },
    close: () => chart?.dispose(),
  };
}
