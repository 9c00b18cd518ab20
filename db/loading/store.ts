import { and, eq } from 'drizzle-orm';
import type { Account } from '../../lib/facts';
import { textOfBytes } from '../documentText';
import { type Db, tables } from '../open';
import { keepCheckCards } from './checkCards';
import { removeContent, replaceLevels, storeContent, supersede, type Target } from './content';
import type { StoredAccount } from './held';
import { insertInto } from './insert';
import type { Prepared } from './prepare';
import { readerDigest } from './reader';
import { addDepartment, ensureAccount, findDepartment, raiseDataVersion, storeReference } from './registers';
import { keepRollups } from './rollups';
import { keepCheckEntries, keepDepartmentEntry } from './searchEntries';

/**
 * added: a new account · revised: a changed document of a stored account, the old revision stays · reread: the same document,
 * read by newer readers or stored under another name · unchanged: the store says what it said before.
 */
export type LoadStatus = 'added' | 'revised' | 'reread' | 'unchanged';

export interface Stored {
  status: LoadStatus;
  account: string;
  revision: number;
}

const { accounts, departments, documents, revisions } = tables;
type RevisionRow = typeof revisions.$inferSelect;

function accountOf(stored: StoredAccount, revision: number, { identity, reading, report }: Prepared): Account {
  const { unread: _unread, sentences: _sentences, ...content } = reading;
  const { name: department, region, year: fiscalYear } = identity;
  return { ...content, id: stored.id, revision, department, region, fiscalYear, adopted: report?.adopted ?? [] };
}

function revisionRow(prepared: Prepared, account: number, revision: number): RevisionRow {
  const { file, sha256, title, department, region, fiscalYear } = prepared.reading.document;
  return {
    account,
    revision,
    current: true,
    sha256,
    file,
    title,
    department,
    regionCode: region?.code ?? null,
    regionName: region?.name ?? null,
    fiscalYear,
    name: prepared.identity.name,
    told: prepared.task.told,
    reader: readerDigest(),
    digest: prepared.digest,
    loadedAt: prepared.task.now.toISOString(),
  };
}

function storeDocument(db: Db, prepared: Prepared): void {
  const { bytes } = prepared.task;
  const { sha256, mediaType } = prepared.reading.document;
  const text = textOfBytes(bytes) === prepared.text ? null : prepared.text;
  const isThis = eq(documents.sha256, sha256);
  const known = db.orm.select({ size: documents.size }).from(documents).where(isThis).get();
  if (known) db.orm.update(documents).set({ text, mediaType }).where(isThis).run();
  else insertInto(db, documents, [{ sha256, mediaType, size: bytes.length, bytes: Buffer.from(bytes), text }]);
}

/** What follows from the content: levels, rollups and what the search finds. */
function rollUp(db: Db, target: Target, prepared: Prepared, account: Account): void {
  const { identity, report, text, task } = prepared;
  const department = db.orm
    .select({ row: departments })
    .from(accounts)
    .innerJoin(departments, eq(departments.id, accounts.department))
    .where(eq(accounts.key, target.account))
    .get()?.row;
  if (!target.current || department === undefined) return;
  keepDepartmentEntry(db, department, task.reference);
  keepCheckEntries(db, report?.findings ?? []);
  keepCheckCards(db);
  const region = identity.region?.code ?? '';
  keepRollups(db, {
    key: target.account,
    department: department.id,
    year: target.year,
    region,
    level: task.reference.regions.find(({ code }) => code === region)?.level ?? null,
    kind: identity.core,
    account,
    findings: report?.findings ?? [],
    text,
  });
}

/** The same document again: nothing to do, unless newer readers or checks say something else of it. */
function reread(db: Db, prepared: Prepared, stored: StoredAccount, known: RevisionRow): Stored {
  const { account, revision, current, file, loadedAt } = known;
  const told = { ...known.told, ...prepared.task.told };
  const isThis = and(eq(revisions.account, account), eq(revisions.revision, revision));
  const target = { account, revision, current, year: prepared.identity.year };
  const content = accountOf(stored, revision, prepared);
  if (known.digest === prepared.digest && known.name === prepared.identity.name) {
    db.orm.update(revisions).set({ reader: readerDigest(), told }).where(isThis).run();
    if (known.reader !== readerDigest()) refresh(db, target, prepared, content);
    return { status: 'unchanged', account: stored.id, revision };
  }
  const row = { ...revisionRow(prepared, account, revision), current, file, loadedAt, told };
  db.orm.update(revisions).set(row).where(isThis).run();
  storeDocument(db, prepared);
  removeContent(db, known);
  storeContent(db, target, prepared, content);
  rollUp(db, target, prepared, content);
  raiseDataVersion(db, prepared.task.now);
  return { status: 'reread', account: stored.id, revision };
}

/** The content is what it was; what is worked out from it may not be. */
function refresh(db: Db, target: Target, prepared: Prepared, account: Account): void {
  replaceLevels(db, target, account);
  rollUp(db, target, prepared, account);
  raiseDataVersion(db, prepared.task.now);
}

function accountFor(db: Db, { identity, slug }: Prepared): StoredAccount {
  if (identity.held) return identity.held;
  const key = { region: identity.region?.code ?? null, core: identity.core };
  const department = findDepartment(db, key) ?? addDepartment(db, key, identity.name, slug);
  return ensureAccount(db, department, key.region, identity.year);
}

/** Everything that a document changes in the store; to be called in a transaction. */
export function storePrepared(db: Db, prepared: Prepared): Stored {
  const { reading, identity, task } = prepared;
  const haveCodesChanged = storeReference(db, task.reference);
  const stored = accountFor(db, prepared);
  const earlier = db.orm.select().from(revisions).where(eq(revisions.account, stored.key)).all();
  const same = earlier.find(({ sha256 }) => sha256 === reading.document.sha256);
  if (same) {
    const result = reread(db, prepared, stored, same);
    if (haveCodesChanged && result.status === 'unchanged') raiseDataVersion(db, task.now);
    return result;
  }
  const revision = Math.max(0, ...earlier.map((row) => row.revision)) + 1;
  if (earlier.length > 0) supersede(db, stored.key);
  storeDocument(db, prepared);
  insertInto(db, revisions, [revisionRow(prepared, stored.key, revision)]);
  const target = { account: stored.key, revision, current: true, year: identity.year };
  const content = accountOf(stored, revision, prepared);
  storeContent(db, target, prepared, content);
  rollUp(db, target, prepared, content);
  raiseDataVersion(db, task.now);
  return { status: earlier.length > 0 ? 'revised' : 'added', account: stored.id, revision };
}
