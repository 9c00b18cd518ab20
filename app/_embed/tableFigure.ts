import type { PanelData } from '../../lib/panels/panel';
import { type Html, html } from '../_answers/html';
import { emsOf, wrapText } from './wrap';

const ROW = 25;
const HEAD = 20;
const SIZE = 13;

export interface Block {
  svg: Html;
  height: number;
}

/** Least width of a panel's table, in pixels. */
export const tableWidth = ({ columns }: PanelData): number => 280 + columns.length * 150;

/** The table of a panel without chart, drawn. */
export function tableBlock(
  { columns, rows }: PanelData,
  width: number,
  colours: { muted: string; hairline: string },
): Block {
  const cell = Math.min(240, (width * 0.6) / Math.max(1, columns.length));
  const right = (at: number): number => width - cell * (columns.length - 1 - at);
  const heads = columns.map(({ label }) => wrapText(label, (cell - 14) / SIZE));
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * HEAD + 6;
  const line = (y: number): Html => html`<path d="M0 ${y}H${width}" stroke="${colours.hairline}"/>`;
  const body = rows.map((row, at) => {
    const y = headHeight + at * ROW;
    const unit = row.unit === null ? '' : `（${row.unit}）`;
    const label = `${row.code ? `${row.code} ` : ''}${row.label}${unit}`;
    const room = (right(0) - cell - (row.depth ?? 0) * 14) / SIZE;
    const shown = emsOf(label) > room ? `${wrapText(label, room - 1)[0] ?? ''}…` : label;
    return html`${line(y)}<text x="${(row.depth ?? 0) * 14}" y="${y + 17}">${shown}</text>${row.cells.map(
      (one, column) => html`<text x="${right(column)}" y="${y + 17}" text-anchor="end">${one.text}</text>`,
    )}`;
  });
  const titles = heads.map((lines, at) =>
    lines.map(
      (text, n) =>
        html`<text x="${right(at)}" y="${headHeight - 8 - (lines.length - 1 - n) * HEAD}" text-anchor="end" fill="${colours.muted}">${text}</text>`,
    ),
  );
  const height = headHeight + rows.length * ROW;
  return { svg: html`<g font-size="${SIZE}">${titles}${body}${line(height)}</g>`, height };
}
