import type { Place } from '../../lib/place';
import type { Finding, FindingDetail, Severity, Suggestion } from '../../lib/findings';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { boundsOf, type PageBounds, type Paged } from './bounds';
import { type Conditions, joined, regionRange } from './conditions';
import { perVersion } from './kept';

/** Which findings of the current revisions are asked for. */
export interface FindingQuery {
  severity?: Severity;
  check?: string;
  /** a region's code: its own departments and those of every region within it */
  region?: string;
  /** `<region code>-<slug>` */
  department?: string;
  year?: number;
  /** words, each of which stands in the message, the check's id or the department's name */
  text?: string;
}

/** A finding in a list over many accounts. */
export interface FindingEntry {
  account: string;
  department: string;
  region: { code: string; name: string } | null;
  fiscalYear: number;
  /** of the account's findings, from 1 */
  number: number;
  finding: Finding;
}

/** A value of a filter with the findings it would leave, the other filters being as they are. */
export interface FindingCount<Value> {
  value: Value;
  label: string;
  count: number;
}

export interface FindingCounts {
  total: number;
  severities: Record<Severity, number>;
  years: FindingCount<number>[];
  checks: FindingCount<string>[];
  /** regions and the regions they lie in, by code */
  regions: FindingCount<string>[];
  /** those with the most findings, by region and slug */
  departments: FindingCount<string>[];
}

const FROM = `FROM findings f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = a.department`;
/** So many departments are offered for choice; the others are found by region and by text. */
const MOST_CHOICES = 200;

type Condition = readonly [sql: string, ...values: (string | number)[]];

function ofDepartment(department: string): Condition {
  const [region = '', slug = ''] = [department.slice(0, 6), department.slice(7)];
  return ["coalesce(d.region, '000000') = ? AND d.slug = ?", region, slug];
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);

/** The conditions of a query; `without` is the filter whose own values are counted. */
function conditionsOf(query: FindingQuery, without?: keyof FindingQuery): Conditions {
  const { severity, check, region, department, year, text } = without ? { ...query, [without]: undefined } : query;
  const conditions: Condition[] = [['f.current = 1']];
  if (severity !== undefined) conditions.push(['f.severity = ?', severity]);
  if (check !== undefined) conditions.push(['f.check_id = ?', check]);
  if (year !== undefined) conditions.push(['f.year = ?', year]);
  if (region !== undefined) conditions.push(["coalesce(d.region, '') >= ? AND coalesce(d.region, '') < ?", ...regionRange(region)]);
  if (department !== undefined) conditions.push(ofDepartment(department));
  for (const word of wordsOf(text ?? ''))
    conditions.push(["instr(lower(f.message || ' ' || f.check_id || ' ' || d.name), ?) > 0", word]);
  return joined(conditions);
}

function countBy<Value extends string | number>(
  db: Db,
  query: FindingQuery,
  dimension: keyof FindingQuery,
  value: string,
  label: string,
): FindingCount<Value>[] {
  const { sql, values } = conditionsOf(query, dimension);
  return preparedSql<FindingCount<Value>>(
    db,
    `SELECT ${value} AS value, ${label} AS label, count(*) AS count ${FROM} WHERE ${sql} GROUP BY 1 ORDER BY 1`,
  ).all(...values);
}

function severitiesOf(db: Db, query: FindingQuery): Record<Severity, number> {
  const rows = countBy<Severity>(db, query, 'severity', 'f.severity', 'f.severity');
  const count = (severity: Severity): number => rows.find(({ value }) => value === severity)?.count ?? 0;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** Counts of counties summed up into their cities and provinces. */
function regionsOf(db: Db, query: FindingQuery): FindingCount<string>[] {
  const sums = new Map<string, number>();
  for (const { value, count } of countBy<string>(db, query, 'region', "coalesce(d.region, '')", "''")) {
    const levels = value === '' ? [] : [`${value.slice(0, 2)}0000`, `${value.slice(0, 4)}00`, value];
    for (const code of new Set(levels)) sums.set(code, (sums.get(code) ?? 0) + count);
  }
  const name = preparedSql<{ name: string }>(db, 'SELECT name FROM regions WHERE code = ?');
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([value, count]) => {
      const label = name.get(value)?.name;
      return label === undefined ? [] : [{ value, label, count }];
    });
}

function departmentsOf(db: Db, query: FindingQuery): FindingCount<string>[] {
  const { sql, values } = conditionsOf(query, 'department');
  const rows = preparedSql<FindingCount<string>>(
    db,
    `SELECT coalesce(d.region, '000000') || '-' || d.slug AS value, d.name AS label, count(*) AS count ${FROM}
      WHERE ${sql} GROUP BY d.id ORDER BY d.id = (SELECT id FROM departments d WHERE ${query.department ? ofDepartment(query.department)[0] : 'FALSE'}) DESC, count DESC LIMIT ?`,
  ).all(...values, ...(query.department ? ofDepartment(query.department).slice(1) : []), MOST_CHOICES);
  return rows.sort((one, other) => (one.value < other.value ? -1 : 1));
}

function checksOf(db: Db, query: FindingQuery): FindingCount<string>[] {
  const title = "(SELECT e.label FROM search_entries e WHERE e.kind = 'check' AND e.key = f.check_id)";
  return countBy<string>(db, query, 'check', 'f.check_id', title).map(({ value, label, count }) => ({
    value,
    label: label ?? value,
    count,
  }));
}

/** How many findings each value of each filter would leave. */
export async function getFindingCounts(db: Db, query: FindingQuery = {}): Promise<FindingCounts> {
  return snapshot(db, () => {
    const severities = severitiesOf(db, query);
    const { error, warning, note } = severities;
    return {
      total: query.severity === undefined ? error + warning + note : severities[query.severity],
      severities,
      years: countBy<number>(db, query, 'year', 'f.year', 'f.year').map((one) => ({ ...one, label: String(one.value) })),
      checks: checksOf(db, query),
      regions: regionsOf(db, query),
      departments: departmentsOf(db, query),
    };
  });
}
