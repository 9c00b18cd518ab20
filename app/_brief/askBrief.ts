import 'server-only';
import { getRevisions } from '../../db/queries/revisions';
import { type Brief, buildBrief } from '../../lib/panels/brief';
import { askReasons } from '../_departments/askReasons';
import { askReport } from '../_findings/askFindings';
import { askAccounts } from '../_store/panels';
import type { Store } from '../_store/store';

export interface AskedBrief {
  brief: Brief;
  /** ids that are not stored */
  unknown: string[];
  /** when the newest of the documents was stored, as a day */
  loaded: string;
  version: number;
}

/** The brief of the accounts that are stored; undefined when none is. */
export async function askBrief(store: Store, ids: readonly string[]): Promise<AskedBrief | undefined> {
  const accounts = await askAccounts(store, ids);
  if (accounts.length === 0) return undefined;
  const [inputs, revisions] = await Promise.all([
    Promise.all(
      accounts.map(async (account) => ({
        account,
        report: await askReport(store, account.id),
        reasons: await askReasons(store, account),
      })),
    ),
    Promise.all(accounts.map(({ id }) => getRevisions(store.db, id))),
  ]);
  const loaded = revisions.flatMap((own) => own.filter(({ current }) => current).map(({ loadedAt }) => loadedAt));
  return {
    brief: buildBrief(inputs),
    unknown: ids.filter((id) => !accounts.some((account) => account.id === id)),
    loaded: loaded.sort().at(-1)?.slice(0, 10) ?? '',
    version: store.version,
  };
}
