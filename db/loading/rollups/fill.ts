import { type Db, tx } from '../../open';
import { readAccount } from '../../queries/account';
import { readText } from '../../queries/documents';
import { rollupDigest } from '../reader';
import { keepRollups } from './index';

interface Stale {
  key: number;
  id: string;
  department: number;
  year: number;
  region: string;
  level: string | null;
  kind: string;
}

const STALE = `SELECT a.key, a.id, a.department, a.year, coalesce(d.region, '') AS region, g.level, d.core AS kind
  FROM accounts a JOIN departments d ON d.id = a.department LEFT JOIN regions g ON g.code = d.region
  LEFT JOIN account_rollups r ON r.account = a.key
  WHERE r.made_by IS NOT ?
  ORDER BY a.key`;
const FINDINGS = `SELECT f.severity, f.places FROM findings f JOIN revisions v USING (account, revision)
  WHERE f.account = ? AND v.current = 1`;

function fillOne(db: Db, stale: Stale): void {
  const account = readAccount(db, stale.id, null);
  if (!account) return;
  const { id: _id, ...rolled } = stale;
  const findings = db.sqlite.prepare<[number], { severity: 'error' | 'warning' | 'note'; places: string }>(FINDINGS);
  keepRollups(db, {
    ...rolled,
    account,
    findings: findings.all(stale.key).map(({ severity, places }) => ({ severity, places: JSON.parse(places) })),
    text: readText(db, stale.id) ?? '',
  });
}

/** So many accounts at a time, so that a server can read meanwhile. */
const BATCH = 100;

/**
 * Rolls up the stored accounts that are not, or that another version of the formulas rolled up; returns how many. A store
 * migrated from an earlier version is filled this way, without reading its documents again.
 */
export function fillRollups(db: Db, progress: (done: number, all: number) => void = () => {}): number {
  const stale = db.sqlite.prepare<[string], Stale>(STALE).all(rollupDigest());
  for (let done = 0; done < stale.length; done += BATCH) {
    tx(db, () => {
      for (const one of stale.slice(done, done + BATCH)) fillOne(db, one);
      db.sqlite.exec('UPDATE data_version SET version = version + 1');
    });
    progress(Math.min(done + BATCH, stale.length), stale.length);
  }
  return stale.length;
}
