import 'server-only';
import { notFound } from 'next/navigation';
import type { Account } from '../../lib/facts';
import { parseAccountId } from '../../lib/selection';
import { askAccounts } from '../_store/panels';
import { openStore, type Store } from '../_store/store';

export interface AccountProps {
  params: Promise<{ account: string }>;
}

/** The account of an address; anything else is not found. */
export async function askAccount(params: AccountProps['params']): Promise<{ store: Store; account: Account }> {
  const id = parseAccountId((await params).account);
  if (!id) notFound();
  const store = await openStore();
  const [account] = await askAccounts(store, [id]);
  if (!account) notFound();
  return { store, account };
}
