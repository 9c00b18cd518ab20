import type { Db } from '../open';
import { preparedSql } from '../prepared';

/** `<region code>-<slug>` of a department `d`. */
export const DEPARTMENT_ID = "coalesce(d.region, '000000') || '-' || d.slug";

/** The columns of a department `d` with its region `g`. */
export const DEPARTMENT_COLUMNS = `${DEPARTMENT_ID} AS department, d.name AS name, d.core AS kind, d.region AS regionCode,
  g.name AS regionName`;

export interface DepartmentColumns {
  department: string;
  name: string;
  kind: string;
  regionCode: string | null;
  regionName: string | null;
}

export interface DepartmentHead {
  department: string;
  name: string;
  kind: string;
  region: { code: string; name: string } | null;
}

export const headOf = ({ department, name, kind, regionCode, regionName }: DepartmentColumns): DepartmentHead => ({
  department,
  name,
  kind,
  region: regionCode === null || regionName === null ? null : { code: regionCode, name: regionName },
});

/** A department's number by its id; undefined when it is not stored. */
export function departmentNumber(db: Db, department: string): number | undefined {
  const [, region = '', slug = ''] = /^(\d{6})-(.+)$/.exec(department) ?? [];
  const sql = "SELECT id FROM departments WHERE coalesce(region, '') = ? AND slug = ?";
  return preparedSql<{ id: number }>(db, sql).get(region === '000000' ? '' : region, slug)?.id;
}

/** The numbers of those that are stored, in the order of the ids. */
export const departmentNumbers = (db: Db, departments: readonly string[]): number[] =>
  departments.flatMap((department) => departmentNumber(db, department) ?? []);
