import 'server-only';
import { coloursOf } from '../../lib/panels/palette';
import { Html, html } from '../_answers/html';
import { SAMPLE_WORDS, servesSample } from '../_answers/sample';
import type { Figure } from '../_embed/figure';
import { emsOf, wrapText } from '../_embed/wrap';
import { CARD } from './describePage';

/** What a social card says: a title, a sentence, and figures or a drawing. */
export interface Card {
  title: string;
  text: string;
  figures?: readonly { value: string; label: string }[];
  /** a chart of 800 px width, drawn larger */
  drawing?: { svg: string; width: number; height: number };
}

const MARGIN = 64;
const TITLE = 52;
const TEXT = 26;
const SMALL = 22;
const FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
const INNER = CARD.width - 2 * MARGIN;

/** At most so many lines, the last one cut where there are more. */
function linesOf(text: string, size: number, most: number): string[] {
  const lines = wrapText(text, INNER / size);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (emsOf(last.join('')) > INNER / size - 1) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

const set = (lines: readonly string[], size: number, y: number, fill: string, weight = 400): Html =>
  html`<g font-size="${size}" font-weight="${weight}" fill="${fill}">${lines.map(
    (line, at) => html`<text x="${MARGIN}" y="${y + Math.round((at + 1) * size * 1.35)}">${line}</text>`,
  )}</g>`;

function figuresBlock(figures: NonNullable<Card['figures']>, y: number, ink: string, muted: string): Html {
  const step = INNER / Math.max(1, figures.length);
  return html`${figures.map(
    ({ value, label }, at) =>
      html`<g transform="translate(${MARGIN + at * step} ${y})"><text y="84" font-size="84" font-weight="600" fill="${ink}">${value}</text><text y="128" font-size="${TEXT}" fill="${muted}">${label}</text></g>`,
  )}`;
}

/** The card as SVG, in the look of the figures for other sites. */
export function drawCard({ title, text, figures, drawing }: Card): Figure {
  const { paper, ink, muted, hairline } = coloursOf('light');
  const heads = linesOf(title, TITLE, 2);
  const words = linesOf(text, TEXT, drawing || figures ? 2 : 4);
  const top = 106 + Math.round(heads.length * TITLE * 1.35) + Math.round(words.length * TEXT * 1.35) + 24;
  const room = CARD.height - top - 76;
  const scale = drawing ? Math.min(INNER / drawing.width, room / drawing.height) : 1;
  const body = drawing
    ? html`<g transform="translate(${MARGIN} ${top}) scale(${scale.toFixed(4)})">${new Html(drawing.svg)}</g>`
    : figures
      ? figuresBlock(figures, top + Math.max(0, (room - 140) / 2), ink, muted)
      : html``;
  const foot = servesSample() ? SAMPLE_WORDS : '决算通览　部门决算的阅读、核对与比较';
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="${FAMILY}"><rect width="100%" height="100%" fill="${paper}"/><path d="M${MARGIN} 64H${CARD.width - MARGIN}" stroke="${ink}" stroke-width="4"/>${set(heads, TITLE, 84, ink, 600)}${set(words, TEXT, 106 + Math.round(heads.length * TITLE * 1.35), muted)}${body}<path d="M${MARGIN} ${CARD.height - 64}H${CARD.width - MARGIN}" stroke="${hairline}"/><text x="${MARGIN}" y="${CARD.height - 28}" font-size="${SMALL}" fill="${muted}">${foot}</text></svg>`;
  return { svg: svg.text, ...CARD };
}
