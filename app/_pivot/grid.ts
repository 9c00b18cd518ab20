import {
  codeLevel,
  PIVOT_FUNDS,
  PIVOT_NATURES,
  type PivotDimension,
  type PivotSelection,
  VALUE_WORDS,
} from '../../lib/pivot';
import type { AskedLeaves } from './askLeaves';
import { CELLS, type CellContext, type Staffed } from './cells';
import { coverageOf } from './coverage';
import type { GridColumn, GridRow, PivotGrid } from './gridShape';
import { addUp, cellKey, type Grain, grainsOf, type Layout, type Leaf, membersAt, type Sum } from './sums';

/** So many columns and rows stand in a grid; what is beyond is named and stays in the sums. */
export const MOST_COLUMNS = 60;
export const MOST_LINES = 12_000;

const FIXED: Partial<Record<PivotDimension, readonly string[]>> = { fund: PIVOT_FUNDS, nature: PIVOT_NATURES };

function compareKeys(dimension: PivotDimension | undefined, one: string, other: string): number {
  const order = dimension && FIXED[dimension];
  if (order) return order.indexOf(one) - order.indexOf(other);
  return one < other ? -1 : one > other ? 1 : 0;
}

const layoutOf = (dimensions: readonly PivotDimension[], { rows, columns }: PivotSelection): Layout => ({
  rows: rows.map((one) => dimensions.indexOf(one)),
  columns: columns.map((one) => dimensions.indexOf(one)),
});

/** Years before the first one chosen were only asked for to be compared with. */
const isShown = ({ from }: PivotSelection, dimensions: readonly PivotDimension[]) => {
  const at = dimensions.indexOf('year');
  return (leaf: Leaf): boolean => from === undefined || at === -1 || Number(leaf.keys[at]) >= from;
};

/** Column members in order. */
function columnsOf(leaves: readonly Leaf[], { columns }: Layout, dimensions: readonly PivotDimension[]): string[][] {
  const found = new Map(leaves.map(({ keys }) => [membersAt(keys, columns).join('|'), membersAt(keys, columns)]));
  return [...found.values()].sort((one, other) => {
    for (const [at, place] of columns.entries()) {
      const order = compareKeys(dimensions[place], one[at] ?? '', other[at] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Rows in order, the total first, a parent before its children. */
function rowsOf(leaves: readonly Leaf[], { rows }: Layout, dimensions: readonly PivotDimension[]): string[][] {
  const below = new Map<string, Set<string>>();
  for (const { keys } of leaves) {
    const path = membersAt(keys, rows);
    for (const [depth, key] of path.entries()) {
      const parent = path.slice(0, depth).join('|');
      const known = below.get(parent);
      if (known) known.add(key);
      else below.set(parent, new Set([key]));
    }
  }
  const walk = (path: string[]): string[][] => {
    const dimension = dimensions[rows[path.length] ?? -1];
    const next = path.length === rows.length ? [] : [...(below.get(path.join('|')) ?? [])];
    return [path, ...next.sort((a, b) => compareKeys(dimension, a, b)).flatMap((key) => walk([...path, key]))];
  };
  return walk([]);
}

/** Staff of each department and year once, whatever a cell adds up. */
function staffOf(
  { dimensions, totals }: AskedLeaves,
  leaves: readonly Leaf[],
  layout: Layout,
  grains: readonly Grain[],
): Map<string, Staffed> {
  const people = new Map(totals.rows.map((row) => [`${row.department}|${row.year}`, row.headcount]));
  const [department, year] = [dimensions.indexOf('department'), dimensions.indexOf('year')];
  const cells = new Map<string, Staffed & { seen: Set<string> }>();
  for (const { keys, fen } of leaves) {
    const account = `${keys[department]}|${keys[year]}`;
    const count = people.get(account) ?? null;
    const [row, column] = [membersAt(keys, layout.rows), membersAt(keys, layout.columns)];
    for (const { depth, byColumn } of grains) {
      const key = cellKey(row.slice(0, depth), byColumn ? column : []);
      const cell = cells.get(key) ?? { fen: 0, people: 0, without: 0, seen: new Set<string>() };
      if (count !== null) cell.fen += fen;
      if (!cell.seen.has(account)) {
        cell.seen.add(account);
        cell.people += count ?? 0;
        cell.without += count === null ? 1 : 0;
      }
      cells.set(key, cell);
    }
  }
  return cells;
}

/** The grains whose sums are printed at a level of codes, as the grid's sums at another. */
export function printedSums(
  selection: PivotSelection,
  coarser: { dimensions: readonly PivotDimension[]; leaves: readonly Leaf[] },
  level: number,
): Map<string, Sum> {
  const { rows, columns } = selection;
  const grains = grainsOf(rows.length, columns.length > 0).filter(({ depth, byColumn }) => {
    const named = [...rows.slice(0, depth), ...(byColumn ? columns : [])];
    const isTold = named.every((one) => coarser.dimensions.includes(one));
    return isTold && Math.max(0, ...named.map(codeLevel)) === level;
  });
  return addUp(coarser.leaves, layoutOf(coarser.dimensions, selection), grains);
}

const shortOf = (context: CellContext, row: readonly string[], column: readonly string[], unit: string) => {
  const { published, expected } = context.coverage(row, column);
  return published < expected ? `收录 ${published}/${expected}${unit}` : null;
};

function rowNote(context: CellContext, keys: readonly string[]): string | null {
  const named = context.selection.rows.slice(0, keys.length);
  if (!named.some((one) => ['department', 'region', 'kind', 'year'].includes(one))) return null;
  if (named.at(-1) === 'department') {
    const { published, expected } = context.coverage(keys, []);
    return published < expected ? `缺 ${expected - published} 年` : null;
  }
  return named.includes('department') ? null : shortOf(context, keys, [], named.includes('year') ? ' 个' : ' 份');
}

export interface Built {
  grid: PivotGrid;
  /** columns and rows there are; more than stand in the grid where it was cut */
  columns: number;
  lines: number;
}

/** Adds the leaves up to a grid, checks its sums against the printed ones, and writes every cell. */
export function buildGrid(selection: PivotSelection, asked: AskedLeaves, printed: ReadonlyMap<string, Sum>): Built {
  const { dimensions, leaves, printed: unmoved, totals } = asked;
  const layout = layoutOf(dimensions, selection);
  const grains = grainsOf(selection.rows.length, selection.columns.length > 0);
  const shown = leaves.filter(isShown(selection, dimensions));
  // sums that tell no years apart must not hold the year that was only asked for to be compared with
  const sumsOf = (all: readonly Leaf[]): Map<string, Sum> =>
    new Map([...addUp(all, layout, grains), ...addUp(all.filter(isShown(selection, dimensions)), layout, grains)]);
  const staffed = selection.value === 'per_person' ? staffOf(asked, shown, layout, grains) : new Map<string, Staffed>();
  const context: CellContext = {
    selection,
    sums: sumsOf(leaves),
    printed,
    unmoved: unmoved && sumsOf(unmoved),
    staffed,
    coverage: coverageOf(totals, selection, grains, selection.from),
  };
  const columns = selection.columns.length === 0 ? [] : columnsOf(shown, layout, dimensions);
  const heads: GridColumn[] = columns.slice(0, MOST_COLUMNS).map((keys) => ({ keys, note: headNote(context, keys) }));
  if (columns.length !== 1) heads.push({ keys: [], note: headNote(context, []) });
  const lines = rowsOf(shown, layout, dimensions);
  const cell = CELLS[selection.value];
  const rows: GridRow[] = lines.slice(0, MOST_LINES).map((keys) => ({
    keys,
    note: rowNote(context, keys),
    cells: heads.map((head) => cell(context, keys, head.keys)),
  }));
  const { label: _label, unit } = VALUE_WORDS[selection.value];
  const grid = { rows: selection.rows, columns: selection.columns, heads, lines: rows, labels: asked.labels, unit };
  return { grid, columns: columns.length, lines: lines.length };
}

const headNote = (context: CellContext, keys: readonly string[]): string | null =>
  context.selection.columns.includes('year') || keys.length === 0
    ? shortOf(context, [], keys, keys.length > 0 ? '' : ' 份')
    : null;
