import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

export type HitKind = 'department' | 'region' | 'functional' | 'economic' | 'figure' | 'check';

/** Something that can be found, with the number of accounts behind it where that is known. */
export interface Entry {
  id: number;
  kind: HitKind;
  key: string;
  label: string;
  context: string;
  accounts: number | null;
}

type Counts = ReadonlyMap<string, number>;

const countsOf = (db: Db, sql: string): Counts =>
  new Map(
    preparedSql<{ key: string; n: number }>(db, sql)
      .all()
      .map(({ key, n }) => [key, n]),
  );

/** How many accounts spend on a code. */
const ofCodes = (table: string): string =>
  `SELECT code AS key, sum(departments) AS n FROM ${table} WHERE region = '000000' AND own = 0 GROUP BY code`;

const COUNTS: Readonly<Partial<Record<HitKind, string>>> = {
  department: `SELECT coalesce(d.region, '000000') || '-' || d.slug AS key, count(*) AS n
    FROM accounts a JOIN departments d ON d.id = a.department GROUP BY d.id`,
  region: "SELECT region AS key, sum(departments) AS n FROM region_years WHERE region GLOB '[0-9]*' GROUP BY region",
  functional: ofCodes('region_spending'),
  economic: ofCodes('region_basic_spending'),
};

function readEntries(db: Db): ReadonlyMap<number, Entry> {
  const counts = new Map(Object.entries(COUNTS).map(([kind, sql]) => [kind, countsOf(db, sql)]));
  const rows = preparedSql<Omit<Entry, 'accounts'>>(
    db,
    'SELECT id, kind, key, label, context FROM search_entries',
  ).all();
  return new Map(
    rows.map((row) => {
      const known = counts.get(row.kind);
      return [row.id, { ...row, accounts: known ? (known.get(row.key) ?? 0) : null }];
    }),
  );
}

/** Everything that can be found, by its number: some thousands, read once a data version. */
export const searchEntries = (db: Db): ReadonlyMap<number, Entry> => perVersion(db, readEntries);
