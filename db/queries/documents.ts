import { and, eq, sql } from 'drizzle-orm';
import { textOfBytes } from '../documentText';
import { type Db, tables } from '../open';
import { prepared } from '../prepared';

/** A document as it was published, with the lines its places count. */
export interface StoredDocument {
  account: string;
  revision: number;
  file: string;
  sha256: string;
  mediaType: string;
  bytes: Buffer;
  lines: string[];
  loadedAt: string;
}

const { accounts, documents, revisions } = tables;

const select = ({ orm }: Db) =>
  orm
    .select({
      account: accounts.id,
      revision: revisions.revision,
      file: revisions.file,
      sha256: documents.sha256,
      mediaType: documents.mediaType,
      bytes: documents.bytes,
      text: documents.text,
      loadedAt: revisions.loadedAt,
    })
    .from(accounts)
    .innerJoin(revisions, eq(revisions.account, accounts.key))
    .innerJoin(documents, eq(documents.sha256, revisions.sha256));

const current = (db: Db) =>
  select(db)
    .where(and(eq(accounts.id, sql.placeholder('id')), eq(revisions.current, true)))
    .prepare();

const numbered = (db: Db) =>
  select(db)
    .where(and(eq(accounts.id, sql.placeholder('id')), eq(revisions.revision, sql.placeholder('revision'))))
    .prepare();

/** The document of an account: of its current revision, or of the given one. */
export async function getDocument(db: Db, accountId: string, revision?: number): Promise<StoredDocument | undefined> {
  const row =
    revision === undefined
      ? prepared(db, current).get({ id: accountId })
      : prepared(db, numbered).get({ id: accountId, revision });
  if (!row) return undefined;
  const { text, ...document } = row;
  return { ...document, lines: (text ?? textOfBytes(document.bytes)).split('\n') };
}

const texts = ({ orm }: Db) =>
  orm
    .select({ bytes: documents.bytes, text: documents.text })
    .from(accounts)
    .innerJoin(revisions, eq(revisions.account, accounts.key))
    .innerJoin(documents, eq(documents.sha256, revisions.sha256))
    .where(and(eq(accounts.id, sql.placeholder('id')), eq(revisions.current, true)))
    .prepare();

/** The lines of an account's current document, joined by \n. */
export function readText(db: Db, accountId: string): string | undefined {
  const row = prepared(db, texts).get({ id: accountId });
  return row && (row.text ?? textOfBytes(row.bytes));
}
