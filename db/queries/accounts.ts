import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { StatementReading } from '../../lib/facts';
import type { Severity } from '../../lib/findings';
import type { MeasureId } from '../../lib/measures';
import type { Place } from '../../lib/place';
import type { StatementId } from '../../lib/statements';
import { unpackAmount } from '../amount';
import { type Db, snapshot, tables } from '../open';
import { unpackPlace } from '../place';
import { prepared } from '../prepared';
import { perVersion } from './kept';

/** The measures a list of accounts shows; each has at most one level an account. */
export const KEY_MEASURES = [
  'total_revenue',
  'total_expenditure',
  'year_revenue',
  'year_expenditure',
  'basic_expenditure',
  'project_expenditure',
  'general_revenue',
  'general_expenditure',
  'fund_expenditure',
  'agency_operating_cost',
  'personnel_expenditure',
  'operating_expenditure',
  'three_public',
  'headcount_quota',
  'headcount_actual',
] as const satisfies readonly MeasureId[];
export type KeyMeasure = (typeof KEY_MEASURES)[number];

export interface KeyFigure {
  /** normalised decimal text in `unit` */
  value: string;
  unit: string;
  decimals: number;
  /** agreed: all printed places share a value · adopted: they do not, this one is supported best */
  status: 'agreed' | 'adopted';
  /** the printed places, or the statement's own sums, contradict the value */
  disputed: boolean;
  reason: string | null;
  place: Place;
}

/** An account as lists show it. */
export interface AccountSummary {
  id: string;
  department: string;
  /** of the department, for the accounts of its other years */
  slug: string;
  region: { code: string; name: string } | null;
  fiscalYear: number;
  revision: number;
  file: string;
  loadedAt: string;
  statements: { statement: StatementId; state: StatementReading['state'] }[];
  figures: Partial<Record<KeyMeasure, KeyFigure>>;
  findings: Record<Severity, number>;
}

const { accounts, departments, findings, levels, regions, revisions, statements } = tables;

const heads = ({ orm }: Db) =>
  orm
    .select({
      key: accounts.key,
      id: accounts.id,
      department: revisions.name,
      slug: departments.slug,
      regionCode: departments.region,
      regionName: sql<string | null>`coalesce(${revisions.regionName}, ${regions.name})`,
      fiscalYear: accounts.year,
      revision: revisions.revision,
      file: revisions.file,
      loadedAt: revisions.loadedAt,
    })
    .from(accounts)
    .innerJoin(departments, eq(departments.id, accounts.department))
    .innerJoin(revisions, and(eq(revisions.account, accounts.key), eq(revisions.current, true)))
    .leftJoin(regions, eq(regions.code, departments.region));

const order = [asc(departments.region), asc(departments.slug), asc(accounts.year)] as const;

const allHeads = (db: Db) =>
  heads(db)
    .orderBy(...order)
    .prepare();

const departmentHeads = (db: Db) =>
  heads(db)
    .where(
      and(
        sql`coalesce(${departments.region}, '') = ${sql.placeholder('region')}`,
        eq(departments.slug, sql.placeholder('slug')),
      ),
    )
    .orderBy(...order)
    .prepare();

const statementStates = ({ orm }: Db) =>
  orm
    .select({ statement: statements.statement, state: statements.state })
    .from(statements)
    .where(
      and(eq(statements.account, sql.placeholder('account')), eq(statements.revision, sql.placeholder('revision'))),
    )
    .orderBy(asc(statements.n))
    .prepare();

const keyLevels = ({ orm }: Db) =>
  orm
    .select()
    .from(levels)
    .where(
      and(
        eq(levels.account, sql.placeholder('account')),
        eq(levels.revision, sql.placeholder('revision')),
        inArray(levels.measure, [...KEY_MEASURES]),
      ),
    )
    .prepare();

const findingCounts = ({ orm }: Db) =>
  orm
    .select({ severity: findings.severity, count: count() })
    .from(findings)
    .where(and(eq(findings.account, sql.placeholder('account')), eq(findings.revision, sql.placeholder('revision'))))
    .groupBy(findings.severity)
    .prepare();

type Head = ReturnType<ReturnType<typeof allHeads>['all']>[number];

function summaryOf(db: Db, head: Head): AccountSummary {
  const { key, regionCode, regionName, ...rest } = head;
  const content = { account: key, revision: head.revision };
  const figures: AccountSummary['figures'] = {};
  for (const level of prepared(db, keyLevels).all(content)) {
    const { measure, unit, decimals, status, disputed, reason } = level;
    const value = unpackAmount(level);
    const place = unpackPlace(level);
    figures[measure as KeyMeasure] = { value, unit, decimals, status, disputed, reason, place };
  }
  const counts: AccountSummary['findings'] = { error: 0, warning: 0, note: 0 };
  for (const { severity, count } of prepared(db, findingCounts).all(content)) counts[severity] = count;
  return {
    ...rest,
    region: regionCode === null || regionName === null ? null : { code: regionCode, name: regionName },
    statements: prepared(db, statementStates).all(content),
    figures,
    findings: counts,
  };
}

/** Every stored account in its current revision, by region, department and year. */
export async function getAccounts(db: Db): Promise<AccountSummary[]> {
  return snapshot(db, () => perVersion(db, summaries));
}

const summaries = (db: Db): AccountSummary[] =>
  prepared(db, allHeads)
    .all()
    .map((head) => summaryOf(db, head));

/** The accounts of one department, oldest year first. */
export async function getAccountsOfDepartment(
  db: Db,
  { region, slug }: { region: string | null; slug: string },
): Promise<AccountSummary[]> {
  return snapshot(db, () =>
    prepared(db, departmentHeads)
      .all({ region: region ?? '', slug })
      .map((head) => summaryOf(db, head)),
  );
}
