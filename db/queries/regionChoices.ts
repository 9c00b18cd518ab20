import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

export interface RegionChoice {
  code: string;
  name: string;
  level: '省级' | '地级' | '县级';
}

type Stored = ReadonlyMap<string, RegionChoice>;

/** Regions with accounts, and those above them. */
function readRegions(db: Db): Stored {
  const sql = `SELECT r.code, r.name, r.level FROM (SELECT DISTINCT region FROM region_years) y
    JOIN regions r ON r.code = y.region ORDER BY r.code`;
  return new Map(
    preparedSql<RegionChoice>(db, sql)
      .all()
      .map((region) => [region.code, region]),
  );
}

const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;
const cityOf = (code: string): string => `${code.slice(0, 4)}00`;

/**
 * The regions that can be chosen next, by code: every province, the cities of the chosen one's province, the counties of its city.
 * Never more than a form can hold, however many counties are stored.
 */
export async function getRegionChoices(db: Db, chosen?: string): Promise<RegionChoice[]> {
  return snapshot(db, () =>
    [...perVersion(db, readRegions).values()].filter(({ code, level }) => {
      if (level === '省级') return true;
      if (chosen === undefined) return false;
      if (level === '地级') return provinceOf(code) === provinceOf(chosen);
      return chosen.endsWith('0000') ? false : cityOf(code) === cityOf(chosen);
    }),
  );
}

/** A region of the store by its code, with what it lies in: 安徽省, 安徽省 马鞍山市. */
export async function getRegionName(db: Db, code: string): Promise<string | undefined> {
  return snapshot(db, () => {
    const stored = perVersion(db, readRegions);
    if (!stored.has(code)) return undefined;
    const path = [...new Set([provinceOf(code), cityOf(code), code])];
    return path.flatMap((one) => stored.get(one)?.name ?? []).join(' ');
  });
}
