import type { PrintedTotals } from '../../db/queries/printedTotals';
import type { PivotDimension } from '../../lib/pivot';
import type { Grain } from './sums';

/** How many accounts stand behind a sum, and how many there would be if every department had published every year. */
export interface Covered {
  published: number;
  expected: number;
}

const ENTITIES = ['department', 'region', 'kind', 'year'] as const;
type Entity = (typeof ENTITIES)[number];
const isEntity = (one: PivotDimension): one is Entity => (ENTITIES as readonly string[]).includes(one);

/** Answers for any cell of a grid, by the members of its row and column. */
export type CoverageOf = (row: readonly string[], column: readonly string[]) => Covered;

interface Dimensions {
  rows: readonly PivotDimension[];
  columns: readonly PivotDimension[];
}

type Members = Partial<Record<Entity, string>>;

function membersIn({ rows, columns }: Dimensions, row: readonly string[], column: readonly string[]): Members {
  const members: Members = {};
  for (const [at, key] of row.entries()) {
    const dimension = rows[at];
    if (dimension && isEntity(dimension)) members[dimension] = key;
  }
  for (const [at, key] of column.entries()) {
    const dimension = columns[at];
    if (dimension && isEntity(dimension)) members[dimension] = key;
  }
  return members;
}

const keyOf = (members: Members): string => ENTITIES.map((one) => members[one] ?? '*').join('|');

/** The entities that the cells of each grain name, each set once. */
function setsOf({ rows, columns }: Dimensions, grains: readonly Grain[]): Entity[][] {
  const sets = grains.map(({ depth, byColumn }) => {
    const named = new Set<PivotDimension>([...rows.slice(0, depth), ...(byColumn ? columns : [])]);
    return ENTITIES.filter((one) => named.has(one));
  });
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

/** Years before `from` were only asked for to be compared with: they count where the year is named, and nowhere else. */
export function coverageOf(
  totals: PrintedTotals,
  dimensions: Dimensions,
  grains: readonly Grain[],
  from = 0,
): CoverageOf {
  const published = new Map<string, number>();
  const sets = setsOf(dimensions, grains);
  for (const row of totals.rows)
    for (const set of sets) {
      if (row.year < from && !set.includes('year')) continue;
      const key = keyOf(Object.fromEntries(set.map((one) => [one, String(row[one])])));
      published.set(key, (published.get(key) ?? 0) + row.published);
    }
  const years = new Set(totals.rows.map(({ year }) => year).filter((year) => year >= from)).size;
  const known = ({ department, region, kind }: Members): number =>
    department !== undefined
      ? 1
      : totals.known
          .filter((one) => (region ?? one.region) === one.region && (kind ?? one.kind) === one.kind)
          .reduce((sum, one) => sum + one.departments, 0);
  return (row, column) => {
    const members = membersIn(dimensions, row, column);
    return {
      published: published.get(keyOf(members)) ?? 0,
      expected: known(members) * (members.year === undefined ? years : 1),
    };
  };
}
