import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { departmentConditions, joined } from './conditions';
import { DEPARTMENT_COLUMNS, type DepartmentColumns, departmentNumber, headOf } from './departmentColumns';
import type { PeerFilter, RegionLevel } from './peers';
import type { PageAsk, RowPage } from './rowPages';

export interface DepartmentRow {
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
  level: RegionLevel | null;
  /** the years with stored accounts, ascending */
  years: number[];
}

/** Where a page ended: the region's code, empty where it is not known, and the slug. */
export type DepartmentPosition = readonly [region: string, slug: string];

interface Row extends DepartmentColumns {
  slug: string;
  level: RegionLevel | null;
  /** JSON */
  years: string;
}

const ROW = `${DEPARTMENT_COLUMNS}, d.slug, g.level,
  (SELECT json_group_array(year) FROM (SELECT year FROM accounts a WHERE a.department = d.id ORDER BY year)) AS years
  FROM departments d LEFT JOIN regions g ON g.code = d.region`;

const rowOf = ({ level, years, ...row }: Row): DepartmentRow => ({
  ...headOf(row),
  level,
  years: JSON.parse(years) as number[],
});

/** Departments by region and slug. */
export function getDepartmentPage(
  db: Db,
  filter: Omit<PeerFilter, 'size'>,
  { after, limit }: PageAsk<DepartmentPosition>,
): RowPage<DepartmentRow, DepartmentPosition> {
  return snapshot(db, () => {
    const { sql, values } = departmentConditions(filter);
    const begin = joined(after ? [["(coalesce(d.region, ''), d.slug) > (?, ?)", ...after]] : []);
    // the range of the index by region and slug begins at the region
    const from = joined(after ? [["coalesce(d.region, '') >= ?", after[0]]] : []);
    const rows = preparedSql<Row>(
      db,
      `SELECT ${ROW} WHERE ${sql} AND ${from.sql} AND ${begin.sql} ORDER BY coalesce(d.region, ''), d.slug LIMIT ?`,
    ).all(...values, ...from.values, ...begin.values, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { rows: rows.slice(0, limit).map(rowOf), next: last ? [last.regionCode ?? '', last.slug] : null };
  });
}

/** One department by its id; undefined when it is not stored. */
export function getDepartmentRow(db: Db, department: string): DepartmentRow | undefined {
  return snapshot(db, () => {
    const row = preparedSql<Row>(db, `SELECT ${ROW} WHERE d.id = ?`).get(departmentNumber(db, department) ?? -1);
    return row && rowOf(row);
  });
}
