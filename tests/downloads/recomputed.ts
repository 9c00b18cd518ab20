import type { Sheet } from 'hucre/xlsx';
import { Decimal } from '../../lib/amount';

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cellsOf(range: string): [number, number][] {
  const [, from = '', first = '', to = from, last = first] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
  expectSame(from, to);
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => [
    Number(first) - 1 + step,
    columnOf(from),
  ]);
}

function expectSame(one: string, other: string): void {
  if (one !== other) throw new Error(`a sum over several columns: ${one}, ${other}`);
}

/** Each formula of a sheet with the result it carries and the one that follows from its cells. */
export function recompute({ rows, cells }: Sheet): { at: string; carried: number; computed: number }[] {
  return [...(cells ?? [])].flatMap(([at, { formula, formulaResult }]) => {
    if (formula === undefined) return [];
    const [, ranges = ''] = /^SUM\((.+)\)$/.exec(formula) ?? [];
    const computed = ranges
      .split(',')
      .flatMap(cellsOf)
      .reduce((sum, [row, column]) => sum.plus(Number(rows[row]?.[column] ?? 0)), new Decimal(0));
    return [{ at, carried: Number(formulaResult), computed: computed.toNumber() }];
  });
}
