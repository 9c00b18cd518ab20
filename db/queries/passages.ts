import type { Claim } from '../../lib/facts';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { readClaimsBetween } from './content';
import { readText } from './documents';

/** The part of a document around a line: all else is blank, so that lines keep their numbers. */
export interface Passage {
  lines: string[];
  claims: Claim[];
}

const AROUND = 8;

const CURRENT = `SELECT a.key AS account, r.revision FROM accounts a JOIN revisions r ON r.account = a.key AND r.current = 1
  WHERE a.id = ?`;

/** What an account's document says around a line, with the claims it makes there; undefined when it is not stored. */
export async function getPassage(db: Db, account: string, line: number): Promise<Passage | undefined> {
  return snapshot(db, () => {
    const content = preparedSql<{ account: number; revision: number }>(db, CURRENT).get(account);
    const text = readText(db, account);
    if (!content || text === undefined) return undefined;
    const isNear = (at: number): boolean => Math.abs(at - line) <= AROUND;
    return {
      lines: text.split('\n').map((one, index) => (isNear(index + 1) ? one : '')),
      claims: readClaimsBetween(db, content, line - AROUND, line + AROUND),
    };
  });
}
