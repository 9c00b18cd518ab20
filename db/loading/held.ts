import { eq } from 'drizzle-orm';
import { type Db, tables } from '../open';
import { readerDigest } from './reader';

export interface StoredAccount {
  key: number;
  id: string;
}

/** A document that the store holds already, and the account it stands under. */
export interface Held {
  account: StoredAccount;
  revision: number;
  name: string;
  core: string;
  region: { code: string; name: string } | null;
  year: number;
  told: { department?: string; year?: number; region?: string };
  /** read by the present readers, checked by the present checks */
  isFresh: boolean;
}

const { accounts, departments, regions, revisions } = tables;

export function findHeld({ orm }: Db, sha256: string): Held | undefined {
  const row = orm
    .select({
      account: { key: accounts.key, id: accounts.id },
      revision: revisions.revision,
      name: revisions.name,
      core: departments.core,
      region: { code: regions.code, name: regions.name },
      year: accounts.year,
      told: revisions.told,
      reader: revisions.reader,
    })
    .from(revisions)
    .innerJoin(accounts, eq(accounts.key, revisions.account))
    .innerJoin(departments, eq(departments.id, accounts.department))
    .leftJoin(regions, eq(regions.code, departments.region))
    .where(eq(revisions.sha256, sha256))
    .get();
  if (!row) return undefined;
  const { reader, ...held } = row;
  return { ...held, isFresh: reader === readerDigest() };
}
