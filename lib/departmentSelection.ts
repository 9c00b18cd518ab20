import { z } from 'zod';
import { COMPARABLE, parseAccountList, type Query } from './selection';

/** `<region code>-<slug>`, e.g. `610803-gongye-shangmao-ju`: an account's id without its year. */
const departmentId = z
  .string()
  .max(150)
  .regex(/^\d{6}(?:-[a-z0-9]+)+$/);
const year = z.coerce.number().int().min(1990).max(2999);

export const BRIDGE_LEVELS = { class: 1, item: 3 } as const;
export type BridgeBy = keyof typeof BRIDGE_LEVELS;

/** Which two years a bridge joins, and by which codes. */
export interface BridgeSelection {
  from?: number;
  to?: number;
  by: BridgeBy;
  /** former codes are counted where they are counted today */
  like: boolean;
  /** parameters that were not understood, as written */
  unknown: string[];
}

export const parseDepartmentId = (text: string): string | undefined => departmentId.safeParse(text).data;

const lastOf = (value: Query[string]): string | undefined => (typeof value === 'string' ? value : value?.at(-1));

/** Keeps what a bridge understands, and says what it does not. */
export function parseBridgeSelection(query: Query): BridgeSelection {
  const unknown: string[] = [];
  const read = <T>(key: string, field: z.ZodType<T>): T | undefined => {
    const written = lastOf(query[key]);
    if (written === undefined || written === '') return undefined;
    const { data, success } = field.safeParse(written);
    if (!success) unknown.push(`${key}=${written.slice(0, 40)}`);
    return data;
  };
  const from = read('from', year);
  const to = read('to', year);
  const by = read('by', z.enum(['class', 'item'])) ?? 'class';
  const codes = read('codes', z.enum(['printed', 'mapped'])) ?? 'mapped';
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    by,
    like: codes === 'mapped',
    unknown,
  };
}

function bridgeQuery({ from, to, by = 'class', like = true }: Partial<BridgeSelection>): string {
  const entries: [string, string][] = [];
  if (from !== undefined) entries.push(['from', String(from)]);
  if (to !== undefined) entries.push(['to', String(to)]);
  if (by !== 'class') entries.push(['by', by]);
  if (!like) entries.push(['codes', 'printed']);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}

/** A department over the years; with a selection, at the bridge it chooses. */
export const departmentPath = (department: string, bridge: Partial<BridgeSelection> = {}, hash?: string): string =>
  `/departments/${department}${bridgeQuery(bridge)}${hash === undefined ? '' : `#${hash}`}`;

/** The bridge as a table for spreadsheets. */
export const bridgeTablePath = (department: string, bridge: Partial<BridgeSelection> = {}): string =>
  `/departments/${department}/bridge${bridgeQuery(bridge)}`;

/** An account's department: its id without the year. */
export const departmentOf = (account: string): string => account.replace(/-\d{4}$/, '');

/** How many accounts one brief holds: one alone, or a comparison. */
export const BRIEFED = { min: 1, max: COMPARABLE.max } as const;

export const briefPath = (accounts: readonly string[]): string => `/brief?accounts=${accounts.join(',')}`;

export interface BriefSelection {
  accounts: string[];
  /** ids that no account can have */
  malformed: string[];
  /** more were asked for than fit */
  tooMany: boolean;
}

export function parseBriefSelection(query: Query): BriefSelection {
  const { accounts, malformed } = parseAccountList(query.accounts);
  return {
    accounts: accounts.slice(0, BRIEFED.max),
    malformed: malformed.slice(0, 8),
    tooMany: accounts.length > BRIEFED.max,
  };
}
