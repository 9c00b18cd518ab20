import { parseNumber } from '../../amount';
import type { PerformanceCell } from '../../facts';
import type { GridCell, GridRow } from '../document';

/** Text without white space and typographic variants, for comparing. */
export const bare = (text: string): string => text.replace(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')');

const DASH = /^[-—–－―/无]+$/;
const VALUE = /^([-+−]?[\d,，]*\.?\d+)(%|％|分|万元|元|\\%)?$/;

export const isDash = (text: string): boolean => DASH.test(bare(text));

/** A plain number, as amounts, points and scores are printed. */
export const isNumber = (cell: GridCell): boolean => parseNumber(bare(cell.text)) !== undefined;

export const isRate = (cell: GridCell): boolean => /^[-+−]?[\d.,]+(%|％|\\%)$/.test(bare(cell.text));

/** A points or score cell: a number, or a number of 分. */
export const isPoints = (cell: GridCell): boolean => /^\d+(\.\d+)?分?$/.test(bare(cell.text));

export function performanceCell(cell: GridCell | undefined): PerformanceCell | null {
  const printed = cell?.text.trim();
  if (!cell || !printed) return null;
  const number = VALUE.exec(bare(printed))?.[1];
  return { printed, value: (number && parseNumber(number)?.value) ?? null, place: cell.place };
}

export const filled = (row: GridRow): { cell: GridCell; index: number }[] =>
  row.cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => bare(cell.text) !== '');

/** The first index whose cell matches, or -1. */
export const indexOf = (row: GridRow, pattern: RegExp): number =>
  row.cells.findIndex((cell) => pattern.test(bare(cell.text)));
