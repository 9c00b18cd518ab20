import { codeLevel, DIMENSION_WORDS, type PivotDimension } from '../../lib/pivot';
import {
  columnText,
  type GridRow,
  memberName,
  noteOf,
  type PivotGrid,
  plainNumber,
  rowMembers,
  textOf,
} from './gridShape';

const hasKey = (dimension: PivotDimension): boolean =>
  codeLevel(dimension) > 0 || dimension === 'department' || dimension === 'region';
const KEY_WORDS: Partial<Record<PivotDimension, string>> = { department: '部门编号', region: '地区代码' };

/** Names of the columns that tell the rows apart. */
export const rowHeads = ({ rows }: Pick<PivotGrid, 'rows'>): string[] =>
  rows.flatMap((one) => [
    ...(hasKey(one) ? [KEY_WORDS[one] ?? `${DIMENSION_WORDS[one]}编码`] : []),
    DIMENSION_WORDS[one],
  ]);

/** Every member of a row in a column of its own; a sum says so where the next member would stand. */
export function rowNames(grid: PivotGrid, row: GridRow): string[] {
  const members = rowMembers(grid, row);
  return grid.rows.flatMap((dimension, depth) => {
    const member = members[depth];
    const name = member ? memberName(grid, member).name || member.key : sumWord(depth, members.length);
    return [...(hasKey(dimension) ? [member?.key ?? ''] : []), name];
  });
}

const sumWord = (depth: number, members: number): string => (depth !== members ? '' : members === 0 ? '合计' : '小计');

export const headNames = (grid: PivotGrid): string[] =>
  grid.heads.map((head) => columnText(grid, head, grid.columns.length === 0 ? '金额' : '合计'));

/** What the marks of a row say, with the columns they stand in. */
export function rowRemarks(grid: PivotGrid, row: GridRow): string {
  const names = headNames(grid);
  const notes = row.cells.flatMap((cell, at) => {
    const note = noteOf(cell);
    return note === null || !/\d/.test(textOf(cell)) ? [] : [`${names[at]}：${note}`];
  });
  return [...(row.note ? [row.note] : []), ...notes].join('；');
}

/** The grid as plain rows: names, digits without separators, remarks. */
export function gridTable(grid: PivotGrid, lines: readonly GridRow[]): string[][] {
  const heads = [...rowHeads(grid), ...headNames(grid).map((name) => `${name}（${grid.unit}）`), '说明'];
  return [
    heads,
    ...lines.map((row) => [
      ...rowNames(grid, row),
      ...row.cells.map((cell) => {
        const text = plainNumber(textOf(cell));
        return /\d/.test(text) ? text : '';
      }),
      rowRemarks(grid, row),
    ]),
  ];
}
