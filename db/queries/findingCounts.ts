import type { CheckCard, Severity } from '../../lib/findings';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { getChecks } from './checks';
import { DEPARTMENT_ID } from './departmentColumns';
import { FINDINGS, type FindingQuery, findingConditions } from './findingConditions';
import { perVersion } from './kept';

/** A value of a filter with the findings it would leave, the other filters being as they are. */
export interface FindingCount<Value> {
  value: Value;
  label: string;
  count: number;
}

export interface FindingCounts {
  total: number;
  /** accounts with at least one of them */
  accounts: number;
  severities: Record<Severity, number>;
  years: FindingCount<number>[];
  checks: FindingCount<string>[];
  /** regions and the regions they lie in, by code */
  regions: FindingCount<string>[];
  /** at most 200, those with the most findings, by region and slug; the chosen one is always among them */
  departments: FindingCount<string>[];
}

const MOST_CHOICES = 200;

interface Dimension {
  of: keyof FindingQuery;
  value: string;
  label: string;
  order?: string;
}

const SEVERITY: Dimension = { of: 'severity', value: 'f.severity', label: 'f.severity' };
const YEAR: Dimension = { of: 'year', value: 'f.year', label: 'CAST(f.year AS TEXT)' };
const CHECK: Dimension = { of: 'check', value: 'f.check_id', label: 'f.check_id' };
const REGION: Dimension = { of: 'region', value: "coalesce(d.region, '')", label: "''" };
const DEPARTMENT: Dimension = {
  of: 'department',
  value: DEPARTMENT_ID,
  label: 'd.name',
  order: `count DESC, value LIMIT ${MOST_CHOICES}`,
};

function countBy<Value>(db: Db, query: FindingQuery, { of, value, label, order }: Dimension): FindingCount<Value>[] {
  const { sql, values } = findingConditions(db, query, of);
  return preparedSql<FindingCount<Value>>(
    db,
    `SELECT ${value} AS value, ${label} AS label, count(*) AS count FROM ${FINDINGS} WHERE ${sql}
      GROUP BY 1 ORDER BY ${order ?? 'value'}`,
  ).all(...values);
}

function severitiesOf(rows: readonly FindingCount<Severity>[]): Record<Severity, number> {
  const count = (severity: Severity): number => rows.find(({ value }) => value === severity)?.count ?? 0;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** Counts of counties are summed up into their cities and provinces. */
function regionsOf(db: Db, query: FindingQuery): FindingCount<string>[] {
  const sums = new Map<string, number>();
  for (const { value, count } of countBy<string>(db, query, REGION)) {
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
  const rows = countBy<string>(db, query, DEPARTMENT);
  const isListed = rows.some(({ value }) => value === query.department);
  const chosen = query.department === undefined || isListed ? [] : countChosen(db, query);
  return [...rows, ...chosen].sort((one, other) => (one.value < other.value ? -1 : 1));
}

function countChosen(db: Db, query: FindingQuery): FindingCount<string>[] {
  const { sql, values } = findingConditions(db, query);
  return preparedSql<FindingCount<string>>(
    db,
    `SELECT ${DEPARTMENT_ID} AS value, d.name AS label, count(*) AS count FROM ${FINDINGS} WHERE ${sql} GROUP BY 1`,
  ).all(...values);
}

const titleOf = (cards: readonly CheckCard[], check: string): string =>
  [...new Set(cards.filter(({ id }) => id === check).map(({ title }) => title))].join('；') || check;

/** How many findings each value of each filter would leave. */
export async function getFindingCounts(db: Db, query: FindingQuery = {}): Promise<FindingCounts> {
  const cards = await getChecks(db);
  return snapshot(db, () => {
    const severities = severitiesOf(countBy<Severity>(db, query, SEVERITY));
    const { sql, values } = findingConditions(db, query);
    const whole = preparedSql<{ total: number; accounts: number }>(
      db,
      `SELECT count(*) AS total, count(DISTINCT f.account) AS accounts FROM ${FINDINGS} WHERE ${sql}`,
    ).get(...values);
    return {
      total: whole?.total ?? 0,
      accounts: whole?.accounts ?? 0,
      severities,
      years: countBy<number>(db, query, YEAR),
      checks: countBy<string>(db, query, CHECK).map((one) => ({ ...one, label: titleOf(cards, one.value) })),
      regions: regionsOf(db, query),
      departments: departmentsOf(db, query),
    };
  });
}

function readTotals({ sqlite }: Db): Record<Severity, number> {
  const sql = 'SELECT severity AS value, count(*) AS count FROM findings WHERE current = 1 GROUP BY 1';
  return severitiesOf(sqlite.prepare<[], FindingCount<Severity>>(sql).all());
}

/** All findings of the current revisions by severity. */
export async function getFindingTotals(db: Db): Promise<Readonly<Record<Severity, number>>> {
  return perVersion(db, readTotals);
}
