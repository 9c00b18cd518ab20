import { PIVOT_DIMENSIONS, type PivotDimension } from '../../lib/pivot';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { cubeCells } from './cubeCells';
import { cubeGroups } from './cubeGroups';
import { cubeLabels } from './cubeLabels';
import { departmentNumber } from './departmentColumns';
import { millionthsText } from './millionths';
import type { RegionLevel, Scope } from './peers';
import type { CodeList, Money } from './spending';

/** No cube has more rows; what is beyond is cut, and `truncated` says so. */
export const MOST_CUBE_ROWS = 10_000;

export interface CubeQuery extends Scope {
  list: CodeList;
  dimensions: readonly PivotDimension[];
  level?: RegionLevel;
  kind?: string;
  years?: readonly number[];
  /** only these codes and what is below them */
  codes?: readonly string[];
  likeForLike?: boolean;
  limit?: number;
}

export interface CubeRow {
  /** the member of each dimension asked for, in that order: id, code, year or word */
  keys: string[];
  amount: Money;
  /** accounts in the cell */
  accounts: number;
  disputed: number;
  /** line in the source view, where one line of one account prints the code's amounts */
  line: number | null;
}

export interface Cube {
  dimensions: PivotDimension[];
  rows: CubeRow[];
  /** with the like-for-like switch: the same amounts under the codes that were printed */
  printed: CubeRow[] | null;
  /** names of members: `labels.department['610827-…']` */
  labels: Partial<Record<PivotDimension, Record<string, string>>>;
  /** staff in post by `<department>|<year>`, for amounts per person; only with departments as a dimension */
  headcounts: Record<string, string>;
  truncated: boolean;
  /** in Chinese, where the switch or a basis changed a figure */
  notes: string[];
}

/** Leaf cells for a pivot; their sum is the sum of what is asked for, with nothing counted twice. */
export async function getCube(db: Db, query: CubeQuery): Promise<Cube> {
  return snapshot(db, () => {
    const dimensions = PIVOT_DIMENSIONS.filter((dimension) => query.dimensions.includes(dimension));
    const limit = Math.min(Math.max(1, Math.trunc(query.limit ?? MOST_CUBE_ROWS)), MOST_CUBE_ROWS);
    const { groups, printed, truncated, notes } = cubeGroups(db, { ...query, dimensions }, limit);
    const cells = groups.flatMap((group) => cubeCells(group, { ...query, dimensions }));
    const rows = cells.slice(0, limit);
    return {
      dimensions,
      rows,
      printed: printed?.flatMap((group) => cubeCells(group, { ...query, dimensions })) ?? null,
      labels: cubeLabels(db, query.list, dimensions, rows),
      headcounts: dimensions.includes('department') ? headcountsOf(db, dimensions, rows, query.years) : {},
      truncated: truncated || cells.length > limit,
      notes,
    };
  });
}

/** Staff in post by department and year, of the departments in the rows. */
function headcountsOf(
  db: Db,
  dimensions: readonly PivotDimension[],
  rows: readonly CubeRow[],
  years: readonly number[] | undefined,
): Record<string, string> {
  const at = dimensions.indexOf('department');
  const departments = [...new Set(rows.map(({ keys }) => keys[at] ?? ''))];
  const sql = 'SELECT year, headcount FROM account_rollups WHERE department = ? AND headcount IS NOT NULL';
  return Object.fromEntries(
    departments.flatMap((department) => {
      const number = departmentNumber(db, department);
      const counts = number === undefined ? [] : preparedSql<{ year: number; headcount: number }>(db, sql).all(number);
      return counts
        .filter(({ year }) => years === undefined || years.includes(year))
        .map(({ year, headcount }) => [`${department}|${year}`, millionthsText(headcount, 0)]);
    }),
  );
}
