import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { regionRange } from './conditions';

export interface Neighbour {
  account: string;
  name: string;
  year: number;
  region: { code: string; name: string } | null;
}

export interface Neighbours {
  /** the same department, all stored years */
  years: { year: number; account: string }[];
  previousYear: Neighbour | null;
  nextYear: Neighbour | null;
  /** other departments of the region in the same year, at most 60 */
  region: Neighbour[];
  /** departments of the same kind in the same year, of the same province first, at most 24 */
  kind: Neighbour[];
}

const MOST_OF_REGION = 60;
const MOST_OF_KIND = 24;

interface Own {
  department: number;
  year: number;
  region: string;
  kind: string;
}

interface NeighbourRow {
  account: string;
  name: string;
  year: number;
  regionCode: string | null;
  regionName: string | null;
}

const NEIGHBOUR = `SELECT a.id AS account, d.name, r.year, d.region AS regionCode, g.name AS regionName
  FROM account_rollups r JOIN accounts a ON a.key = r.account JOIN departments d ON d.id = r.department
  LEFT JOIN regions g ON g.code = d.region`;

const neighbourOf = ({ account, name, year, regionCode, regionName }: NeighbourRow): Neighbour => ({
  account,
  name,
  year,
  region: regionCode === null || regionName === null ? null : { code: regionCode, name: regionName },
});

function askRows(db: Db, rest: string, ...values: (string | number)[]): Neighbour[] {
  return preparedSql<NeighbourRow>(db, `${NEIGHBOUR} ${rest}`)
    .all(...values)
    .map(neighbourOf);
}

/** Of the same kind: those of the same province, then those of all others, by region. */
function ofKind(db: Db, { kind, year, department, region }: Own): Neighbour[] {
  const within =
    'WHERE r.kind = ? AND r.year = ? AND r.department <> ? AND r.region >= ? AND r.region < ? ORDER BY r.region LIMIT ?';
  const outside =
    'WHERE r.kind = ? AND r.year = ? AND r.department <> ? AND NOT (r.region >= ? AND r.region < ?) ORDER BY r.region LIMIT ?';
  const province = region === '' ? (['', '!'] as const) : regionRange(`${region.slice(0, 2)}0000`);
  const near = askRows(db, within, kind, year, department, ...province, MOST_OF_KIND);
  if (near.length === MOST_OF_KIND) return near;
  return [...near, ...askRows(db, outside, kind, year, department, ...province, MOST_OF_KIND - near.length)];
}

/** Where to go from an account: its other years, its region, its like elsewhere; undefined when it is not stored. */
export async function getNeighbours(db: Db, account: string): Promise<Neighbours | undefined> {
  return snapshot(db, () => {
    const sql = `SELECT r.department, r.year, r.region, r.kind FROM account_rollups r JOIN accounts a ON a.key = r.account
      WHERE a.id = ?`;
    const own = preparedSql<Own>(db, sql).get(account);
    if (!own) return undefined;
    const all = askRows(db, 'WHERE r.department = ? ORDER BY r.year', own.department);
    const region = 'WHERE r.region = ? AND r.year = ? AND r.department <> ? ORDER BY d.slug LIMIT ?';
    return {
      years: all.map(({ year, account: id }) => ({ year, account: id })),
      previousYear: all.findLast(({ year }) => year < own.year) ?? null,
      nextYear: all.find(({ year }) => year > own.year) ?? null,
      region: askRows(db, region, own.region, own.year, own.department, MOST_OF_REGION),
      kind: ofKind(db, own),
    };
  });
}
