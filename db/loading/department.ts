import type { Reference, Region } from '../../lib/classification';

/** Words that stand before the region in names of party and mass organisations: 中共米脂县委宣传部. */
const LEADING = /^(中国共产党|中共|中国共产主义青年团|共青团|中国人民政治协商会议|政协)/;

/** The region and those it lies in, outermost first; collective entries (市辖区) are no part of names. */
export function chainOf(reference: Reference, code: string): Region[] {
  const chain: Region[] = [];
  let next: string | null = code;
  while (next !== null && chain.length < 4) {
    const region: Region | undefined = reference.regions.find((candidate) => candidate.code === next);
    if (!region) break;
    if (!['市辖区', '县', '省直辖县级行政区划'].includes(region.name)) chain.unshift(region);
    next = region.parent;
  }
  return chain;
}

/**
 * The department's name without its region, white space and variants of brackets: what is the same over the years, however much of
 * the region a year's document prints in front. 米脂县工业商贸局 is 工业商贸局, 中共米脂县委宣传部 is 中共县委宣传部.
 */
export function coreName(name: string, regions: readonly string[]): string {
  const whole = name.normalize('NFKC').replace(/\s+/g, '');
  const leading = LEADING.exec(whole)?.[0] ?? '';
  let rest = whole.slice(leading.length);
  let last = '';
  for (const region of regions) {
    if (!region || !rest.startsWith(region) || rest === region) continue;
    rest = rest.slice(region.length);
    last = region.slice(-1);
  }
  if (/^委(?!员会)/.test(rest)) rest = last + rest;
  return leading + rest;
}
