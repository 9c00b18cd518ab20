import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

export interface RegionSummary {
  code: string;
  name: string;
  level: string;
  parent: string | null;
}

/** The codes of departments one after the other: as many steps as there are regions, however many departments. */
const STORED = `WITH RECURSIVE stored (code) AS (
    SELECT (SELECT min(coalesce(region, '')) FROM departments WHERE coalesce(region, '') > '')
    UNION ALL
    SELECT (SELECT min(coalesce(d.region, '')) FROM departments d WHERE coalesce(d.region, '') > stored.code)
    FROM stored WHERE stored.code IS NOT NULL
  )
  SELECT r.code, r.name, r.level, r.parent FROM stored CROSS JOIN regions r ON r.code = stored.code`;

const readRegions = (db: Db): RegionSummary[] => preparedSql<RegionSummary>(db, STORED).all();

/** The regions whose departments are in the store, by code. */
export async function getRegions(db: Db): Promise<RegionSummary[]> {
  return snapshot(db, () => [...perVersion(db, readRegions)]);
}

/** With the cities and provinces that they lie in. */
function readChains(db: Db): RegionSummary[] {
  const codes = perVersion(db, readRegions).flatMap(({ code }) => [
    `${code.slice(0, 2)}0000`,
    `${code.slice(0, 4)}00`,
    code,
  ]);
  const region = preparedSql<RegionSummary>(db, 'SELECT code, name, level, parent FROM regions WHERE code = ?');
  return [...new Set(codes)].sort().flatMap((code) => region.get(code) ?? []);
}

/** More regions than this are offered step by step. */
const MOST_AT_ONCE = 120;

/** Regions for a choice, by code: all, or of many the provinces and what lies in the province and the city of the chosen one. */
export function choosableRegions(db: Db, chosen: string | undefined): RegionSummary[] {
  const all = perVersion(db, readChains);
  if (all.length <= MOST_AT_ONCE) return all;
  const [province, city] = [chosen?.slice(0, 2), chosen?.endsWith('0000') ? undefined : chosen?.slice(0, 4)];
  return all.filter(
    ({ code }) =>
      code.endsWith('0000') ||
      (code.endsWith('00') && province !== undefined && code.startsWith(province)) ||
      (city !== undefined && code.startsWith(city)),
  );
}
