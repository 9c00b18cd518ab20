import { createHash } from 'node:crypto';
import type { Reference } from '../../lib/classification';
import type { Reading } from '../../lib/facts';
import type { CheckReport } from '../../lib/findings';
import type { Db } from '../open';
import type { Held } from './held';
import { type Identity, identify, keepIdentity, LoadError, type Told } from './identity';
import { findDepartment } from './registers';
import { slugOf } from './slug';
import { withYearBefore } from './years';

export interface Task {
  bytes: Uint8Array;
  file: string;
  told: Told;
  reference: Reference;
  now: Date;
  /** the stored document, when the store has these bytes and nothing else was told */
  held: Held | undefined;
}

/** What was read and checked of a document, ready to be stored. */
export interface Prepared {
  task: Task;
  identity: Identity;
  reading: Reading;
  report: CheckReport | null;
  /** the lines that places count, joined by \n */
  text: string;
  /** of reading and report: tells whether a reread changed anything */
  digest: string;
  /** for the department, should it be new */
  slug: string;
}

/** Checks a reading; when the checks themselves fail the document is stored unchecked, and the notes say so. */
async function check(db: Db, identity: Identity, reading: Reading, reference: Reference): Promise<CheckReport | null> {
  const { checkReading } = await import('../../lib/check');
  try {
    return await withYearBefore(db, identity, reading, await checkReading(reading, reference));
  } catch (error) {
    identity.notes.push(`未能核对：${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function digestOf(reading: Reading, report: CheckReport | null): string {
  const { sentences: _sentences, ...stored } = reading;
  return createHash('sha256')
    .update(JSON.stringify([stored, report]))
    .digest('hex');
}

/** Everything that takes time or can fail, before the transaction: reading, naming, checking. */
export async function prepare(db: Db, task: Task): Promise<Prepared> {
  const { bytes, file, told, reference, now, held } = task;
  const { readDocument } = await import('../../lib/read');
  const { splitLines, textOf } = await import('../../lib/read/text');
  const reading = await readDocument(bytes, file, reference);
  const identity = held ? keepIdentity(reading, held) : identify(reading, told, reference, now);
  if (reading.facts.length === 0 && reading.claims.length === 0)
    throw new LoadError('nothing_to_store', `“${file}”里没有读到决算数字`);
  const report = await check(db, identity, reading, reference);
  const known = findDepartment(db, { region: identity.region?.code ?? null, core: identity.core });
  return {
    task,
    identity,
    reading,
    report,
    text: splitLines(textOf(bytes, file)).join('\n'),
    digest: digestOf(reading, report),
    slug: known?.slug ?? (await slugOf(identity.core)),
  };
}
