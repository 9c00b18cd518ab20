import 'server-only';
import type { Db } from '../../db/open';
import { type CubeRow, getCube } from '../../db/queries/cube';
import { cubeLabels } from '../../db/queries/cubeLabels';
import { millionthsIn } from '../../db/queries/millionths';
import {
  getPrintedTotals,
  type PrintedTotal,
  type PrintedTotals,
  TOTAL_DIMENSIONS,
} from '../../db/queries/printedTotals';
import { codeLevel, finestLevel, PIVOT_DIMENSIONS, type PivotDimension, type PivotSelection } from '../../lib/pivot';
import type { PivotGrid } from './gridShape';
import type { Leaf } from './sums';

export interface AskedLeaves {
  /** of the keys of the leaves */
  dimensions: PivotDimension[];
  leaves: Leaf[];
  /** with the like-for-like switch: the same amounts under the codes that were printed */
  printed: Leaf[] | null;
  labels: PivotGrid['labels'];
  totals: PrintedTotals;
  /** departments whose rows did not fit, of how many; null when nothing is left out */
  cut: { listed: number; of: number } | 'unknown' | null;
  notes: string[];
}

/** The year before the first one shown is needed for growth. */
export function yearsAsked({ from, to, value }: PivotSelection, stored: readonly number[]): number[] | undefined {
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? Number.NEGATIVE_INFINITY : from - (value === 'growth' ? 1 : 0);
  return stored.filter((year) => year >= first && year <= (to ?? Number.POSITIVE_INFINITY));
}

/** What is shown, and what filters and values need besides. */
function dimensionsOf({ rows, columns, fund, nature, value }: PivotSelection): PivotDimension[] {
  const asked = new Set<PivotDimension>([...rows, ...columns]);
  if (fund) asked.add('fund');
  if (nature) asked.add('nature');
  if (value === 'per_person') for (const one of ['department', 'year'] as const) asked.add(one);
  return PIVOT_DIMENSIONS.filter((dimension) => asked.has(dimension));
}

export const scopeOfPivot = (selection: PivotSelection, years: readonly number[] | undefined) => ({
  list: selection.list,
  ...(selection.region === undefined ? {} : { region: selection.region }),
  ...(selection.departments.length === 0 ? {} : { departments: selection.departments }),
  ...(selection.kind === undefined ? {} : { kind: selection.kind }),
  ...(selection.level === undefined ? {} : { level: selection.level }),
  ...(years === undefined ? {} : { years }),
});

/** Cells of codes, told apart by the dimensions; those of another fund or nature are left out. */
async function cubeLeaves(
  db: Db,
  selection: PivotSelection,
  dimensions: readonly PivotDimension[],
  years: readonly number[] | undefined,
) {
  const { codes, like, fund, nature } = selection;
  const cube = await getCube(db, {
    ...scopeOfPivot(selection, years),
    dimensions,
    likeForLike: like,
    ...(codes.length === 0 ? {} : { codes }),
  });
  const [fundAt, natureAt] = [cube.dimensions.indexOf('fund'), cube.dimensions.indexOf('nature')];
  const leavesOf = (rows: readonly CubeRow[]): Leaf[] =>
    rows
      .filter(({ keys }) => (!fund || keys[fundAt] === fund) && (!nature || keys[natureAt] === nature))
      .map(({ keys, amount, disputed, line }) => {
        const fen = millionthsIn(amount.value);
        return { keys, fen, half: millionthsIn(amount.high) - fen, disputed, line };
      });
  return { ...cube, leaves: leavesOf(cube.rows), printed: cube.printed && leavesOf(cube.printed) };
}

/** The cells of a coarser level of codes, to which the finer ones must add up; undefined where they did not fit. */
export async function coarserLeaves(
  db: Db,
  selection: PivotSelection,
  { dimensions, totals, cut }: AskedLeaves,
  level: number,
  years: readonly number[] | undefined,
): Promise<{ dimensions: PivotDimension[]; leaves: Leaf[] } | undefined> {
  if (level === 0) {
    const kept = dimensions.filter((one) => one === 'year' || isTotalDimension(one));
    return { dimensions: kept, leaves: totalLeaves(totals.rows, kept) };
  }
  const kept = PIVOT_DIMENSIONS.filter((one) => dimensions.includes(one) && codeLevel(one) <= level);
  const { leaves, truncated } = await cubeLeaves(db, selection, kept, years);
  if (!truncated) return { dimensions: kept, leaves };
  return cut !== null && cut !== 'unknown' ? { dimensions: kept, leaves } : undefined;
}

const isTotalDimension = (one: PivotDimension): one is (typeof TOTAL_DIMENSIONS)[number] =>
  (TOTAL_DIMENSIONS as readonly string[]).includes(one);

const totalLeaves = (rows: readonly PrintedTotal[], dimensions: readonly PivotDimension[]): Leaf[] =>
  rows
    .filter(({ accounts }) => accounts > 0)
    .map((row) => ({
      keys: dimensions.map((one) => (one === 'year' || isTotalDimension(one) ? String(row[one]) : '')),
      fen: row.value,
      half: Math.max(row.high - row.value, row.value - row.low),
      disputed: row.disputed,
      line: row.line,
    }));

/** Whether the printed totals themselves answer: no codes, and neither fund nor nature. */
const isOfTotals = ({ codes }: PivotSelection, dimensions: readonly PivotDimension[]): boolean =>
  codes.length === 0 && dimensions.every((one) => one === 'year' || isTotalDimension(one));

/** Of rows that were cut off inside a department the department is left out, so that what stands there is whole. */
function wholeDepartments(leaves: readonly Leaf[], place: number): { leaves: Leaf[]; listed: Set<string> } {
  const last = leaves.at(-1)?.keys[place];
  const first = leaves[0]?.keys[place];
  const whole = first === last ? [...leaves] : leaves.filter(({ keys }) => keys[place] !== last);
  return { leaves: whole, listed: new Set(whole.map(({ keys }) => keys[place] ?? '')) };
}

/** The totals of the departments listed; only they are counted as known, so that what is said of coverage is said of them. */
function totalsOfListed({ rows }: PrintedTotals, listed: ReadonlySet<string>): PrintedTotals {
  const kept = rows.filter(({ department }) => listed.has(department));
  const known = new Map<string, PrintedTotals['known'][number]>();
  for (const { region, kind } of new Map(kept.map((row) => [row.department, row])).values()) {
    const place = known.get(`${region}|${kind}`) ?? { region, kind, departments: 0 };
    known.set(`${region}|${kind}`, { ...place, departments: place.departments + 1 });
  }
  return { rows: kept, known: [...known.values()] };
}

async function fromCube(
  db: Db,
  selection: PivotSelection,
  dimensions: PivotDimension[],
  totals: PrintedTotals,
  years: readonly number[] | undefined,
): Promise<AskedLeaves> {
  const cube = await cubeLeaves(db, selection, dimensions, years);
  const { leaves, printed, labels, notes } = cube;
  const place = dimensions.indexOf('department');
  if (!cube.truncated) return { dimensions, leaves, printed, labels, totals, cut: null, notes };
  if (place === -1) return { dimensions, leaves, printed, labels, totals, cut: 'unknown', notes };
  const { leaves: whole, listed } = wholeDepartments(leaves, place);
  const of = new Set(totals.rows.map(({ department }) => department)).size;
  const cut = { listed: listed.size, of };
  const kept = printed?.filter(({ keys }) => listed.has(keys[place] ?? '')) ?? null;
  return { dimensions, leaves: whole, printed: kept, labels, totals: totalsOfListed(totals, listed), cut, notes };
}

/** Everything a pivot is added up from. */
export async function askLeaves(
  db: Db,
  selection: PivotSelection,
  years: readonly number[] | undefined,
): Promise<AskedLeaves> {
  const dimensions = dimensionsOf(selection);
  const totals = await getPrintedTotals(db, {
    ...scopeOfPivot(selection, years),
    dimensions: TOTAL_DIMENSIONS.filter((one) => dimensions.includes(one)),
  });
  if (!isOfTotals(selection, dimensions)) return fromCube(db, selection, dimensions, totals, years);
  const every = totalLeaves(totals.rows, dimensions);
  const place = dimensions.indexOf('department');
  const isCut = every.length > MOST_TOTALS && place !== -1;
  const { leaves, listed } = isCut
    ? wholeDepartments(every.slice(0, MOST_TOTALS), place)
    : { leaves: every, listed: new Set<string>() };
  const labels = cubeLabels(
    db,
    selection.list,
    dimensions,
    leaves.map(({ keys }) => ({ keys: [...keys], amount: NO_MONEY, accounts: 1, disputed: 0, line: null })),
  );
  if (!isCut) return { dimensions, leaves, printed: null, labels, totals, cut: null, notes: [] };
  const of = new Set(totals.rows.map(({ department }) => department)).size;
  const cut = { listed: listed.size, of };
  return { dimensions, leaves, printed: null, labels, totals: totalsOfListed(totals, listed), cut, notes: [] };
}

/** So many printed totals stand in a grid: 3,000 departments over ten years. */
const MOST_TOTALS = 30_000;
const NO_MONEY = { value: '0', low: '0', high: '0' };

/** The levels of codes at which sums of this pivot are printed somewhere, besides the finest. */
export function printedLevels({ codes, list }: PivotSelection, dimensions: readonly PivotDimension[]): number[] {
  const finest = finestLevel(dimensions);
  const within = Math.max(0, ...codes.map((code) => (code.length - 1) / 2));
  const most = Math.min(finest, list === 'functional' ? 3 : 2);
  return [0, 1, 2].filter((level) => level < most && (level === 0 ? codes.length === 0 : level >= within));
}
