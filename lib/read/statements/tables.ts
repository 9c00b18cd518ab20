import { codeIn } from './evidence';
import { fold, type Line } from './lines';
import { isPageNumber } from './preamble';
import { type Title, titleAt } from './titleLine';
import { numberIn } from './titles';
import { isForeign, MOST_ROWS, type StatementTable, Walk } from './walk';

/** Tables that go on after their notes or a page's foot, or under their own title again, are one. */
function continues(before: StatementTable | undefined, table: StatementTable, sinceTable: number): boolean {
  if (!before?.statement || sinceTable > 0 || before.rows.length >= MOST_ROWS) return false;
  if (table.statement === undefined) return startsWithLine(table.rows) || sharesHeads(before, table);
  const isSameTitle = /续/.test(table.title) || fold(table.title) === fold(before.title);
  return table.statement === before.statement && isSameTitle && !(hasTotal(before) && hasTotal(table));
}

const hasTotal = (table: StatementTable): boolean =>
  table.rows.some((row) => /^(?:本年)?(?:收入|支出)?[合总]计/.test(row.text));
const startsWithLine = (rows: readonly Line[]): boolean =>
  rows.slice(0, 1).some((row) => row.cells.slice(0, 3).some((cell) => codeIn(cell.text) !== null));
const sharesHeads = (before: StatementTable, table: StatementTable): boolean =>
  table.rows[0] !== undefined &&
  before.rows.slice(0, 3).some((row) => row.text !== '' && row.text === table.rows[0]?.text);

function append(before: StatementTable, table: StatementTable): void {
  before.rows.push(...table.rows);
  before.notes.push(...table.notes);
  for (const line of table.lines) before.lines.add(line);
}

/** The statements' tables in reading order; `isListed` tells the lines of the lists of statements. */
export function findTables(lines: readonly Line[], isListed: (line: Line) => boolean): StatementTable[] {
  const tables: StatementTable[] = [];
  let sinceTable = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const title = isListed(line) ? undefined : titleAt(lines, index);
    if (!title && (isListed(line) || !line.isRow || isForeign(line))) {
      if (!isPageNumber(line.text)) sinceTable++;
      continue;
    }
    const walk = new Walk(line, title, numberAbove(lines, index, title), isListed);
    let next = title ? index + 1 : index;
    while (walk.take(lines, next)) next++;
    const before = tables.at(-1);
    if (before && continues(before, walk.table, sinceTable)) append(before, walk.table);
    else if (walk.isTable) tables.push(walk.table);
    sinceTable = 0;
    index = Math.max(index, next - 1);
  }
  return tables;
}

/** A number that stands alone above the title: 公开04表. */
function numberAbove(lines: readonly Line[], index: number, title: Title | undefined): Line | undefined {
  const above = title && lines[index - title.lines.length];
  return above && numberIn(above.text) === above.text.replace(/^(?:部门|单位)/, '') ? above : undefined;
}
