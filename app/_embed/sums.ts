import { Decimal } from '../../lib/amount';
import type { PanelRow } from '../../lib/panels/panel';

/** The rows directly below a row in a tree of rows, by position; only those in the same unit. */
function childrenOf(rows: readonly PanelRow[], at: number): number[] {
  const row = rows[at];
  const depth = row?.depth ?? 0;
  const children: number[] = [];
  for (let below = at + 1; below < rows.length && (rows[below]?.depth ?? 0) > depth; below += 1)
    if ((rows[below]?.depth ?? 0) === depth + 1 && rows[below]?.unit === row?.unit) children.push(below);
  return children;
}

/**
 * The rows whose figures add up to a figure, to its last digit; empty where there are none, or where they do not: then the
 * printed figure stands for itself.
 */
export function summandsOf(rows: readonly PanelRow[], at: number, column: number): number[] {
  const total = rows[at]?.cells[column]?.value;
  const children = childrenOf(rows, at).filter((child) => rows[child]?.cells[column]?.value != null);
  if (total == null || children.length < 2) return [];
  const sum = children.reduce((so, child) => so.plus(rows[child]?.cells[column]?.value ?? 0), new Decimal(0));
  return sum.eq(total) ? children : [];
}
