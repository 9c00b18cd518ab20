import { asc, count, eq, max, min } from 'drizzle-orm';
import { type Db, snapshot, tables } from '../open';
import { prepared, preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { departmentConditions } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumbers, headOf } from './departmentColumns';
import { perVersion } from './kept';
import { MOST_DEPARTMENTS, type PeerFilter, type RegionLevel } from './peers';

export interface DepartmentSummary {
  /** unique within the region, part of its accounts' ids */
  slug: string;
  /** as printed */
  name: string;
  region: { code: string; name: string } | null;
  accounts: number;
  firstYear: number;
  lastYear: number;
}

const { accounts, departments, regions } = tables;

const all = ({ orm }: Db) =>
  orm
    .select({
      slug: departments.slug,
      name: departments.name,
      code: regions.code,
      region: regions.name,
      accounts: count(accounts.key),
      firstYear: min(accounts.year),
      lastYear: max(accounts.year),
    })
    .from(departments)
    .innerJoin(accounts, eq(accounts.department, departments.id))
    .leftJoin(regions, eq(regions.code, departments.region))
    .groupBy(departments.id)
    .orderBy(asc(regions.code), asc(departments.slug))
    .prepare();

/** The departments with stored accounts, by region and slug. */
export async function getDepartments(db: Db): Promise<DepartmentSummary[]> {
  return prepared(db, all)
    .all()
    .map(({ code, region, firstYear, lastYear, ...department }) => ({
      ...department,
      region: code === null || region === null ? null : { code, name: region },
      firstYear: firstYear ?? 0,
      lastYear: lastYear ?? 0,
    }));
}

/** A department as lists and choices show it. */
export interface DepartmentEntry {
  /** `<region code>-<slug>`: an account's id without its year */
  department: string;
  name: string;
  /** the name without its region, e.g. 工业商贸局 */
  kind: string;
  region: { code: string; name: string } | null;
  level: RegionLevel | null;
  firstYear: number;
  lastYear: number;
  accounts: number;
}

interface EntryRow extends DepartmentColumns {
  level: RegionLevel | null;
  firstYear: number | null;
  lastYear: number | null;
  accounts: number;
}

const ENTRY = `${DEPARTMENT_COLUMNS}, g.level,
  (SELECT min(year) FROM accounts a WHERE a.department = d.id) AS firstYear,
  (SELECT max(year) FROM accounts a WHERE a.department = d.id) AS lastYear,
  (SELECT count(*) FROM accounts a WHERE a.department = d.id) AS accounts
  FROM departments d LEFT JOIN regions g ON g.code = d.region`;

const entryOf = (row: EntryRow): DepartmentEntry => ({
  ...headOf(row),
  level: row.level,
  firstYear: row.firstYear ?? 0,
  lastYear: row.lastYear ?? 0,
  accounts: row.accounts,
});

/** A page of departments by region and slug. */
export async function getDepartmentEntries(
  db: Db,
  query: Omit<PeerFilter, 'size'> & PageBounds = {},
): Promise<Paged<DepartmentEntry>> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const { sql, values } = departmentConditions(query);
    const order = "ORDER BY coalesce(d.region, ''), d.slug LIMIT ? OFFSET ?";
    const rows = preparedSql<EntryRow>(db, `SELECT ${ENTRY} WHERE ${sql} ${order}`).all(...values, limit, offset);
    const join = query.level === undefined ? '' : 'LEFT JOIN regions g ON g.code = d.region';
    const count = preparedSql<{ n: number }>(db, `SELECT count(*) AS n FROM departments d ${join} WHERE ${sql}`);
    return { rows: rows.map(entryOf), total: count.get(...values)?.n ?? 0, limit, offset };
  });
}

/** The departments in the order of the ids; those not stored are left out. */
export async function getDepartmentsByIds(db: Db, ids: readonly string[]): Promise<DepartmentEntry[]> {
  return snapshot(db, () =>
    departmentNumbers(db, ids.slice(0, MOST_DEPARTMENTS)).flatMap((number) => {
      const row = preparedSql<EntryRow>(db, `SELECT ${ENTRY} WHERE d.id = ?`).get(number);
      return row ? [entryOf(row)] : [];
    }),
  );
}

const MOST_KINDS = 200;

const allKinds = (db: Db): { kind: string; departments: number }[] =>
  preparedSql<{ kind: string; departments: number }>(
    db,
    `SELECT core AS kind, count(*) AS departments FROM departments GROUP BY core
    ORDER BY departments DESC, kind LIMIT ${MOST_KINDS}`,
  ).all();

/** Kinds of department with how many departments there are of each, the most frequent first, at most 200. */
export async function getKinds(
  db: Db,
  { region, limit }: { region?: string; limit?: number } = {},
): Promise<{ kind: string; departments: number }[]> {
  const { limit: most } = boundsOf(limit === undefined ? {} : { limit }, MOST_KINDS, MOST_KINDS);
  if (region === undefined) return snapshot(db, () => perVersion(db, allKinds).slice(0, most));
  const { sql, values } = departmentConditions({ region });
  return preparedSql<{ kind: string; departments: number }>(
    db,
    `SELECT d.core AS kind, count(*) AS departments FROM departments d WHERE ${sql} GROUP BY d.core
    ORDER BY departments DESC, kind LIMIT ?`,
  ).all(...values, most);
}
