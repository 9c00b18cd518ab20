import { and, eq, sql } from 'drizzle-orm';
import type { Account } from '../../lib/facts';
import { type Db, snapshot, tables } from '../open';
import { prepared } from '../prepared';
import { type Content, readClaims, readFacts, readPerformance, readStatements } from './content';
import { perVersion } from './kept';

const { accounts, departments, documents, regions, reports, revisions } = tables;

const head = ({ orm }: Db) =>
  orm
    .select({
      key: accounts.key,
      id: accounts.id,
      year: accounts.year,
      regionCode: departments.region,
      registeredRegion: regions.name,
      mediaType: documents.mediaType,
      revision: revisions,
    })
    .from(accounts)
    .innerJoin(departments, eq(departments.id, accounts.department))
    .innerJoin(revisions, eq(revisions.account, accounts.key))
    .innerJoin(documents, eq(documents.sha256, revisions.sha256))
    .leftJoin(regions, eq(regions.code, departments.region))
    .where(
      and(
        eq(accounts.id, sql.placeholder('id')),
        sql`${revisions.revision} = coalesce(${sql.placeholder('revision')}, (select r.revision from revisions r where r.account = ${accounts.key} and r.current = 1))`,
      ),
    )
    .prepare();

const report = ({ orm }: Db) =>
  orm
    .select({ adopted: reports.adopted })
    .from(reports)
    .where(and(eq(reports.account, sql.placeholder('account')), eq(reports.revision, sql.placeholder('revision'))))
    .prepare();

function adoptedIn(db: Db, content: Content): Pick<Account, 'adopted'> {
  const adopted = prepared(db, report).get(content)?.adopted ?? [];
  return adopted.length > 0 ? { adopted } : {};
}

/** An account of the store's present state; for callers within one snapshot. */
export function readAccount(db: Db, id: string, number: number | null): Account | undefined {
  const row = prepared(db, head).get({ id, revision: number });
  if (!row) return undefined;
  const { revision } = row;
  const content = { account: row.key, revision: revision.revision };
  const regionName = revision.regionName ?? row.registeredRegion;
  return {
    id: row.id,
    revision: revision.revision,
    department: revision.name,
    region: row.regionCode === null || regionName === null ? null : { code: row.regionCode, name: regionName },
    fiscalYear: row.year,
    document: {
      file: revision.file,
      sha256: revision.sha256,
      mediaType: row.mediaType,
      title: revision.title,
      department: revision.department,
      region:
        revision.regionCode === null || revision.regionName === null
          ? null
          : { code: revision.regionCode, name: revision.regionName },
      fiscalYear: revision.fiscalYear,
    },
    statements: readStatements(db, content),
    facts: readFacts(db, content),
    claims: readClaims(db, content),
    performance: readPerformance(db, content),
    ...adoptedIn(db, content),
  };
}

/** So many accounts are kept as objects, the least recently asked for goes first. */
const KEPT = 64;
const keptAccounts = (): Map<string, Account> => new Map();

function keptAccount(db: Db, id: string): Account | undefined {
  const known = perVersion(db, keptAccounts);
  const account = known.get(id) ?? readAccount(db, id, null);
  if (!account) return undefined;
  known.delete(id);
  known.set(id, account);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return account;
}

/** An account as published, complete: of its current revision, or of the given one. Shared between callers: not to be changed. */
export async function getAccount(db: Db, id: string, revision?: number): Promise<Account | undefined> {
  return snapshot(db, () => (revision === undefined ? keptAccount(db, id) : readAccount(db, id, revision)));
}

/** The accounts in the order of the ids, all of one state of the store; ids that are not stored are left out. */
export async function getAccountsByIds(db: Db, ids: readonly string[]): Promise<Account[]> {
  return snapshot(db, () => ids.flatMap((id) => keptAccount(db, id) ?? []));
}
