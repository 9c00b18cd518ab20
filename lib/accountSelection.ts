import { z } from 'zod';
import { LEVELS, type Level } from './overviewSelection';
import { parseAccountList, type Query } from './selection';

/** How a list of accounts is sorted; findings and amount within one year. */
export const ACCOUNT_ORDERS = ['name', 'year', 'findings', 'amount'] as const;
export type AccountOrder = (typeof ACCOUNT_ORDERS)[number];

/** Ticks beyond this are dropped: eight can be compared, the rest is there to choose from. */
export const MOST_TICKED = 24;

/** Which accounts the reader looks for, and which are ticked. */
export interface AccountSelection {
  /** words: department, pinyin, region, year */
  text?: string;
  year?: number;
  /** a region's code: what lies within it, too */
  region?: string;
  level?: Level;
  kind?: string;
  /** accounts with contradictions only */
  faulty: boolean;
  order?: AccountOrder;
  /** from 1 */
  page: number;
  /** ids, each once, in the reader's order */
  accounts: string[];
}

export interface ReadAccounts {
  selection: AccountSelection;
  /** parameters whose values were not understood, by their Chinese names */
  unread: string[];
}

const FIELDS = {
  text: ['查找的文字', z.string().trim().min(1).max(60)],
  year: ['年度', z.coerce.number().int().min(1990).max(2999)],
  region: ['地区', z.string().regex(/^\d{6}$/)],
  level: ['级别', z.enum(LEVELS)],
  kind: ['部门类别', z.string().trim().min(1).max(60)],
  order: ['次序', z.enum(ACCOUNT_ORDERS)],
  page: ['页码', z.coerce.number().int().min(1).max(100_000)],
} as const satisfies Record<string, readonly [name: string, field: z.ZodType]>;

const lastOf = (value: Query[string]): string | undefined => (typeof value === 'object' ? value.at(-1) : value);

/** Keeps what is part of the selection, empty fields of a form left out, and names what it could not read. */
export function parseAccountSelection(query: Query): ReadAccounts {
  const read: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [key, [name, field]] of Object.entries(FIELDS)) {
    const written = lastOf(query[key]);
    if (written === undefined || written.trim() === '') continue;
    const { success, data } = field.safeParse(written);
    if (success) read[key] = data;
    else unread.push(name);
  }
  const { accounts, malformed } = parseAccountList(query.accounts);
  const selection = {
    page: 1,
    ...read,
    faulty: lastOf(query.faulty) === '1',
    accounts: accounts.slice(0, MOST_TICKED),
  };
  return { selection, unread: malformed.length > 0 ? [...unread, '所选决算的编号'] : unread };
}

/** The list under a selection; what is left out, and the first page, is not named. */
export function accountsPath(selection: Partial<AccountSelection> = {}, path = '/accounts'): string {
  const { text, year, region, level, kind, faulty, order, page = 1, accounts = [] } = selection;
  const entries = Object.entries({
    text,
    year,
    region,
    level,
    kind,
    faulty: faulty ? 1 : undefined,
    order: order === 'name' ? undefined : order,
    page: page === 1 ? undefined : page,
    accounts: accounts.length === 0 ? undefined : accounts.join(','),
  }).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, String(value)]]));
  // commas are legal in a query, and lists stay readable
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`.replaceAll('%2C', ',');
}

/** The choice for a comparison, with what is chosen and what is looked for. */
export function choicePath({ choose, text }: { choose: readonly string[]; text?: string }): string {
  const entries: [string, string][] = [
    ...(choose.length === 0 ? [] : [['choose', choose.join(',')] as [string, string]]),
    ...(text === undefined ? [] : [['text', text] as [string, string]]),
  ];
  return entries.length === 0 ? '/compare' : `/compare?${new URLSearchParams(entries)}`.replaceAll('%2C', ',');
}
