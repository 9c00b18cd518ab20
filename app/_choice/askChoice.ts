import 'server-only';
import { type AccountEntry, getAccountEntries, getAccountList } from '../../db/queries/accountList';
import { getNeighbours, type Neighbour } from '../../db/queries/neighbours';
import type { Store } from '../_store/store';

/** A store this small is shown whole: every account stands in the choice. */
export const FEW = 12;
const MOST_FOUND = 20;
const MOST_SUGGESTED = 6;

export interface Suggestions {
  /** what they have in common with the account, e.g. 同一部门的其他年度 */
  title: string;
  accounts: Pick<Neighbour, 'account' | 'name' | 'year' | 'region'>[];
}

export interface Choice {
  chosen: AccountEntry[];
  /** of the search, or of the whole store while it is small; the chosen ones left out */
  found: AccountEntry[];
  /** how many accounts the search leaves, the chosen ones included */
  total: number;
  suggestions: Suggestions[];
}

/** Where to go from an account: its other years, its like elsewhere, its own region. */
async function askSuggestions(
  { db }: Store,
  account: AccountEntry,
  shown: ReadonlySet<string>,
): Promise<Suggestions[]> {
  const neighbours = await getNeighbours(db, account.id);
  if (!neighbours) return [];
  const { name, region, year } = account;
  const seen = new Set(shown);
  const listOf = (title: string, accounts: Suggestions['accounts']): Suggestions => {
    const own = accounts.filter((one) => !seen.has(one.account)).slice(0, MOST_SUGGESTED);
    for (const { account: id } of own) seen.add(id);
    return { title, accounts: own };
  };
  const years = neighbours.years.map((one) => ({ ...one, name, region })).reverse();
  return [
    listOf(`${name}的其他年度`, years),
    listOf(`其他地方的同类部门，${year} 年度`, neighbours.kind),
    listOf(`${region?.name ?? '同一地区'}的其他部门，${year} 年度`, neighbours.region),
  ].filter(({ accounts }) => accounts.length > 0);
}

/** What stands in the choice: what is chosen, what is found, what goes well with the last one chosen. */
export async function askChoice(store: Store, ids: readonly string[], text: string | undefined): Promise<Choice> {
  const { db } = store;
  const chosen = await getAccountEntries(db, ids);
  const list = await getAccountList(db, { limit: MOST_FOUND, ...(text === undefined ? {} : { text }) });
  const isShown = text !== undefined || list.total <= FEW || chosen.length === 0;
  const found = isShown ? list.rows.filter(({ id }) => !ids.includes(id)) : [];
  const last = chosen.at(-1);
  const shown = new Set([...ids, ...found.map(({ id }) => id)]);
  const suggestions = last ? await askSuggestions(store, last, shown) : [];
  return {
    chosen,
    found: text === undefined && list.total > FEW ? found.slice(0, FEW) : found,
    total: list.total,
    suggestions,
  };
}
