import { gunzipSync } from 'node:zlib';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { CheckReport, Finding, RelationVerdict, Severity } from '../../lib/findings';
import { type Db, snapshot, tables } from '../open';
import { prepared } from '../prepared';

export interface FindingFilter {
  account?: string;
  /** a region's code */
  region?: string;
  /** a department's slug */
  department?: string;
  year?: number;
  check?: string;
  severity?: Severity;
}

/** A finding with the account it is about. */
export interface StoredFinding {
  account: string;
  department: string;
  fiscalYear: number;
  finding: Finding;
}

const { accounts, departments, findings, reports, revisions } = tables;

const columns = {
  check: findings.check,
  severity: findings.severity,
  message: findings.message,
  places: findings.places,
  expected: findings.expected,
  found: findings.found,
  difference: findings.difference,
  suggestion: findings.suggestion,
  detail: findings.detail,
};

const severityRank = sql`case ${findings.severity} when 'error' then 0 when 'warning' then 1 else 2 end`;

/** Findings of the current revisions: by account, the most severe first. */
export async function getFindings(db: Db, filter: FindingFilter = {}): Promise<StoredFinding[]> {
  const { account, region, department, year, check, severity } = filter;
  return db.orm
    .select({ account: accounts.id, department: revisions.name, fiscalYear: accounts.year, finding: columns })
    .from(findings)
    .innerJoin(accounts, eq(accounts.key, findings.account))
    .innerJoin(revisions, and(eq(revisions.account, findings.account), eq(revisions.revision, findings.revision)))
    .innerJoin(departments, eq(departments.id, accounts.department))
    .where(
      and(
        eq(findings.current, true),
        account === undefined ? undefined : eq(accounts.id, account),
        region === undefined ? undefined : eq(departments.region, region),
        department === undefined ? undefined : eq(departments.slug, department),
        year === undefined ? undefined : eq(findings.year, year),
        check === undefined ? undefined : eq(findings.check, check),
        severity === undefined ? undefined : eq(findings.severity, severity),
      ),
    )
    .orderBy(asc(departments.region), asc(departments.slug), asc(accounts.year), severityRank, asc(findings.n))
    .all();
}

const report = ({ orm }: Db) =>
  orm
    .select({ key: accounts.key, report: reports })
    .from(accounts)
    .innerJoin(revisions, eq(revisions.account, accounts.key))
    .innerJoin(reports, and(eq(reports.account, revisions.account), eq(reports.revision, revisions.revision)))
    .where(
      and(
        eq(accounts.id, sql.placeholder('id')),
        sql`case when ${sql.placeholder('revision')} is null then ${revisions.current} = 1 else ${revisions.revision} = ${sql.placeholder('revision')} end`,
      ),
    )
    .prepare();

const ofRevision = ({ orm }: Db) =>
  orm
    .select(columns)
    .from(findings)
    .where(and(eq(findings.account, sql.placeholder('account')), eq(findings.revision, sql.placeholder('revision'))))
    .orderBy(asc(findings.n))
    .prepare();

/** Everything the checks say of an account's current revision, or of the given one; undefined when it was not checked. */
export async function getReport(db: Db, accountId: string, number?: number): Promise<CheckReport | undefined> {
  return snapshot(db, () => {
    const row = prepared(db, report).get({ id: accountId, revision: number ?? null });
    if (!row) return undefined;
    const { account, revision, verdicts, adopted, covered, published, relations } = row.report;
    return {
      findings: prepared(db, ofRevision).all({ account, revision }),
      verdicts,
      relations: JSON.parse(gunzipSync(relations).toString()) as RelationVerdict[],
      adopted,
      coverage: { covered, published },
    };
  });
}
