import type { CheckCard, Severity } from '../../lib/findings';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { getChecks } from './checks';
import { departmentConditions } from './conditions';
import { DEPARTMENT_ID, departmentNumber } from './departmentColumns';
import { type FindingQuery, RANKS, ranksOf, rowConditions } from './findingConditions';
import { isSummed, type ListedFinding, matching, ofDepartment, sumsBy, wholeSum } from './findingSums';
import { choosableRegions } from './regions';

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
  /** regions and the regions they lie in, by code; of many the provinces, and what lies in the chosen one */
  regions: FindingCount<string>[];
  /** those of the region, where they are not too many; the chosen one is always among them */
  departments: FindingCount<string>[];
  /** there are too many departments to list: choose a region first */
  manyDepartments: boolean;
}

/** So many departments stand in a choice. */
const MOST_DEPARTMENTS = 60;

/** Counts of one query, from sums, or from the few findings that words or a department leave. */
interface Tally {
  total: number;
  accounts: number;
  by(key: 'severity' | 'check' | 'year'): Map<string | number, number>;
  ofRegion(code: string): number;
}

function summedTally(db: Db, query: FindingQuery): Tally {
  const { findings, accounts } = wholeSum(db, query);
  return {
    total: findings,
    accounts,
    by: (key) =>
      new Map(sumsBy(db, query, key === 'check' ? 'check_id' : key).map((sum) => [sum.key, sum.findings] as const)),
    ofRegion: (region) => wholeSum(db, { ...query, region }).findings,
  };
}

const severityOf = ({ rank }: ListedFinding): string => RANKS[rank] ?? 'note';

function countedTally(rows: readonly ListedFinding[], query: FindingQuery): Tally {
  const { severity, check, year, region } = query;
  const within = (row: ListedFinding, code: string): boolean => row.region.startsWith(code.replace(/(?:00){1,2}$/, ''));
  const fits = (row: ListedFinding, without?: string): boolean =>
    (without === 'region' || region === undefined || within(row, region)) &&
    (without === 'severity' || severity === undefined || severityOf(row) === severity) &&
    (without === 'check' || check === undefined || row.check === check) &&
    (without === 'year' || year === undefined || row.year === year);
  const own = rows.filter((row) => fits(row));
  return {
    total: own.length,
    accounts: new Set(own.map(({ account }) => account)).size,
    by: (key) => {
      const counts = new Map<string | number, number>();
      for (const row of rows.filter((one) => fits(one, key))) {
        const value = key === 'severity' ? severityOf(row) : row[key];
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    },
    ofRegion: (code) => rows.filter((row) => fits(row, 'region') && within(row, code)).length,
  };
}

function tallyOf(db: Db, query: FindingQuery): Tally {
  if (isSummed(query)) return summedTally(db, query);
  return countedTally(query.text?.trim() ? matching(db, query).rows : ofDepartment(db, query), query);
}

const sorted = <Value extends string | number>(counts: ReadonlyMap<string | number, number>): [Value, number][] =>
  ([...counts] as [Value, number][]).filter(([, count]) => count > 0).sort(([one], [other]) => (one < other ? -1 : 1));

interface DepartmentRow {
  value: string;
  label: string;
}

const DEPARTMENT = `SELECT ${DEPARTMENT_ID} AS value, d.name AS label FROM departments d`;

/** The departments to choose from: of the region, or, where those are too many, the chosen one. */
function departmentsOf(db: Db, { region, department }: FindingQuery): { rows: DepartmentRow[]; many: boolean } {
  const { sql, values } = departmentConditions(region === undefined ? {} : { region });
  const order = `ORDER BY coalesce(d.region, ''), d.slug LIMIT ${MOST_DEPARTMENTS + 1}`;
  const rows = preparedSql<DepartmentRow>(db, `${DEPARTMENT} WHERE ${sql} ${order}`).all(...values);
  const many = rows.length > MOST_DEPARTMENTS;
  const number = department === undefined ? undefined : departmentNumber(db, department);
  if (number === undefined || (!many && rows.some(({ value }) => value === department)))
    return { rows: many ? [] : rows, many };
  const chosen = preparedSql<DepartmentRow>(db, `${DEPARTMENT} WHERE d.id = ?`).all(number);
  return { rows: many ? chosen : [...rows, ...chosen], many };
}

function countOfDepartment(db: Db, query: FindingQuery, department: string): number {
  return ranksOf(query).reduce((sum, rank) => {
    const { sql, values } = rowConditions({ ...query, department }, rank);
    const counted = `SELECT count(*) AS n FROM finding_rows x WHERE ${sql}`;
    return sum + (preparedSql<{ n: number }>(db, counted).get(...values)?.n ?? 0);
  }, 0);
}

const titleOf = (cards: readonly CheckCard[], check: string): string =>
  [...new Set(cards.filter(({ id }) => id === check).map(({ title }) => title))].join('；') || check;

const counted = <Value>(value: Value, label: string, count: number): FindingCount<Value>[] =>
  count > 0 ? [{ value, label, count }] : [];

/** How many findings each value of each filter would leave. */
export async function getFindingCounts(db: Db, query: FindingQuery = {}): Promise<FindingCounts> {
  const cards = await getChecks(db);
  return snapshot(db, () => {
    const tally = tallyOf(db, query);
    const bySeverity = tally.by('severity');
    const [error, warning, note] = RANKS.map((severity) => bySeverity.get(severity) ?? 0) as [number, number, number];
    const departments = departmentsOf(db, query);
    return {
      total: tally.total,
      accounts: tally.accounts,
      severities: { error, warning, note },
      years: sorted<number>(tally.by('year')).map(([value, count]) => ({ value, label: String(value), count })),
      checks: sorted<string>(tally.by('check')).map(([value, count]) => ({
        value,
        label: titleOf(cards, value),
        count,
      })),
      regions: choosableRegions(db, query.region).flatMap(({ code, name }) =>
        counted(code, name, tally.ofRegion(code)),
      ),
      departments: departments.rows.flatMap(({ value, label }) =>
        counted(value, label, countOfDepartment(db, query, value)),
      ),
      manyDepartments: departments.many,
    };
  });
}

/** All findings of the current revisions by severity. */
export async function getFindingTotals(db: Db): Promise<Readonly<Record<Severity, number>>> {
  const sums = new Map(sumsBy(db, {}, 'severity').map(({ key, findings }) => [key, findings]));
  return { error: sums.get('error') ?? 0, warning: sums.get('warning') ?? 0, note: sums.get('note') ?? 0 };
}
