import type { PivotOrder } from '../../lib/pivot';
import { columnId, type GridRow, memberText, type PivotGrid, rowMembers, weightOf } from './gridShape';

/** The place of the ordering column among the cells; undefined where the rows stand in the order of the codes. */
export function placeOf({ heads }: Pick<PivotGrid, 'heads'>, order: PivotOrder | undefined): number | undefined {
  const at = order === undefined ? -1 : heads.findIndex((head) => columnId(head) === order.by);
  return at === -1 ? undefined : at;
}

/** Rows with the number of rows below each, which follow it. */
function blocksOf(lines: readonly GridRow[]): GridRow[][] {
  const depth = lines[0]?.keys.length ?? 0;
  const blocks: GridRow[][] = [];
  for (const line of lines)
    if (line.keys.length === depth) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  return blocks;
}

/** Siblings by a column; rows without a number come last either way. */
function sorted(lines: readonly GridRow[], place: number, sign: 1 | -1): GridRow[] {
  const weight = ([head]: GridRow[]) => weightOf(head?.cells[place]);
  return blocksOf(lines)
    .sort((one, other) => {
      const [a, b] = [weight(one), weight(other)];
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return sign * (a - b);
    })
    .flatMap(([head, ...below]) => (head ? [head, ...sorted(below, place, sign)] : []));
}

/** The lines with rows of one parent in the order asked for; the total stays first. */
export function inOrder(grid: PivotGrid, order: PivotOrder | undefined): readonly GridRow[] {
  const place = placeOf(grid, order);
  const [total, ...lines] = grid.lines;
  if (place === undefined || !order || !total) return grid.lines;
  return [total, ...sorted(lines, place, order.descending ? -1 : 1)];
}

/** The lines whose own label, one above or one below holds the words; the total stays. */
export function holding(grid: PivotGrid, lines: readonly GridRow[], text: string | undefined): readonly GridRow[] {
  const words = text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (words.length === 0) return lines;
  const kept = new Set<string>();
  for (const line of lines) {
    const path = rowMembers(grid, line)
      .map((member) => memberText(grid, member))
      .join(' ')
      .toLowerCase();
    if (words.every((word) => path.includes(word)))
      for (let depth = 1; depth <= line.keys.length; depth += 1) kept.add(line.keys.slice(0, depth).join('|'));
  }
  return lines.filter(({ keys }) => keys.length === 0 || kept.has(keys.join('|')));
}
