import 'server-only';
import { notesSheet, type SheetCell, writeWorkbook } from '../_downloads/workbook';
import type { Twin } from './twin';

/** a column is as wide as its longest text, within these */
const WIDTHS = [8, 60] as const;
/** rows that are measured for it */
const MEASURED = 200;

const ems = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

/** The rows as a workbook: figures are numbers with the decimals they are shown with; notes and address on a sheet of their own. */
export function workbookOf(twin: Twin, origin: string): Promise<Buffer<ArrayBuffer>> {
  const { title, columns, rows } = twin;
  const widthOf = (column: number): number =>
    Math.max(...[columns[column]?.label ?? '', ...rows.slice(0, MEASURED).map((row) => row[column] ?? '')].map(ems)) +
    2;
  const data = {
    name: '数据',
    heads: columns.map(({ label }) => label),
    rows: rows.map((row) =>
      row.map((text, at): SheetCell => (text !== null && columns[at]?.number ? { value: text } : text)),
    ),
    widths: columns.map((_, at) => Math.min(WIDTHS[1], Math.max(WIDTHS[0], widthOf(at)))),
  };
  const notes = notesSheet([
    ['标题', title],
    ['说明', twin.subtitle],
    ['要点', twin.answer],
    ...twin.notes.map((note) => ['注', note] as const),
    ['地址', `${origin}${twin.path}`],
  ]);
  return writeWorkbook([data, notes], { title, moment: '2000-01-01T00:00:00Z' });
}
