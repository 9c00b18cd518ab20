import 'server-only';
import { coloursOf } from '../../lib/panels/palette';
import { Html, html } from '../_answers/html';
import { CHART_WIDTH, renderSvg } from '../_components/renderSvg';
import { wrapText } from '../_embed/wrap';
import type { Twin } from './twin';

const MARGIN = 24;
const SIZES = { title: 20, text: 12 } as const;
const FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

interface Lines {
  svg: Html;
  height: number;
}

function linesOf(texts: readonly string[], size: number, fill: string, y: number): Lines {
  const wrapped = texts.flatMap((text) => wrapText(text, CHART_WIDTH.wide / size));
  const step = Math.round(size * 1.5);
  const svg = html`<g font-size="${size}" fill="${fill}">${wrapped.map(
    (line, at) => html`<text x="${MARGIN}" y="${y + at * step + size}">${line}</text>`,
  )}</g>`;
  return { svg, height: wrapped.length * step };
}

/** A page's chart as a picture that stands alone: title, unit, notes, origin; undefined where nothing is drawn. */
export function pictureOf(twin: Twin, origin: string): string | undefined {
  const { chart, title, subtitle, answer, notes, path } = twin;
  if (!chart) return undefined;
  const { ink, muted, paper } = coloursOf('light');
  const head = linesOf([title], SIZES.title, ink, MARGIN);
  const scope = linesOf([subtitle], SIZES.text, muted, MARGIN + head.height);
  const top = MARGIN + head.height + scope.height + 12;
  const foot = linesOf(
    [...notes.map((note) => `注：${note}`), `决算通览　${origin}${path}`],
    SIZES.text,
    muted,
    top + chart.height + 12,
  );
  const width = CHART_WIDTH.wide + 2 * MARGIN;
  const height = top + chart.height + 12 + foot.height + MARGIN;
  const drawing = new Html(
    renderSvg(chart.option, CHART_WIDTH.wide, chart.height, twin.name, { titles: true }).replaceAll(
      '<a href="/',
      `<a href="${origin}/`,
    ),
  );
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title answer" lang="zh-CN" font-family="${FAMILY}"><title id="title">${title}</title><desc id="answer">${answer}</desc><rect width="100%" height="100%" fill="${paper}"/>${head.svg}${scope.svg}<g transform="translate(${MARGIN} ${top})">${drawing}</g>${foot.svg}</svg>`
    .text;
}
