import type { Confidence } from '../../lib/classification';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { type Conditions, joined, regionRange } from './conditions';
import type { RegionLevel } from './peers';
import type { PageAsk, RowPage } from './rowPages';
import type { CodeList } from './spending';

/** A region with what is stored of it and of everything within it. */
export interface RegionRow {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  accounts: number;
  firstYear: number;
  lastYear: number;
}

const REGION = `SELECT g.code, g.name, g.level, g.parent, sum(y.departments) AS accounts, min(y.year) AS firstYear,
  max(y.year) AS lastYear FROM regions g JOIN region_years y ON y.region = g.code`;

function pageOf<Row, Position>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): RowPage<Row, Position> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), next: last === undefined ? null : positionOf(last) };
}

/** The regions with stored accounts, their own or of regions within them, by code. */
export function getRegionPage(
  db: Db,
  { region, level }: { region?: string; level?: RegionLevel },
  { after, limit }: PageAsk<readonly [code: string]>,
): RowPage<RegionRow, readonly [string]> {
  return snapshot(db, () => {
    const { sql, values } = joined([
      ...(region === undefined ? [] : [['g.code >= ? AND g.code < ?', ...regionRange(region)] as const]),
      ...(level === undefined ? [] : [['g.level = ?', level] as const]),
      ...(after === undefined ? [] : [['g.code > ?', ...after] as const]),
    ]);
    const text = `${REGION} WHERE ${sql} GROUP BY g.code ORDER BY g.code LIMIT ?`;
    return pageOf(preparedSql<RegionRow>(db, text).all(...values, limit + 1), limit, ({ code }) => [code] as const);
  });
}

/** One region by its code; undefined when nothing of it is stored. */
export const getRegionRow = (db: Db, code: string): RegionRow | undefined =>
  snapshot(db, () => preparedSql<RegionRow>(db, `${REGION} WHERE g.code = ? GROUP BY g.code`).get(code));

/** A heading of the code lists of the present edition. */
export interface SubjectRow {
  list: CodeList;
  code: string;
  name: string;
  level: 1 | 2 | 3;
  parent: string | null;
  /** budget years; null: not known */
  validFrom: number | null;
  validTo: number | null;
  confidence: Confidence;
}

export interface SubjectQuery {
  lists?: readonly CodeList[];
  /** beginnings of codes */
  codes?: readonly string[];
  levels?: readonly number[];
}

function subjectConditions({ lists = ['functional', 'economic'], codes, levels }: SubjectQuery): Conditions {
  return joined([
    ['list IN (SELECT value FROM json_each(?))', JSON.stringify(lists)],
    ...(levels === undefined ? [] : [['level IN (SELECT value FROM json_each(?))', JSON.stringify(levels)] as const]),
    ...(codes === undefined
      ? []
      : [
          [
            `(${codes.map(() => '(code >= ? AND code < ?)').join(' OR ') || 'FALSE'})`,
            ...codes.flatMap((code) => [code, `${code}~`]),
          ] as const,
        ]),
  ]);
}

/** The headings by list and code. */
export function getSubjectPage(
  db: Db,
  query: SubjectQuery,
  { after, limit }: PageAsk<readonly [list: string, code: string]>,
): RowPage<SubjectRow, readonly [string, string]> {
  return snapshot(db, () => {
    const { sql, values } = subjectConditions(query);
    const text = `SELECT list, code, name, level, parent, valid_from AS validFrom, valid_to AS validTo, confidence
      FROM subjects WHERE (list, code) > (?, ?) AND ${sql} ORDER BY list, code LIMIT ?`;
    const rows = preparedSql<SubjectRow>(db, text).all(...(after ?? ['', '']), ...values, limit + 1);
    return pageOf(rows, limit, ({ list, code }) => [list, code] as const);
  });
}
