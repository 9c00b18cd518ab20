import type { FindingDetail, Severity, Suggestion } from '../../lib/findings';
import type { Place } from '../../lib/place';
import { inflated } from '../deflated';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { FINDINGS, type FindingQuery, findingConditions } from './findingConditions';

/** A finding in a list over many accounts. */
export interface FindingEntry {
  account: string;
  /** the name the account is shown with */
  department: string;
  region: { code: string; name: string } | null;
  fiscalYear: number;
  /** of the account's findings, from 1 */
  number: number;
  check: string;
  title: string | null;
  severity: Severity;
  message: string;
  places: Place[];
  suggestion: Suggestion | null;
}

interface Row extends Omit<FindingEntry, 'region' | 'title' | 'places' | 'suggestion'> {
  regionCode: string | null;
  regionName: string | null;
  places: string;
  suggestion: string | null;
  detail: Buffer | null;
}

const ORDER = `CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, coalesce(d.region, ''), d.slug, f.year DESC, f.n`;

const COLUMNS = `a.id AS account, r.name AS department, g.code AS regionCode, g.name AS regionName, f.year AS fiscalYear,
  f.n + 1 AS number, f.check_id AS "check", f.severity, f.message, f.places, f.suggestion, f.detail`;

function entryOf({ regionCode, regionName, places, suggestion, detail, ...row }: Row): FindingEntry {
  return {
    ...row,
    region: regionCode === null || regionName === null ? null : { code: regionCode, name: regionName },
    title: (detail && (JSON.parse(inflated(detail).toString()) as FindingDetail | null)?.title) ?? null,
    places: JSON.parse(places) as Place[],
    suggestion: suggestion === null ? null : (JSON.parse(suggestion) as Suggestion | null),
  };
}

/** Findings of the current revisions: the most severe first, then by region, department, year and place. */
export async function getFindingList(db: Db, query: FindingQuery & PageBounds = {}): Promise<Paged<FindingEntry>> {
  return snapshot(db, () => {
    const { limit, offset } = boundsOf(query);
    const { sql, values } = findingConditions(db, query);
    const total = preparedSql<{ n: number }>(db, `SELECT count(*) AS n FROM ${FINDINGS} WHERE ${sql}`).get(...values);
    const rows = preparedSql<Row>(
      db,
      `SELECT ${COLUMNS} FROM (SELECT f.account, f.revision, f.n FROM ${FINDINGS} WHERE ${sql} ORDER BY ${ORDER} LIMIT ? OFFSET ?) page
        JOIN findings f ON f.account = page.account AND f.revision = page.revision AND f.n = page.n
        JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = a.department
        JOIN revisions r ON r.account = f.account AND r.revision = f.revision
        LEFT JOIN regions g ON g.code = d.region
        ORDER BY ${ORDER}`,
    ).all(...values, limit, offset);
    return { rows: rows.map(entryOf), total: total?.n ?? 0, limit, offset };
  });
}
