import 'server-only';
import type { DepartmentEntry } from '../../db/queries/departments';
import type { PeerFilter } from '../../db/queries/peers';
import { getRanking, type Ranking } from '../../db/queries/rankings';
import type { Store } from '../_store/store';

/** What a department is placed by among its peers. */
const PLACED = [
  ['year_expenditure', '本年支出合计'],
  ['growth_total', '收支总计比上年增减'],
  ['expenditure_per_person', '人均支出'],
  ['project_share', '项目支出占比'],
] as const;
/** Fewer are no group to be placed in. */
const FEWEST = 3;

export interface Standing {
  figure: string;
  label: string;
  ranking: Ranking;
}

export interface AskedPeers {
  year: number;
  filter: PeerFilter;
  /** in Chinese */
  criterion: string;
  standings: Standing[];
}

/** Departments of the same kind and level; where there are too few, of the same kind; then all of the province and level. */
function filtersOf({ kind, level, region }: DepartmentEntry): PeerFilter[] {
  const own = level ? { level } : {};
  const province = region ? { region: `${region.code.slice(0, 2)}0000` } : {};
  return [
    { kind, ...own },
    { ...province, ...own },
  ];
}

/** Where a department stands among its peers of a year; undefined where there are too few of them. */
export async function askPeers(
  { db }: Store,
  department: DepartmentEntry,
  year: number,
): Promise<AskedPeers | undefined> {
  for (const filter of filtersOf(department)) {
    const ask = (figure: string) =>
      getRanking(db, { ...filter, figure, year, limit: 1, chosen: [department.department] });
    const first = await ask(PLACED[0][0]);
    if (first.total + first.missing < FEWEST) continue;
    const standings = await Promise.all(
      PLACED.map(async ([figure, label]) => ({ figure, label, ranking: await ask(figure) })),
    );
    return { year, filter, criterion: first.criterion, standings };
  }
  return undefined;
}
