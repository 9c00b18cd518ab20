import { asc, count, eq, max, min } from 'drizzle-orm';
import { type Db, tables } from '../open';
import { prepared } from '../prepared';

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
