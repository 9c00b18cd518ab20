import 'server-only';
import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx';
import { writeBook } from '../_answers/workbook';

/** An exact decimal text; `sumOf` are the rows of the sheet, from 0 below the heads, that add up to it to the last digit. */
export interface NumberCell {
  value: string;
  sumOf?: readonly number[];
  /** digits after the point; as many as the value has, unless given */
  decimals?: number;
}
export interface LinkCell {
  text: string;
  href: string;
}
export type SheetCell = string | number | null | NumberCell | LinkCell;

export interface Sheet {
  /** at most 31 characters; what spreadsheet programs forbid is taken out */
  name: string;
  heads: readonly string[];
  rows: readonly (readonly SheetCell[])[];
  widths?: readonly number[];
  /** columns that stay in sight */
  frozen?: number;
}

export interface About {
  title: string;
  /** ISO 8601: the same data make the same bytes */
  moment: string;
}

const BOLD = { font: { bold: true } };
const HEAD_ROWS = 1;
/** Spreadsheet programs hold no longer text in a cell. */
const LONGEST = 32_000;
/** A double holds so many digits; longer numbers stay text. */
const MOST_DIGITS = 15;
/** More digits after the point than amounts are printed with. */
const QUOTIENT = 6;

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;
const addressOf = (row: number, column: number): string => `${letterOf(column)}${row + 1}`;

/** Text is stored as text and never run; `_x0041_` would be read as a character's number. */
const textOf = (text: string): string => text.replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x').slice(0, LONGEST);

/** Runs of neighbouring rows as ranges: `D3:D5,D8`. */
export function rangesOf(rows: readonly number[], column: number): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? addressOf(from, column) : `${addressOf(from, column)}:${addressOf(to, column)}`,
    )
    .join(',');
}

const formatOf = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
const decimalsOf = (value: string): number => /\.(\d+)$/.exec(value)?.[1]?.length ?? 0;

function numberCell(cell: NumberCell, column: number): Partial<Cell> {
  const style = { numFmt: formatOf(cell.decimals ?? decimalsOf(cell.value)) };
  const summands = (cell.sumOf ?? []).map((row) => row + HEAD_ROWS);
  if (summands.length === 0) return { style };
  return { formula: `SUM(${rangesOf(summands, column)})`, formulaResult: Number(cell.value), style };
}

/** A printed amount must survive to its last digit; a quotient has more digits than anyone needs. */
const fitsDouble = (value: string): boolean =>
  value.replace(/\D/g, '').replace(/^0+/, '').length <= MOST_DIGITS || decimalsOf(value) > QUOTIENT;

function plainValue(cell: SheetCell): CellValue {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'string') return textOf(cell);
  if ('href' in cell) return textOf(cell.text);
  return fitsDouble(cell.value) ? Number(cell.value) : cell.value;
}

function sheetOf({ name, heads, rows, widths, frozen = 0 }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>(heads.map((_, at) => [`0,${at}`, { style: BOLD }]));
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell === null || typeof cell !== 'object') return;
      const key = `${at + HEAD_ROWS},${column}`;
      if ('href' in cell) cells.set(key, { hyperlink: { target: cell.href } });
      else if (fitsDouble(cell.value)) cells.set(key, numberCell(cell, column));
    });
  });
  return {
    name,
    columns: (widths ?? heads.map(() => 16)).map((width) => ({ width })),
    rows: [heads.map(textOf), ...rows.map((row) => row.map(plainValue))],
    cells,
    freezePane: { rows: HEAD_ROWS, ...(frozen > 0 ? { columns: frozen } : {}) },
  };
}

/** Names of sheets as spreadsheet programs take them, each once. */
function distinctNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const base =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '表';
    let own = base.slice(0, 31);
    for (let n = 2; taken.has(own.toLowerCase()); n += 1) own = `${base.slice(0, 27)} ${n}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Words beside words: what a workbook says of itself. */
export const notesSheet = (lines: readonly (readonly [string, string])[]): Sheet => ({
  name: '说明',
  heads: ['项目', '内容'],
  widths: [18, 110],
  rows: lines,
});

/** A workbook: heads bold and in sight, numbers as numbers, totals that add up as live sums, text never run. */
export async function writeWorkbook(sheets: readonly Sheet[], { title, moment }: About): Promise<Buffer<ArrayBuffer>> {
  const names = distinctNames(sheets);
  const date = new Date(moment);
  const bytes = await writeBook({
    sheets: sheets.map((sheet, at) => sheetOf({ ...sheet, name: names[at] ?? sheet.name })),
    properties: { title, creator: '决算通览', created: date, modified: date },
  });
  return Buffer.from(bytes);
}
