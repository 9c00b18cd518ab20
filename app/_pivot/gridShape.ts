import { codeLevel, type PivotDimension, type PivotMember, type PivotSelection } from '../../lib/pivot';

/** disputed: printed figures contradict each other · contradicted: parts and printed total do · moved: former codes are counted
 * elsewhere than printed · incomplete: a sum over less than all · rough: the last printed digits leave it open · gap: no account */
export type CellMark = 'disputed' | 'contradicted' | 'moved' | 'incomplete' | 'rough' | 'gap';

/** A text alone, or with the line that prints it, a mark and what it says. */
export type GridCell =
  | string
  | readonly [text: string, line: number | null, mark: CellMark | null, note: string | null];

export interface GridColumn {
  /** members of the column dimensions; none: the total */
  keys: readonly string[];
  /** how many of how many are summed, where that is less than all */
  note: string | null;
}

export interface GridRow {
  /** members of the row dimensions down to this row's; none: the total */
  keys: readonly string[];
  note: string | null;
  cells: readonly GridCell[];
}

/** A pivot as it stands on the page and goes over the wire: the total first, a parent before its children. */
export interface PivotGrid {
  rows: readonly PivotDimension[];
  columns: readonly PivotDimension[];
  heads: readonly GridColumn[];
  lines: readonly GridRow[];
  labels: Readonly<Partial<Record<PivotDimension, Readonly<Record<string, string>>>>>;
  unit: string;
}

export const TOTAL = 'total';

export const columnId = ({ keys }: GridColumn): string => (keys.length === 0 ? TOTAL : keys.join('.'));
export const rowId = ({ keys }: GridRow): string => keys.join('|');

export const textOf = (cell: GridCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell[0];
export const lineOf = (cell: GridCell | undefined): number | null =>
  cell === undefined || typeof cell === 'string' ? null : cell[1];
export const markOf = (cell: GridCell | undefined): CellMark | null =>
  cell === undefined || typeof cell === 'string' ? null : cell[2];
export const noteOf = (cell: GridCell | undefined): string | null =>
  cell === undefined || typeof cell === 'string' ? null : cell[3];

/** The digits alone, as spreadsheets take them. */
export const plainNumber = (text: string): string => text.replaceAll(',', '').replace('−', '-');

/** For the order of rows only. */
export function weightOf(cell: GridCell | undefined): number | undefined {
  const text = plainNumber(textOf(cell));
  return /^-?\d/.test(text) ? Number(text) : undefined;
}

/** A member as its code, where it is one, and its name. */
export function memberName({ labels }: Pick<PivotGrid, 'labels'>, { dimension, key }: PivotMember) {
  const name = labels[dimension]?.[key] ?? key;
  if (codeLevel(dimension) > 0) return { code: key, name: name === key ? '' : name };
  return { code: null, name: dimension === 'region' && key === '' ? '地区不明' : name };
}

export const memberText = (grid: Pick<PivotGrid, 'labels'>, member: PivotMember): string => {
  const { code, name } = memberName(grid, member);
  return [code, name].filter(Boolean).join(' ');
};

const membersOf = (dimensions: readonly PivotDimension[], keys: readonly string[]): PivotMember[] =>
  keys.flatMap((key, at) => {
    const dimension = dimensions[at];
    return dimension === undefined ? [] : [{ dimension, key }];
  });

export const rowMembers = (grid: Pick<PivotGrid, 'rows'>, { keys }: GridRow): PivotMember[] =>
  membersOf(grid.rows, keys);
export const columnMembers = (grid: Pick<PivotGrid, 'columns'>, { keys }: GridColumn): PivotMember[] =>
  membersOf(grid.columns, keys);

export const rowText = (grid: PivotGrid, row: GridRow): string => {
  const last = rowMembers(grid, row).at(-1);
  return last === undefined ? '合计' : memberText(grid, last);
};
export const columnText = (grid: PivotGrid, column: GridColumn, alone = '合计'): string =>
  columnMembers(grid, column)
    .map((member) => memberText(grid, member))
    .join(' · ') || alone;

/** The one account that a cell's members name, `<region code>-<slug>-<year>`. */
export function accountOf(members: readonly PivotMember[], { departments, from, to }: PivotSelection): string | null {
  const found = (dimension: PivotDimension) => members.find((member) => member.dimension === dimension)?.key;
  const department = found('department') ?? (departments.length === 1 ? departments[0] : undefined);
  const year = found('year') ?? (from !== undefined && from === to ? String(from) : undefined);
  return department === undefined || year === undefined ? null : `${department}-${year}`;
}
