import { Decimal } from '../../lib/amount';

/** What a row must tell to be summed: how deep it stands, its unit, its figures. */
export interface SummedRow {
  depth?: number;
  unit: string | null;
  cells: readonly { value: string | null }[];
}

/** The rows directly below a row in a tree of rows, by position; only those in the same unit. */
function childrenOf(rows: readonly SummedRow[], at: number): number[] {
  const row = rows[at];
  const depth = row?.depth ?? 0;
  const children: number[] = [];
  for (let below = at + 1; below < rows.length && (rows[below]?.depth ?? 0) > depth; below += 1)
    if ((rows[below]?.depth ?? 0) === depth + 1 && rows[below]?.unit === row?.unit) children.push(below);
  return children;
}

const addUp = (rows: readonly SummedRow[], parts: readonly number[], column: number, total: string): boolean =>
  parts.reduce((sum, part) => sum.plus(rows[part]?.cells[column]?.value ?? 0), new Decimal(0)).eq(total);

/**
 * The rows whose figures add up to a figure, to its last digit; empty where there are none, or where they do not: then the
 * printed figure stands for itself.
 */
export function summandsOf(rows: readonly SummedRow[], at: number, column: number): number[] {
  const total = rows[at]?.cells[column]?.value;
  const children = childrenOf(rows, at).filter((child) => rows[child]?.cells[column]?.value != null);
  if (total == null || children.length < 2) return [];
  return addUp(rows, children, column, total) ? children : [];
}

/**
 * The same for a total that stands below its parts: the rows since the total before it, with or without that total. `totals` are the
 * positions of rows that are named as totals. Blank cells between them are in the sum and add nothing.
 */
export function summandsAbove(
  rows: readonly SummedRow[],
  at: number,
  column: number,
  totals: ReadonlySet<number>,
): number[] {
  const total = rows[at]?.cells[column]?.value;
  if (total == null || !totals.has(at)) return [];
  const last = Math.max(-1, ...[...totals].filter((one) => one < at));
  const between = Array.from({ length: at - last - 1 }, (_, step) => last + 1 + step).filter(
    (one) => rows[one]?.unit === rows[at]?.unit,
  );
  const outermost = Math.min(...between.map((one) => rows[one]?.depth ?? 0));
  const since = between.filter((one) => (rows[one]?.depth ?? 0) === outermost);
  return (
    [since, last < 0 ? since : [last, ...since]].find(
      (parts) => parts.length > 1 && addUp(rows, parts, column, total),
    ) ?? []
  );
}
