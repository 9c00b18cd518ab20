import type { GridCell } from '../document';
import { codeIn, kindOf } from './evidence';
import { codedLine } from './labels';
import type { Column } from './layout';
import { numbersIn } from './lines';
import { isTrimmed, type Row } from './rows';

/** A row's cells by column; cells that fit no column are left over. */
export interface Aligned {
  cells: (GridCell | undefined)[];
  rest: GridCell[];
}

const CODE_PART = /^\d{1,3}$/;

/** How well a cell fits a column: positive when its kind is what the column holds, negative when it contradicts it. */
function suits(cell: GridCell, { role, accepts }: Column, share = 0): number {
  const kind = kindOf(cell.text);
  if (kind === 'blank') return 0;
  const isCode = codeIn(cell.text) !== null;
  switch (role) {
    case 'code':
      if (isCode) return 6;
      // a code with a digit too few or too many is still the row's code
      if (kind === 'integer' && /^\d{2,9}$/.test(cell.text.trim())) return 2;
      return kind === 'text' ? (codedLine(cell.text) || /^\d/.test(cell.text.trim()) ? 2 : -3) : -6;
    case 'class':
    case 'section':
    case 'item':
      if (isCode || (kind === 'integer' && CODE_PART.test(cell.text.trim()))) return 4;
      return kind === 'text' ? (codedLine(cell.text) ? 2 : -3) : -6;
    case 'name':
      if (kind === 'text') return !accepts || accepts(cell.text) ? 4 : -4;
      return kind === 'dash' ? -1 : -6;
    case 'index':
      return kind === 'integer' && cell.text.trim().length <= 3 ? 3 : kind === 'dash' ? 0 : -5;
    case 'amount':
      if (kind === 'amount') return 3 + share;
      return kind === 'integer' || kind === 'code' ? (isCode && kind === 'code' ? -2 : 2) : kind === 'dash' ? 1 : -3;
    case 'remark':
      return kind === 'text' || kind === 'dash' ? 1 : -3;
  }
}

/** cells beyond the table's width that are worth aligning */
const MOST_EXTRA = 12;
const LOST_CELL = -1;
const EXTRA_BLANK = -0.9;
const EXTRA_FILLED = -9;

type Move = 'match' | 'skipCell' | 'skipColumn';

/** The best monotone assignment of cells to columns; of equal ones the one that keeps cells furthest left. */
function assign(cells: readonly GridCell[], columns: readonly Column[], shares: readonly number[]): Aligned {
  const width = columns.length + 1;
  const points = new Float64Array((cells.length + 1) * width);
  const moves: Move[] = new Array((cells.length + 1) * width);
  for (let i = cells.length; i >= 0; i--)
    for (let j = columns.length; j >= 0; j--) {
      if (i === cells.length && j === columns.length) continue;
      const cell = cells[i];
      const column = columns[j];
      const at = (row: number, col: number): number => points[row * width + col] ?? 0;
      const choices: [Move, number][] = [];
      if (cell && column) choices.push(['match', suits(cell, column, shares[j]) + at(i + 1, j + 1)]);
      if (cell) choices.push(['skipCell', (kindOf(cell.text) === 'blank' ? EXTRA_BLANK : EXTRA_FILLED) + at(i + 1, j)]);
      if (column) choices.push(['skipColumn', LOST_CELL + at(i, j + 1)]);
      const [move, best] = choices.reduce((one, other) => (other[1] > one[1] ? other : one));
      points[i * width + j] = best;
      moves[i * width + j] = move;
    }
  return follow(cells, columns.length, moves);
}

function follow(cells: readonly GridCell[], columns: number, moves: readonly Move[]): Aligned {
  const aligned: Aligned = { cells: new Array(columns).fill(undefined), rest: [] };
  for (let i = 0, j = 0; i < cells.length || j < columns; ) {
    const move = moves[i * (columns + 1) + j];
    const cell = cells[i];
    if (move === 'match') aligned.cells[j++] = cells[i++];
    else if (move === 'skipColumn') j++;
    else {
      if (cell && kindOf(cell.text) !== 'blank') aligned.rest.push(cell);
      i++;
    }
  }
  return aligned;
}

const fitsAsIs = (cells: readonly GridCell[], columns: readonly Column[]): boolean =>
  cells.every((cell, at) => {
    const column = columns[at];
    return column ? suits(cell, column) >= 0 : kindOf(cell.text) === 'blank';
  });

/** Two amounts run into one cell stand for the cell that the row lacks. */
function split(cells: readonly GridCell[], width: number): GridCell[] {
  if (cells.every((cell) => numbersIn(cell.text).length === 1)) return [...cells];
  const parts = cells.flatMap((cell) => numbersIn(cell.text).map((text) => ({ ...cell, text })));
  return parts.length > width ? dropBlanks(parts, width) : parts;
}

/** Cells run together leave a blank behind: take as many blanks next to them away as the row is too wide. */
function dropBlanks(cells: readonly GridCell[], width: number): GridCell[] {
  const kept = [...cells];
  for (let at = kept.length - 1; at > 0 && kept.length > width; at--) {
    const isBehindPart = kept[at - 1]?.place.cell === kept[at - 2]?.place.cell && at >= 2;
    if (kindOf(kept[at]?.text ?? '') === 'blank' && isBehindPart) kept.splice(at, 1);
  }
  return kept;
}

const hasAmount = (cell: GridCell | undefined): boolean => ['amount', 'integer'].includes(kindOf(cell?.text ?? ''));

/**
 * A row as it stands, unless its amounts were pushed by one cell: a column that nearly all rows fill is blank, one that
 * no other row fills is not, and one step back everything is in its place.
 */
function asPrinted(cells: readonly GridCell[], columns: readonly Column[], shares: readonly number[]): Aligned {
  const printed = columns.map((_, at) => cells[at]);
  const first = columns.findIndex((column) => column.role === 'amount');
  const blanksFilled = (row: readonly (GridCell | undefined)[]): boolean =>
    columns.some((_, at) => (shares[at] ?? 0) > 0.8 && at >= first && !hasAmount(row[at]));
  const foreign = (row: readonly (GridCell | undefined)[]): boolean =>
    columns.some((_, at) => (shares[at] ?? 0) < 0.1 && at >= first && hasAmount(row[at]));
  const isOneBlock = columns.every((column) => column.block === 0);
  if (isOneBlock && first >= 0 && blanksFilled(printed) && foreign(printed) && !hasAmount(printed[first])) {
    const back = [...printed.slice(0, first), ...printed.slice(first + 1), undefined];
    if (!blanksFilled(back) && !foreign(back)) return { cells: back, rest: [] };
  }
  return { cells: printed, rest: [] };
}

/** What the table's other rows say of a row. */
export interface RowEvidence {
  /** for each column the share of rows that print an amount in it, of the rows that stand as they should */
  shares: readonly number[];
  isTrimmed: boolean;
}

export const evidenceOf = (rows: readonly Row[], columns: readonly Column[]): RowEvidence => ({
  shares: amountShares(rows, columns),
  isTrimmed: isTrimmed(rows),
});

function amountShares(rows: readonly Row[], columns: readonly Column[]): number[] {
  const sound = rows.filter((row) => row.cells.length === columns.length && fitsAsIs(row.cells, columns));
  return columns.map((_, at) => {
    const filled = sound.filter((row) => ['amount', 'integer'].includes(kindOf(row.cells[at]?.text ?? '')));
    return sound.length === 0 ? 0 : filled.length / sound.length;
  });
}

/**
 * Puts a row's cells under the columns: as they stand where that makes sense, else shifted by the evidence of codes,
 * names, row numbers and amounts, since conversions lose, add and merge cells.
 */
export function align(row: Row, columns: readonly Column[], evidence: RowEvidence): Aligned {
  const { shares } = evidence;
  if (row.cells.length > columns.length + MOST_EXTRA) {
    const beyond = row.cells.slice(columns.length + MOST_EXTRA).filter((cell) => kindOf(cell.text) !== 'blank');
    const aligned = align({ ...row, cells: row.cells.slice(0, columns.length + MOST_EXTRA) }, columns, evidence);
    return { cells: aligned.cells, rest: [...aligned.rest, ...beyond] };
  }
  const cells = split(row.cells, columns.length);
  const isWhole = cells.length === columns.length || (cells.length < columns.length && evidence.isTrimmed);
  if (isWhole && fitsAsIs(cells, columns)) return asPrinted(cells, columns, shares);
  return assign(cells, columns, shares);
}
