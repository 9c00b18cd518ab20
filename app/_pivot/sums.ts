/** An amount with the members it belongs to, in the order of the dimensions it was asked by. */
export interface Leaf {
  keys: readonly string[];
  fen: number;
  half: number;
  disputed: number;
  line: number | null;
}

export interface Sum {
  fen: number;
  half: number;
  disputed: number;
  leaves: number;
  /** of the only leaf */
  line: number | null;
}

/** Sums by row and column: rows down to each depth, columns told apart or all together. */
export interface Layout {
  /** places of the row dimensions in the keys, from the outermost */
  rows: readonly number[];
  columns: readonly number[];
}

/** So many row dimensions down, with the columns told apart or together. */
export interface Grain {
  depth: number;
  byColumn: boolean;
}

export const cellKey = (row: readonly string[], column: readonly string[]): string =>
  `${row.join('|')}\t${column.join('|')}`;

export const membersAt = (keys: readonly string[], places: readonly number[]): string[] =>
  places.map((place) => keys[place] ?? '');

function addTo(sums: Map<string, Sum>, key: string, { fen, half, disputed, line }: Leaf): void {
  const known = sums.get(key);
  if (known === undefined) {
    sums.set(key, { fen, half, disputed, leaves: 1, line });
    return;
  }
  known.fen += fen;
  known.half += half;
  known.disputed += disputed;
  known.leaves += 1;
  known.line = null;
}

/** Adds leaves up at each of the grains. */
export function addUp(leaves: readonly Leaf[], layout: Layout, grains: readonly Grain[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const leaf of leaves) {
    const [row, column] = [membersAt(leaf.keys, layout.rows), membersAt(leaf.keys, layout.columns)];
    for (const { depth, byColumn } of grains) addTo(sums, cellKey(row.slice(0, depth), byColumn ? column : []), leaf);
  }
  return sums;
}

/** Every grain of a grid with so many row dimensions. */
export const grainsOf = (depths: number, hasColumns: boolean): Grain[] =>
  Array.from({ length: depths + 1 }, (_, depth) => depth).flatMap((depth) => [
    { depth, byColumn: false },
    ...(hasColumns ? [{ depth, byColumn: true }] : []),
  ]);
