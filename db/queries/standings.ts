import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { type Conditions, peerConditions } from './conditions';
import { perVersion } from './kept';
import type { PeerFilter } from './peers';

type Population = PeerFilter & { year: number };
type Order = 'descending' | 'ascending';

/** What a population of one year is ranked by. */
interface Standing {
  department: number;
  account: number;
  value: number;
  low: number;
  high: number;
}

/** The figures `f` of a year and of the accounts `r` of a filter: read from the accounts where there is a filter, else from the figure. */
export function populationOf(figure: number, { year, ...filter }: Population): Conditions {
  const peers = peerConditions(filter);
  if (peers.values.length === 0)
    return { sql: 'FROM figures f WHERE f.figure = ? AND f.year = ? AND f.value IS NOT NULL', values: [figure, year] };
  const sql = `FROM account_rollups r
    CROSS JOIN figures f ON f.department = r.department AND f.figure = ? AND f.year = r.year AND f.value IS NOT NULL
    WHERE r.year = ? AND ${peers.sql}`;
  return { sql, values: [figure, year, ...peers.values] };
}

/** The figure of every department of the filter, in ascending order of value. */
function standingsOf(db: Db, figure: number, query: Population): Standing[] {
  const { sql, values } = populationOf(figure, query);
  const asked = `SELECT f.department, f.account, f.value, f.low, f.high ${sql} ORDER BY f.value`;
  return preparedSql<Standing>(db, asked).all(...values);
}

/** How many of an ascending list lie below `value`; with `orEqual` those equal to it, too. */
function countBelow(sorted: readonly number[], value: number, orEqual: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = sorted[middle] ?? 0;
    if (one < value || (orEqual && one === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A standing with the best and the worst place that the rounding allows. */
export interface Placed extends Standing {
  rank: number;
  worst: number;
}

/** Places by certainty: only who is higher whatever the rounding hides stands before. */
function ranked(standings: readonly Standing[], order: Order): Placed[] {
  const lows = Float64Array.from(standings, ({ low }) => low).sort();
  const highs = Float64Array.from(standings, ({ high }) => high).sort();
  const [sortedLows, sortedHighs] = [[...lows], [...highs]];
  const all = standings.length;
  const placed = standings.map((one): Placed => {
    const certainlyHigher = all - countBelow(sortedLows, one.high, true);
    const certainlyLower = countBelow(sortedHighs, one.low, false);
    const [before, behind] =
      order === 'descending' ? [certainlyHigher, certainlyLower] : [certainlyLower, certainlyHigher];
    return { ...one, rank: before + 1, worst: all - behind };
  });
  return order === 'descending' ? placed.reverse() : placed;
}

function sharedRanks(all: readonly Placed[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { rank } of all) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([rank]) => rank));
}

/** All standings of a population with their places, and the places that several share. */
interface Places {
  all: readonly Placed[];
  shared: ReadonlySet<number>;
}

/** Populations whose places are kept in memory while the data stay as they are. */
const MOST_KEPT = 24;
const memory = (): Map<string, Places> => new Map();

/** Places of the departments of a filter, in order. They are worked out once a data version, whichever page of them is asked for. */
export function placedOf(db: Db, figure: number, query: Population, order: Order): Places {
  const { year, region, level, kind, size } = query;
  const known = perVersion(db, memory);
  const key = JSON.stringify([figure, order, year, region, level, kind, size]);
  const kept = known.get(key);
  if (kept) return kept;
  const all = ranked(standingsOf(db, figure, query), order);
  const places = { all, shared: sharedRanks(all) };
  const [oldest] = known.keys();
  if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
  known.set(key, places);
  return places;
}
