import type { Place } from '../../place';
import type { GridCell } from '../document';
import { fold, isBlank, type Line, squeeze } from './lines';

/** A row of a table as it was meant: line breaks inside its cells are joined. */
export interface Row {
  cells: GridCell[];
  place: Place;
}

/** The width most rows have. */
export function usualWidth(rows: readonly { cells: readonly unknown[] }[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  return width;
}

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

/** The lines from `index` on that together make one row of the table's width: a line break stood inside a cell. */
function brokenRow(lines: readonly Line[], index: number, width: number): Line[] | undefined {
  const parts: Line[] = [];
  let cells = 1;
  for (let at = index; at < lines.length && at < index + 8; at++) {
    const line = lines[at];
    if (!line || line.cells.length >= width) return undefined;
    cells += line.cells.length - 1;
    if (cells > width) return undefined;
    const before = parts.at(-1);
    const endsBlank = before !== undefined && isBlank(before.cells.at(-1)?.text ?? '');
    if (before && (endsBlank || isBlank(line.cells[0]?.text ?? ''))) return undefined;
    parts.push(line);
    if (cells === width) return parts.length > 1 ? parts : undefined;
  }
  return undefined;
}

/** Whether a piece may stand at the end of a cell: words, not a code or an amount. */
const isWords = (text: string): boolean => !isBlank(text) && !/^[\d.,-]+$/.test(squeeze(text));

export function rowsOf(lines: readonly Line[], width: number = usualWidth(lines)): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const parts = line.cells.length < width ? brokenRow(lines, index, width) : undefined;
    const isBroken = parts?.slice(1).every((part) => isWords(part.cells[0]?.text ?? ''));
    const [first] = line.cells;
    if (!first) continue;
    if (parts && isBroken && isWords(line.cells.at(-1)?.text ?? '')) {
      rows.push({ cells: joined(parts), place: first.place });
      index += parts.length - 1;
    } else rows.push({ cells: line.cells, place: { ...first.place, cell: null } });
  }
  return rows;
}

/** The row's first words. */
export const leftmost = (row: Row): string => fold(row.cells.find((cell) => !isBlank(cell.text))?.text ?? '');
