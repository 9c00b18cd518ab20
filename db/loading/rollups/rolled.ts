import type { Account } from '../../../lib/facts';
import type { Finding } from '../../../lib/findings';

/** An account as its rollups are made from it. */
export interface Rolled {
  key: number;
  department: number;
  year: number;
  /** empty where the department's region is not known */
  region: string;
  level: string | null;
  /** the department's name without its region */
  kind: string;
  account: Account;
  findings: readonly Pick<Finding, 'severity' | 'places'>[];
  /** the lines of the document */
  text: string;
}

/** Stands for all regions. */
export const WHOLE = '000000';

/** Stands for all departments of a kind, of whatever region: `@财政局`. */
export const kindScope = (kind: string): string => `@${kind}`;

/** Every scope an account is summed up in: the whole store, its kind, the regions it lies in; `own` where those within it are left out. */
export function scopesOf({ region, kind }: { region: string; kind: string }): { region: string; own: boolean }[] {
  const scopes = [WHOLE, kindScope(kind)].map((code) => ({ region: code, own: false }));
  if (region === '') return scopes;
  const above = [`${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`, region];
  const chain = [...new Set(above)].map((code) => ({ region: code, own: false }));
  return [...scopes, ...chain, ...(region.endsWith('00') ? [{ region, own: true }] : [])];
}
