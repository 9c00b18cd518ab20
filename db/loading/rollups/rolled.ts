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

/** The region and all it lies in, the whole store first; of a region whose rows are shared with regions within, its own part. */
export function regionsOf(region: string): { region: string; own: boolean }[] {
  const whole = { region: WHOLE, own: false };
  if (region === '') return [whole];
  const above = [`${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`, region];
  const chain = [...new Set(above)].map((code) => ({ region: code, own: false }));
  return [whole, ...chain, ...(region.endsWith('00') ? [{ region, own: true }] : [])];
}

/** Stands for all regions. */
export const WHOLE = '000000';
