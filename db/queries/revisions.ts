import { asc, eq, sql } from 'drizzle-orm';
import { type Db, tables } from '../open';
import { prepared } from '../prepared';

export interface RevisionSummary {
  revision: number;
  current: boolean;
  file: string;
  sha256: string;
  loadedAt: string;
}

const { accounts, revisions } = tables;

const ofAccount = ({ orm }: Db) =>
  orm
    .select({
      revision: revisions.revision,
      current: revisions.current,
      file: revisions.file,
      sha256: revisions.sha256,
      loadedAt: revisions.loadedAt,
    })
    .from(accounts)
    .innerJoin(revisions, eq(revisions.account, accounts.key))
    .where(eq(accounts.id, sql.placeholder('id')))
    .orderBy(asc(revisions.revision))
    .prepare();

/** Every published version of an account, oldest first; empty when there is no such account. */
export async function getRevisions(db: Db, accountId: string): Promise<RevisionSummary[]> {
  return prepared(db, ofAccount).all({ id: accountId });
}
