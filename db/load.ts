import { createHash } from 'node:crypto';
import type { Reference } from '../lib/classification';
import type { CheckReport } from '../lib/findings';
import { ReadError } from '../lib/read/errors';
import { findHeld } from './loading/held';
import { type Identity, LoadError, type Told } from './loading/identity';
import { prepare } from './loading/prepare';
import { type LoadStatus, storePrepared } from './loading/store';
import { accountOfYear } from './loading/years';
import { type Db, tx } from './open';
import { getDocument } from './queries/documents';

export interface LoadOptions {
  reference: Reference;
  /** over what the document says */
  department?: string | undefined;
  year?: number | undefined;
  /** a region's code of six digits */
  region?: string | undefined;
  /** the moment of loading: decides which years lie in the future */
  now?: Date;
}

export type LoadResult =
  | {
      status: LoadStatus;
      file: string;
      /** the account's id */
      account: string;
      revision: number;
      /** what a person should know, in Chinese */
      notes: string[];
      /** what the checks say; null when the document was not read again, or the checks failed */
      report: CheckReport | null;
    }
  | { status: 'refused'; file: string; code: string; message: string };

function toldBy({ department, year, region }: LoadOptions): Told {
  return {
    ...(department === undefined ? {} : { department }),
    ...(year === undefined ? {} : { year }),
    ...(region === undefined ? {} : { region }),
  };
}

/** The account of the next year, where it is stored, is checked against the new one before it; a transaction of its own. */
async function recheckYearAfter(
  db: Db,
  identity: Identity,
  { reference, now }: { reference: Reference; now: Date },
): Promise<void> {
  const after = accountOfYear(db, identity, identity.year + 1);
  const document = after && (await getDocument(db, after.id));
  const held = after && findHeld(db, after.sha256);
  if (!document || !held) return;
  const task = { bytes: new Uint8Array(document.bytes), file: document.file, told: {}, reference, now, held };
  const prepared = await prepare(db, task);
  tx(db, () => storePrepared(db, prepared));
}

/**
 * Reads, checks and stores one document, in one transaction: whole or not at all. The same bytes twice change nothing; a document
 * that cannot be read, or whose department or year is missing or impossible, is refused with a code and a Chinese reason.
 */
export async function loadDocument(db: Db, bytes: Uint8Array, file: string, options: LoadOptions): Promise<LoadResult> {
  const { reference, now = new Date() } = options;
  const told = toldBy(options);
  const isTold = Object.keys(told).length > 0;
  const held = isTold ? undefined : findHeld(db, createHash('sha256').update(bytes).digest('hex'));
  if (held?.isFresh)
    return { status: 'unchanged', file, account: held.account.id, revision: held.revision, notes: [], report: null };
  try {
    const prepared = await prepare(db, { bytes, file, told, reference, now, held });
    const stored = tx(db, () => storePrepared(db, prepared));
    if (stored.status !== 'unchanged') await recheckYearAfter(db, prepared.identity, { reference, now });
    return { ...stored, file, notes: prepared.identity.notes, report: prepared.report };
  } catch (error) {
    if (error instanceof ReadError || error instanceof LoadError)
      return { status: 'refused', file, code: error.code, message: error.message };
    throw error;
  }
}
