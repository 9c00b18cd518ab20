import 'server-only';
import type { EChartsCoreOption } from 'echarts';
import { init } from 'echarts';

/** Drawing widths in CSS pixels; the narrow one fits a phone of 390 px. */
export const CHART_WIDTH = { wide: 800, narrow: 358 } as const;

/** Draws an option as SVG text. `name` makes its class names and ids unique in a page and the same at every drawing. */
export function renderSvg(option: EChartsCoreOption, width: number, height: number, name: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return chart
      .renderToSVGString()
      .replace(/\bzr\d+-/g, `${name}-`)
      .replace(/^<svg /, '<svg aria-hidden="true" focusable="false" ');
  } finally {
    chart.dispose();
  }
}
