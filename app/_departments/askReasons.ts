import 'server-only';
import { readText } from '../../db/queries/documents';
import type { Account } from '../../lib/facts';
import { type PrintedReason, reasonsOf } from '../../lib/reasons';
import { Kept } from '../_store/kept';
import type { Store } from '../_store/store';

const reasons = new Kept<PrintedReason[]>(256);

/** Why an account's figures changed, in the words of its document; kept until the data change. */
export const askReasons = ({ db, version }: Store, { id, claims }: Pick<Account, 'id' | 'claims'>) =>
  reasons.ask(`${db.path} ${version} ${id}`, () => reasonsOf(claims, (readText(db, id) ?? '').split('\n')));
