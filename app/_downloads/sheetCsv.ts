import { writeCsv } from '../_answers/csv';
import type { Sheet, SheetCell } from './workbook';

const plain = (cell: SheetCell): string | number | null =>
  cell === null || typeof cell !== 'object' ? cell : 'href' in cell ? cell.href : cell.value;

/** A sheet as CSV: numbers to their last digit, links as addresses; `mark` for people who open it in a spreadsheet program. */
export const csvOfSheet = ({ heads, rows }: Sheet, options: { mark: boolean }): string =>
  writeCsv([heads, ...rows.map((row) => row.map(plain))], options);
