import { type PrintedNumber, parseNumber } from '../../amount';
import type { Place } from '../../place';
import type { DocumentModel, GridCell } from '../document';

/** A line of the document in reading order: a row of a grid, or a paragraph as its only cell. */
export interface Line {
  number: number;
  isRow: boolean;
  cells: GridCell[];
  /** the whole line folded, for recognising it */
  text: string;
}

const SPACE = /[\s\u200b-\u200f\u2060\ufeff]/g;
const QUOTES = /["'“”‘’„‟〝〞＂＇「」『』《》*#]/g;
const FULL_WIDTH = /[！-～]/g;

/** Text without white space, otherwise as printed. */
export const squeeze = (text: string): string => text.replace(SPACE, '');

const REMEMBERED = 20_000;
const folded = new Map<string, string>();

/** Text made comparable: no white space, no quotation marks, half-width signs. Cells repeat, so short ones are remembered. */
export function fold(text: string): string {
  if (text === '') return text;
  if (text.length > 60) return foldAnew(text);
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size > REMEMBERED) folded.clear();
  const made = foldAnew(text);
  folded.set(text, made);
  return made;
}

const foldAnew = (text: string): string =>
  text
    .replace(SPACE, '')
    .replace(QUOTES, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('〔', '(')
    .replaceAll('〕', ')');

export function linesOf(model: DocumentModel): Line[] {
  const lines: Line[] = [];
  for (const section of model.sections)
    for (const block of section.blocks) {
      if (block.kind === 'paragraph') {
        const cells = [{ text: block.text, place: block.place }];
        lines.push({ number: block.place.line, isRow: false, cells, text: fold(block.text) });
        continue;
      }
      for (const row of block.rows)
        lines.push({
          number: row.place.line,
          isRow: true,
          cells: row.cells,
          text: row.cells.map((cell) => fold(cell.text)).join(''),
        });
    }
  return lines;
}

export const isBlank = (text: string): boolean => squeeze(text) === '';
export const isDash = (text: string): boolean => /^[-—–－―─/\\]+$/.test(squeeze(text));

/** A printed amount; words, codes with signs, rates and cells with two numbers are none. */
export function amountOf(text: string): PrintedNumber | undefined {
  return numbersIn(text).length > 1 ? undefined : parseNumber(text);
}

const COMPLETE = /^[-+−–—(（]?[\d,，]*\.?\d+[)）]?$/;

/** The amounts that a cell holds where a conversion has run neighbouring cells together: `100.00 200.00` → two. */
export function numbersIn(text: string): string[] {
  const tokens = text.trim().split(/\s+/);
  if (tokens.length < 2 || !tokens.every((token) => COMPLETE.test(token))) return [text];
  const merged: string[] = [];
  for (const token of tokens) {
    const before = merged.at(-1);
    const isTail =
      before !== undefined && !before.includes('.') && (/^\.\d+$/.test(token) || /^\d{3}([.,]\d+)*$/.test(token));
    if (isTail && before !== undefined) merged[merged.length - 1] = `${before} ${token}`;
    else merged.push(token);
  }
  return merged;
}

export const firstPlace = (line: Line | undefined): Place =>
  line?.cells[0]?.place ?? { page: null, sheet: null, line: 1, cell: null, box: null };
