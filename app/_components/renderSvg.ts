import 'server-only';
import { createHash } from 'node:crypto';
import type { EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { Kept } from '../_store/kept';
import { CHART_PARTS } from './chartParts';
import { nameMarks } from './nameMarks';

use(CHART_PARTS);

/** Drawing widths in CSS pixels; the narrow one fits a phone of 390 px. */
export const CHART_WIDTH = { wide: 800, narrow: 358 } as const;

/** A drawing takes 5 to 10 ms, knowing it again less than one. */
const kept = new Kept<string>(512);

/**
 * An option as SVG text, drawn once and known again by what it is drawn from: a load of other accounts draws nothing anew. Options hold
 * no functions.
 */
export function renderSvg(
  option: EChartsCoreOption,
  width: number,
  height: number,
  name: string,
  { titles = false } = {},
): string {
  if (process.env.JUESUAN_BENCH_DRAWINGS === 'anew') return drawSvg(option, width, height, name, { titles });
  const drawn = JSON.stringify([option, width, height, name, titles]);
  const key = createHash('sha256').update(drawn).digest('base64');
  return kept.get(key) ?? kept.keep(key, drawSvg(option, width, height, name, { titles }));
}

/**
 * Draws an option as SVG text. `name` makes its ids unique in a page and the same at every drawing. With `titles` each mark says
 * what it is, for readers without the interactive chart.
 */
export function drawSvg(
  option: EChartsCoreOption,
  width: number,
  height: number,
  name: string,
  { titles = false } = {},
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    const { tooltip: _pointed, aria: _spoken, ...still } = option;
    chart.setOption({ ...still, animation: false });
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
