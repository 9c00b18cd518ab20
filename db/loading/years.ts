import { and, eq } from 'drizzle-orm';
import type { Reading } from '../../lib/facts';
import { type CheckReport, compareFindings } from '../../lib/findings';
import { type Db, tables } from '../open';
import { readAccount } from '../queries/account';
import type { Identity } from './identity';
import { findDepartment } from './registers';

const { accounts, revisions } = tables;

/** The same department's account of another year: its id, and the document of its current revision. */
export function accountOfYear(
  db: Db,
  { region, core }: Identity,
  year: number,
): { id: string; sha256: string } | undefined {
  const department = findDepartment(db, { region: region?.code ?? null, core });
  if (!department) return undefined;
  return db.orm
    .select({ id: accounts.id, sha256: revisions.sha256 })
    .from(accounts)
    .innerJoin(revisions, and(eq(revisions.account, accounts.key), eq(revisions.current, true)))
    .where(and(eq(accounts.department, department.id), eq(accounts.year, year)))
    .get();
}

/** The report with what the account of the year before, where it is stored, says against the reading. */
export async function withYearBefore(
  db: Db,
  identity: Identity,
  reading: Reading,
  report: CheckReport,
): Promise<CheckReport> {
  const before = accountOfYear(db, identity, identity.year - 1);
  const earlier = before && readAccount(db, before.id, null);
  if (!earlier) return report;
  const { checkYears } = await import('../../lib/check');
  const findings = checkYears({ ...earlier, unread: [] }, reading);
  return { ...report, findings: [...report.findings, ...findings].sort(compareFindings) };
}
