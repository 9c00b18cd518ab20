import 'server-only';
import type { Account } from '../../lib/facts';
import { parseAccountId } from '../../lib/selection';
import { Problem, quoted } from '../_answers/problem';
import { askAccounts } from '../_store/panels';
import type { Store } from '../_store/store';

/** The account of an address; anything else is a problem. */
export async function knownAccount(store: Store, text: string): Promise<Account> {
  const id = parseAccountId(text);
  const [account] = id ? await askAccounts(store, [id]) : [];
  if (!account) throw new Problem(404, 'unknown_account', '没有这份决算', `没有编号为${quoted(text)}的决算。`);
  return account;
}

/** Whether somebody clicked: links in pages say so, because spreadsheet programs need a mark that programs stumble over. */
export const isForPeople = (request: Request): boolean => new URL(request.url).searchParams.get('download') === '1';
