import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { type Conditions, peerConditions } from './conditions';
import { criterionOf } from './criterion';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { type Figure, type FigureId, figureRow } from './figures';
import { type FigureColumns, figureOf } from './millionths';
import { MOST_DEPARTMENTS, type PeerFilter } from './peers';

/** A department's place among its peers. */
export interface RankingRow {
  account: string;
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  figure: Figure;
  /** 1 + the number of departments that are certainly higher; departments whose ranges overlap share it */
  rank: number;
  /** the lowest place that the rounding allows */
  worst: number;
  /** another department has the same rank */
  shared: boolean;
}

export interface Ranking extends Paged<RankingRow> {
  /** departments of the filter without the figure, published or not */
  missing: number;
  /** in Chinese: what makes these departments peers */
  criterion: string;
  /** the department asked for, wherever it stands */
  chosen: RankingRow[];
}

export interface RankingQuery extends PeerFilter, PageBounds {
  figure: FigureId;
  year: number;
  order?: 'descending' | 'ascending';
  /** `<region code>-<slug>`: shown whatever page they are on */
  chosen?: readonly string[];
}

/** What a population of one year is ranked by. */
export interface Standing {
  department: number;
  account: number;
  value: number;
  low: number;
  high: number;
}

/** The figures `f` of a year and of the accounts `r` of a filter: read from the accounts where there is a filter, else from the figure. */
export function populationOf(figure: number, { year, ...filter }: PeerFilter & { year: number }): Conditions {
  const peers = peerConditions(filter);
  if (peers.values.length === 0)
    return { sql: 'FROM figures f WHERE f.figure = ? AND f.year = ? AND f.value IS NOT NULL', values: [figure, year] };
  const sql = `FROM account_rollups r
    CROSS JOIN figures f ON f.department = r.department AND f.figure = ? AND f.year = r.year AND f.value IS NOT NULL
    WHERE r.year = ? AND ${peers.sql}`;
  return { sql, values: [figure, year, ...peers.values] };
}

/** The figure of every department of the filter, in ascending order of value. */
export function standingsOf(db: Db, figure: number, query: PeerFilter & { year: number }): Standing[] {
  const { sql, values } = populationOf(figure, query);
  const asked = `SELECT f.department, f.account, f.value, f.low, f.high ${sql} ORDER BY f.value`;
  return preparedSql<Standing>(db, asked).all(...values);
}

function countPeers(db: Db, { year, ...filter }: PeerFilter & { year: number }): number {
  const { sql, values } = peerConditions(filter);
  const counted = `SELECT count(*) AS n FROM account_rollups r WHERE r.year = ? AND ${sql}`;
  return preparedSql<{ n: number }>(db, counted).get(year, ...values)?.n ?? 0;
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

interface Ranked extends Standing {
  rank: number;
  worst: number;
}

/** Places by certainty: only who is higher whatever the rounding hides stands before. */
function ranked(standings: readonly Standing[], order: 'descending' | 'ascending'): Ranked[] {
  const lows = Float64Array.from(standings, ({ low }) => low).sort();
  const highs = Float64Array.from(standings, ({ high }) => high).sort();
  const [sortedLows, sortedHighs] = [[...lows], [...highs]];
  const all = standings.length;
  const placed = standings.map((one): Ranked => {
    const certainlyHigher = all - countBelow(sortedLows, one.high, true);
    const certainlyLower = countBelow(sortedHighs, one.low, false);
    const [before, behind] =
      order === 'descending' ? [certainlyHigher, certainlyLower] : [certainlyLower, certainlyHigher];
    return { ...one, rank: before + 1, worst: all - behind };
  });
  return order === 'descending' ? placed.reverse() : placed;
}

interface RowColumns extends DepartmentColumns, FigureColumns {
  account: string;
}

const ROW = `SELECT a.id AS account, ${DEPARTMENT_COLUMNS}, f.value, f.low, f.high, f.decimals, f.source, f.disputed, f.reason, f.line
  FROM figures f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = f.department
  LEFT JOIN regions g ON g.code = d.region WHERE f.department = ? AND f.figure = ? AND f.year = ?`;

function rowsOf(
  db: Db,
  chosen: readonly Ranked[],
  name: { id: number; unit: string },
  year: number,
  shared: ReadonlySet<number>,
): RankingRow[] {
  return chosen.flatMap(({ department, rank, worst }): RankingRow[] => {
    const row = preparedSql<RowColumns>(db, ROW).get(department, name.id, year);
    if (!row) return [];
    return [
      { account: row.account, ...headOf(row), figure: figureOf(row, name.unit), rank, worst, shared: shared.has(rank) },
    ];
  });
}

function sharedRanks(all: readonly Ranked[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { rank } of all) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([rank]) => rank));
}

function chosenOf(db: Db, all: readonly Ranked[], chosen: readonly string[] | undefined): Ranked[] {
  const numbers = departmentNumbers(db, (chosen ?? []).slice(0, MOST_DEPARTMENTS));
  return numbers.flatMap((number) => all.find(({ department }) => department === number) ?? []);
}

/** Departments of a year by a figure, the highest first. */
export async function getRanking(db: Db, query: RankingQuery): Promise<Ranking> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const criterion = criterionOf(db, query, query.year);
    const name = figureRow(db, query.figure);
    if (!name) return { rows: [], total: 0, limit, offset, missing: 0, criterion, chosen: [] };
    const all = ranked(standingsOf(db, name.id, query), query.order ?? 'descending');
    const shared = sharedRanks(all);
    return {
      rows: rowsOf(db, all.slice(offset, offset + limit), name, query.year, shared),
      total: all.length,
      limit,
      offset,
      missing: countPeers(db, query) - all.length,
      criterion,
      chosen: rowsOf(db, chosenOf(db, all, query.chosen), name, query.year, shared),
    };
  });
}
