import { z } from 'zod';
import { type AccountEntry, getAccountEntry, getAccountPage } from '../../../db/queries/accountPages';
import { accountPath, sourcePath } from '../../../lib/selection';
import { collection, type Endpoint, item } from '../endpoint';
import { notStored } from '../notFound';
import { ACCOUNT_FILTERS, inPath, scopeOf } from '../parameters';
import { accountRow } from '../schemas';

const linked = (entry: AccountEntry, origin: string): z.infer<typeof accountRow> => ({
  ...entry,
  url: `${origin}${accountPath(entry.account)}`,
  source: `${origin}${sourcePath(entry.account)}`,
});

/** Accounts, each with its document and what the checks say of it. */
export const accounts: readonly Endpoint[] = [
  collection({
    id: 'listAccounts',
    path: '/accounts',
    title: '决算',
    about: '已载入的部门决算，现行的一版；依编号排列。',
    example: ({ department }) => `/accounts?department=${department}&limit=2`,
    inPath: {},
    inQuery: ACCOUNT_FILTERS,
    row: accountRow,
    position: z.tuple([z.string(), z.number()]),
    rows: (db, { query, after, limit, origin }) => {
      const { rows, next } = getAccountPage(db, scopeOf(query), { after, limit });
      return { rows: rows.map((entry) => linked(entry, origin)), next };
    },
  }),
  item({
    id: 'getAccount',
    path: '/accounts/{account}',
    title: '一份决算',
    about: '一份决算；它的表、数字、叙述、指标、发现在其下各地址。',
    example: ({ account }) => `/accounts/${account}`,
    inPath: { account: inPath.account },
    inQuery: {},
    answer: accountRow,
    find: async ({ db }, { path: { account }, origin }) => {
      const entry = getAccountEntry(db, account);
      if (!entry) throw notStored('unknown_account', '决算', account);
      return { data: linked(entry, origin) };
    },
  }),
];
