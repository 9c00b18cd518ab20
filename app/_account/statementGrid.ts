import type { EmptyCell, Fact, StatementLine, StatementReading } from '../../lib/facts';
import { COLUMN_LABELS, type ColumnId, type Side } from '../../lib/statements';

/** One part of a statement that is printed as several parts side by side. */
export interface GridBlock {
  side: Side | null;
  columns: ColumnId[];
  coded: boolean;
}

/** A printed row: one line a block, null where the block has ended. */
export interface GridRow {
  lines: (StatementLine | null)[];
  /** level of the code in a tree of rows, 0 outermost; null for rows without a code */
  depth: number | null;
}

/** Rows under one 类, or a row that belongs to none. */
export interface GridGroup {
  key: string;
  rows: GridRow[];
}

export interface StatementGrid {
  blocks: GridBlock[];
  groups: GridGroup[];
}

const byLine = (lines: readonly StatementLine[]): StatementLine[][] => {
  const rows = new Map<number, StatementLine[]>();
  for (const line of lines) rows.set(line.place.line, [...(rows.get(line.place.line) ?? []), line]);
  return [...rows.entries()].sort(([one], [other]) => one - other).map(([, row]) => row);
};

/** Where a line's block begins in the printed row: the two sides, or the position of its first cell. */
const startOf = (line: StatementLine): number =>
  line.side === 'revenue' ? -2 : line.side === 'expenditure' ? -1 : (line.place.cell ?? 0);

function columnsOf(lines: readonly StatementLine[], facts: readonly Fact[], statement: StatementReading): ColumnId[] {
  const used = new Set(
    lines.flatMap((line) => [
      ...line.facts.flatMap((index) => facts[index]?.column ?? []),
      ...line.empty.map((cell) => cell.column),
    ]),
  );
  return statement.columns.filter((column) => used.has(column));
}

const depthOf = (code: string | null): number | null => (code === null ? null : Math.max(0, (code.length - 3) / 2));

function groupsOf(rows: readonly GridRow[]): GridGroup[] {
  const groups: GridGroup[] = [];
  for (const row of rows) {
    const [line] = row.lines;
    const key = (row.lines.length === 1 && line?.code?.slice(0, 3)) || `line-${line?.place.line ?? groups.length}`;
    const last = groups.at(-1);
    if (last && last.key === key) last.rows.push(row);
    else groups.push({ key, rows: [row] });
  }
  return groups;
}

/** A statement in its printed layout: blocks side by side where rows are printed so, and rows grouped by 类. */
export function layOutStatement(statement: StatementReading, facts: readonly Fact[]): StatementGrid {
  const printed = byLine(statement.lines);
  const several = printed.some((lines) => lines.length > 1);
  const starts = several ? [...new Set(statement.lines.map(startOf))].sort((one, other) => one - other) : [0];
  const inBlock = (lines: readonly StatementLine[], start: number) =>
    several ? lines.filter((line) => startOf(line) === start) : lines;
  const blocks = starts.map((start): GridBlock => {
    const lines = inBlock(statement.lines, start);
    return {
      side: lines[0]?.side ?? null,
      columns: several ? columnsOf(lines, facts, statement) : statement.columns,
      coded: lines.some((line) => line.code !== null),
    };
  });
  const rows = printed.map((lines): GridRow => {
    const each = starts.map((start) => inBlock(lines, start)[0] ?? null);
    return { lines: each, depth: several ? null : depthOf(each[0]?.code ?? null) };
  });
  return { blocks, groups: groupsOf(rows) };
}

/** A cell of a printed row: its fact, how it was left empty, or nothing. */
export function cellAt(
  line: StatementLine,
  column: ColumnId,
  facts: readonly Fact[],
): { fact: Fact } | { empty: EmptyCell } | undefined {
  const fact = line.facts.flatMap((index) => facts[index] ?? []).find((candidate) => candidate.column === column);
  if (fact) return { fact };
  const empty = line.empty.find((candidate) => candidate.column === column);
  return empty && { empty };
}

/** A column's head in the words of its statement. */
export function columnLabel({ statement }: StatementReading, column: ColumnId): string {
  if (column === 'business') return statement === 'revenue' ? '经营收入' : '经营支出';
  if (column === 'total' && statement === 'revenue') return '本年收入合计';
  if (column === 'total' && statement !== 'three_public') return '本年支出合计';
  return COLUMN_LABELS[column];
}
