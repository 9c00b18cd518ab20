import type { Unread } from '../../facts';
import { placeAt } from '../../place';
import type { Line } from './lines';
import { titleAt } from './titleLine';
import type { StatementTable } from './walk';

export interface Scattered {
  unread: Unread;
  lines: number[];
}

const AMOUNT = /^-?\d[\d,]*\.\d+$/;
/** All cells of the longest statement. */
const MOST_LINES = 20_000;

/**
 * The cells below a title that stand on a line each, as some pages are copied: blank cells are lost, so no row can be
 * told from the next. Such a table is unread, not empty.
 */
export function scatteredBelow(
  table: StatementTable,
  lines: readonly Line[],
  indexOf: ReadonlyMap<number, number>,
): Scattered | undefined {
  if (table.rows.length > 0) return undefined;
  const from = (indexOf.get(Math.max(...table.lines)) ?? lines.length) + 1;
  const cells: Line[] = [];
  for (let at = from; at < lines.length && cells.length < MOST_LINES; at++) {
    const line = lines[at];
    if (!line || line.isRow || line.text.length > 40 || /[。；;?]/.test(line.text)) break;
    if (/^第.{1,3}部分/.test(line.text) || titleAt(lines, at)) break;
    cells.push(line);
  }
  const numbers = cells.map(({ text }) => text).filter((text) => AMOUNT.test(text));
  const [first] = cells;
  if (!first || numbers.length < 3) return undefined;
  return {
    unread: { text: `${table.title}：每格一行，行列不可辨`, numbers, place: placeAt(first.number) },
    lines: cells.map(({ number }) => number),
  };
}
