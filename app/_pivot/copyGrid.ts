import type { GridRow, PivotGrid } from './gridShape';
import { gridTable } from './gridTable';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const asText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');

/** Codes keep their digits as text: 2080505 is a name, not a number. */
const asHtml = ([heads = [], ...rows]: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((cell) => `<th>${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

/** Puts the rows on the clipboard, as text with tabs and as a table. */
export async function copyGrid(grid: PivotGrid, lines: readonly GridRow[]): Promise<void> {
  const rows = gridTable(grid, lines);
  const blob = (text: string, type: string): Blob => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob(asText(rows), 'text/plain'),
      'text/html': blob(asHtml(rows), 'text/html'),
    }),
  ]);
}
