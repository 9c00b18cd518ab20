import type { GridRow } from './gridShape';

/** A row with the rows below it. */
export interface GridNode {
  row: GridRow;
  below: GridNode[];
}

/** The rows of a grid as a tree; the total stands apart. */
export function treeOf(lines: readonly GridRow[]): { total: GridRow | undefined; nodes: GridNode[] } {
  const [total, ...rest] = lines;
  const nodes: GridNode[] = [];
  const path: GridNode[] = [];
  for (const row of rest) {
    const node: GridNode = { row, below: [] };
    path.length = row.keys.length - 1;
    (path.at(-1)?.below ?? nodes).push(node);
    path.push(node);
  }
  return { total, nodes };
}
