import { SIZE_CLASSES } from '../sizes';
import type { PeerFilter } from './peers';

/** Conditions on rows with their values; AND between them. */
export interface Conditions {
  sql: string;
  values: (string | number)[];
}

/** The codes of a region and of everything within it: [first, beyond). */
export function regionRange(region: string): [string, string] {
  const beyond = (length: number): string => String(Number(region.slice(0, length)) + 1).padStart(length, '0');
  if (region.endsWith('0000')) return [region, `${beyond(2)}0000`];
  if (region.endsWith('00')) return [region, `${beyond(4)}00`];
  return [region, `${region}~`];
}

const isRegion = (region: string | undefined): region is string => region !== undefined && /^\d{6}$/.test(region);

export function joined(conditions: readonly (readonly [sql: string, ...values: (string | number)[]])[]): Conditions {
  return {
    sql: conditions.map(([sql]) => sql).join(' AND ') || 'TRUE',
    values: conditions.flatMap(([, ...values]) => values),
  };
}

/** The filter on rows of account_rollups named `r`. */
export function peerConditions({ region, level, kind, size }: PeerFilter, name = 'r'): Conditions {
  return joined([
    ...(isRegion(region) ? [[`${name}.region >= ? AND ${name}.region < ?`, ...regionRange(region)] as const] : []),
    ...(level === undefined ? [] : [[`${name}.level = ?`, level] as const]),
    ...(kind === undefined ? [] : [[`${name}.kind = ?`, kind] as const]),
    ...(size === undefined ? [] : [[`${name}.size = ?`, SIZE_CLASSES.indexOf(size)] as const]),
  ]);
}

/** The filter on departments `d` with their region `g`. */
export function departmentConditions({ region, level, kind }: Omit<PeerFilter, 'size'>): Conditions {
  return joined([
    ...(isRegion(region)
      ? [["coalesce(d.region, '') >= ? AND coalesce(d.region, '') < ?", ...regionRange(region)] as const]
      : []),
    ...(level === undefined ? [] : [['g.level = ?', level] as const]),
    ...(kind === undefined ? [] : [['d.core = ?', kind] as const]),
  ]);
}
