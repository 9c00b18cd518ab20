import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import type { YearCoverage } from './coverage';
import { getRegionTree, type RegionNode } from './regionTree';

/** How complete each year of a region is; years in which nobody published are left out. */
export interface RegionCoverage extends RegionNode {
  years: YearCoverage[];
}

const MOST_REGIONS = 60;

/** Regions × years: at most 60 regions, the deeper ones left to the coverage of the region they lie in. */
export async function getRegionCoverage(
  db: Db,
  { region, fromYear = 0, toYear = 9999 }: { region?: string; fromYear?: number; toYear?: number } = {},
): Promise<RegionCoverage[]> {
  const nodes = await getRegionTree(db, { ...(region === undefined ? {} : { within: region }), most: MOST_REGIONS });
  const sql = `SELECT year, departments AS published, errors, warnings, faulty FROM region_years
    WHERE region = ? AND year BETWEEN ? AND ? ORDER BY year`;
  return snapshot(db, () =>
    nodes.map((node) => ({
      ...node,
      years: preparedSql<Omit<YearCoverage, 'known'>>(db, sql)
        .all(node.code, fromYear, toYear)
        .map((year) => ({ ...year, known: node.known })),
    })),
  );
}
