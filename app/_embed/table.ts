import type { PanelCell, PanelRow } from '../../lib/panels/panel';
import { accountPath, sourcePath } from '../../lib/selection';
import { type Html, html } from '../_answers/html';
import type { Shown } from './ask';
import type { Language } from './request';
import { MARKS, marksOf, wordsOf } from './words';

/** The unit of most rows; only others are said at the row. */
function usualUnit(rows: readonly PanelRow[]): string | null {
  const count = (unit: string | null) => rows.filter((row) => row.unit === unit).length;
  return rows.reduce<string | null>((most, row) => (count(row.unit) > count(most) ? row.unit : most), null);
}

interface Notes {
  /** the number of a remark, the same for the same remark */
  of(text: string): number;
  all(): string[];
}

function numbered(): Notes {
  const texts: string[] = [];
  return {
    of(text) {
      if (!texts.includes(text)) texts.push(text);
      return texts.indexOf(text) + 1;
    },
    all: () => texts,
  };
}

function figure(cell: PanelCell, { superseded, asked: { lang } }: Shown, notes: Notes): Html {
  const [source] = cell.sources;
  const text = html`<span${cell.disputed ? html` class="disputed"` : ''}>${cell.text}</span>`;
  const linked =
    source && !superseded.has(source.account)
      ? html`<a href="${sourcePath(source.account, source.place)}" title="${source.label}：${source.printed}">${text}</a>`
      : text;
  const marks = marksOf(cell).map(
    (mark) => html`<abbr class="mark" title="${MARKS[mark][lang].meaning}">${MARKS[mark][lang].sign}</abbr>`,
  );
  return html`${linked}${marks}${cell.reason ? html`<sup>${notes.of(cell.reason)}</sup>` : ''}`;
}

const rowOf = (row: PanelRow, usual: string | null, shown: Shown, notes: Notes): Html =>
  html`<tr><th scope="row"${row.depth ? html` class="d${Math.min(2, row.depth)}"` : ''}>${row.code && html`<span class="code">${row.code}</span> `}${row.label}${
    row.unit !== null && row.unit !== usual ? html` <span class="small">（${row.unit}）</span>` : ''
  }</th>${row.cells.map((cell) => html`<td>${figure(cell, shown, notes)}</td>`)}</tr>`;

function legend(rows: readonly PanelRow[], lang: Language): Html | false {
  const used = new Set(rows.flatMap((row) => row.cells.flatMap(marksOf)));
  return (
    used.size > 0 &&
    html`<p class="small">${[...used].map((mark) => html`<span><b class="mark">${MARKS[mark][lang].sign}</b> ${MARKS[mark][lang].meaning}　</span>`)}</p>`
  );
}

/** The table twin: every figure with its source, and the remarks on figures below it. */
export function tableOf(shown: Shown): Html {
  const { columns, rows, title } = shown.data;
  const { lang } = shown.asked;
  const words = wordsOf(lang);
  const usual = usualUnit(rows);
  const notes = numbered();
  const body = rows.map((row) => rowOf(row, usual, shown, notes));
  return html`<section class="scroll" tabindex="0" aria-label="${title}（${words.table}）" lang="zh-CN"><table><thead><tr><th scope="col">${words.item}${
    usual !== null && html`<span class="small">（${usual}）</span>`
  }</th>${columns.map(
    (column) =>
      html`<th scope="col" class="figure">${column.account ? html`<a href="${accountPath(column.account)}">${column.label}</a>` : column.label}</th>`,
  )}</tr></thead><tbody>${body}</tbody></table></section>${legend(rows, lang)}${
    notes.all().length > 0 &&
    html`<ol class="notes" lang="zh-CN">${notes.all().map((text, at) => html`<li><sup>${at + 1}</sup> ${text}</li>`)}</ol>`
  }`;
}
