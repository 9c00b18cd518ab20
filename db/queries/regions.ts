import { asc, eq } from 'drizzle-orm';
import { type Db, tables } from '../open';
import { prepared } from '../prepared';

export interface RegionSummary {
  code: string;
  name: string;
  level: string;
  parent: string | null;
}

const { departments, regions } = tables;

const withDepartments = ({ orm }: Db) =>
  orm
    .selectDistinct({ code: regions.code, name: regions.name, level: regions.level, parent: regions.parent })
    .from(regions)
    .innerJoin(departments, eq(departments.region, regions.code))
    .orderBy(asc(regions.code))
    .prepare();

/** The regions whose departments are in the store, by code. */
export async function getRegions(db: Db): Promise<RegionSummary[]> {
  return prepared(db, withDepartments).all();
}
