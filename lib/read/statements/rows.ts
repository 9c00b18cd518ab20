import type { Place } from '../../place';
import type { GridCell } from '../document';
import { codedLine, isNumbered } from './labels';
import { fold, isBlank, type Line, squeeze } from './lines';

/** A row of a table as it was meant: line breaks inside its cells are joined. */
export interface Row {
  cells: GridCell[];
  place: Place;
}

type Widths = readonly { cells: readonly GridCell[] }[];

/** The width of the heads, where they kept the blank cells that the rows below have lost at their ends. */
function headWidth(rows: Widths): number | undefined {
  const prints = ({ cells }: Widths[number]): boolean => cells.some(({ text }) => /^-?[\d,]+\.\d+$/.test(text.trim()));
  const first = rows.findIndex(prints);
  const widths = rows.slice(0, Math.max(0, first)).map(({ cells }) => cells.length);
  const body = rows.slice(first).filter(prints);
  const [head] = widths;
  const agree = widths.length >= 2 && widths.every((width) => width === head);
  const cut = isTrimmed(body) && new Set(body.map(({ cells }) => cells.length)).size > 1;
  return agree && cut && body.every(({ cells }) => cells.length <= (head ?? 0)) ? head : undefined;
}

/** The width most rows have; where trailing blank cells were cut off, the width of the longest. */
export function usualWidth(rows: Widths): number {
  const counts = new Map<number, number>();
  const wide = rows.filter((row) => row.cells.length > 1);
  for (const { cells } of wide) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  if (isTrimmed(wide)) return Math.max(0, ...counts.keys());
  const headed = headWidth(wide);
  if (headed !== undefined) return headed;
  let width = 0;
  let most = 0;
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  return width;
}

/** Whether a conversion has cut off the blank cells at the ends of the rows. */
export const isTrimmed = (rows: Widths): boolean => rows.every(({ cells }) => !isBlank(cells.at(-1)?.text ?? ''));

function joined(parts: readonly Line[]): GridCell[] {
  const cells: GridCell[] = [];
  for (const [index, part] of parts.entries())
    for (const [at, cell] of part.cells.entries()) {
      const before = cells.at(-1);
      if (index > 0 && at === 0 && before)
        cells[cells.length - 1] = {
          text: `${before.text} ${cell.text}`,
          place: isBlank(before.text) ? cell.place : before.place,
        };
      else cells.push(cell);
    }
  return cells;
}

/**
 * The lines from `index` on that together make one row of the table's width: a line break stood inside a cell. Words of a
 * first or last cell may stand on lines of their own.
 */
function brokenRow(lines: readonly Line[], index: number, width: number): Line[] | undefined {
  const parts: Line[] = [];
  let cells = 1;
  for (let at = index; at < lines.length && at < index + 8; at++) {
    const line = lines[at];
    if (!line || line.cells.length > width || (parts.length > 0 && !isJoint(parts.at(-1), line))) return undefined;
    cells += line.cells.length - 1;
    if (cells > width) return undefined;
    parts.push(line);
    if (cells === width) return withTail(parts, lines, at + 1);
  }
  return undefined;
}

/** Words in the row's last cell go on in lines without tabs, unless those begin the next row. */
function withTail(parts: Line[], lines: readonly Line[], from: number): Line[] | undefined {
  for (let at = from; at < from + 3; at++) {
    const line = lines[at];
    if (!line || line.isRow || !isJoint(parts.at(-1), line)) break;
    parts.push(line);
  }
  return parts.length > 1 ? parts : undefined;
}

/** Whether a break between two lines can stand inside a cell: words before it, words after it that start no line. */
function isJoint(before: Line | undefined, after: Line): boolean {
  const ends = before?.cells.at(-1)?.text ?? '';
  const goesOn = after.cells[0]?.text ?? '';
  const isPiece = (line: Line | undefined): boolean => line?.isRow === true || !isPageHead(line?.text ?? '');
  const isTotal = /^(?:本年)?(?:收入|支出)$|经费$|^基本支出$/.test(fold(ends)) && /^[合总]计$/.test(fold(goesOn));
  return (
    isWords(ends) && isWords(goesOn) && (isTotal || !startsLine(fold(goesOn))) && isPiece(before) && isPiece(after)
  );
}

/** Running heads and feet of pages: 某局2023年度部门决算. */
const isPageHead = (text: string): boolean => text.length > 24 || /20\d\d|决算|部门|:/.test(text);

/** Words, not a code or an amount. */
const isWords = (text: string): boolean => !isBlank(text) && !/^[\d.,-]+$/.test(squeeze(text));

/** Lines of the summaries that carry no number of their own. */
const KNOWN_END = /^.{0,12}(?:结余|财政拨款|结余分配)$/;

const startsLine = (text: string): boolean =>
  isNumbered(text) || codedLine(text) !== null || /^.{0,6}(?:预算|决算)数$/.test(text) || /^[23]\d{2,6}\D/.test(text);

/** The table's rows; lines without tabs that belong to no cell and are no line of their own are left out. */
export function rowsOf(lines: readonly Line[], width: number = usualWidth(lines)): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const [first] = line?.cells ?? [];
    if (!line || !first) continue;
    const parts = brokenRow(lines, index, width);
    if (parts) {
      rows.push({ cells: joined(parts), place: first.place });
      index += parts.length - 1;
    } else if (line.isRow || startsLine(line.text) || KNOWN_END.test(line.text))
      rows.push({ cells: line.cells, place: { ...first.place, cell: null } });
  }
  return rows;
}

/** The row's first words. */
export const leftmost = (row: Row): string => fold(row.cells.find((cell) => !isBlank(cell.text))?.text ?? '');
