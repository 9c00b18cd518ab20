import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

/** A region with departments, or with regions in it that have some. */
export interface RegionNode {
  code: string;
  name: string;
  /** 0 province, 1 city, 2 county */
  depth: 0 | 1 | 2;
  /** departments of the region and of everything within it, of any year */
  known: number;
}

export const depthOf = (code: string): 0 | 1 | 2 => (code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2);

/** 610000, 610800, 610827: a region's province and city, and itself. */
const chainOf = (code: string): string[] => [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])];

function readTree(db: Db): RegionNode[] {
  const counted = preparedSql<{ region: string; n: number }>(
    db,
    'SELECT region, count(*) AS n FROM departments WHERE region IS NOT NULL GROUP BY region',
  ).all();
  const known = new Map<string, number>();
  for (const { region, n } of counted) for (const code of chainOf(region)) known.set(code, (known.get(code) ?? 0) + n);
  const name = preparedSql<{ name: string }>(db, 'SELECT name FROM regions WHERE code = ?');
  return [...known]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([code, n]) => {
      const found = name.get(code)?.name;
      return found === undefined ? [] : [{ code, name: found, depth: depthOf(code), known: n }];
    });
}

const liesIn = (code: string, region: string): boolean =>
  code !== region && code.startsWith(region.replace(/(?:00)+$/, ''));

/**
 * The regions in the store by code, those within a region where one is given. With more than `most` the counties, and then the
 * cities, are left to their own pages.
 */
export async function getRegionTree(
  db: Db,
  { within, most = 60 }: { within?: string; most?: number } = {},
): Promise<RegionNode[]> {
  return snapshot(db, () => {
    const tree = perVersion(db, readTree).filter(({ code }) => within === undefined || liesIn(code, within));
    const fitting = [2, 1, 0].map((deepest) => tree.filter(({ depth }) => depth <= deepest));
    return fitting.find((nodes) => nodes.length > 0 && nodes.length <= most) ?? tree.slice(0, most);
  });
}
