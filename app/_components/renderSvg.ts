import 'server-only';
import type { EChartsCoreOption } from 'echarts';
import { init } from 'echarts';
import { nameMarks } from './nameMarks';

/** Drawing widths in CSS pixels; the narrow one fits a phone of 390 px. */
export const CHART_WIDTH = { wide: 800, narrow: 358 } as const;

/**
 * Draws an option as SVG text. `name` makes its ids unique in a page and the same at every drawing. With `titles` each mark says
 * what it is, for readers without the interactive chart.
 */
export function renderSvg(
  option: EChartsCoreOption,
  width: number,
  height: number,
  name: string,
  { titles = false } = {},
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    const svg = chart.renderToSVGString();
    return slim(titles ? nameMarks(svg, option) : svg).replace(/\bzr\d+-/g, `${name}-`);
  } finally {
    chart.dispose();
  }
}

/** A still drawing: the type named once at the root, nothing that only the renderer's own script would use. */
function slim(svg: string): string {
  const [, family = ''] = /font-family:([^;"]*);/.exec(svg) ?? [];
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
    .replace(/font-family:[^;"]*;/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/ style=""/g, '')
    .replace(/>\n+</g, '><')
    .replace(/^<svg /, `<svg aria-hidden="true" focusable="false" font-family="${family.replace(/&quot;|"/g, "'")}" `);
}
