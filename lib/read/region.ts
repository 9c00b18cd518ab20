import type { Region } from '../classification';

const COLLECTIVE = /^(?:市辖区|县|郊县|(?:省|自治区)直辖县级行政(?:区划|单位)|省直辖行政单位)$/;
const PEOPLES =
  '(?:壮|回|维吾尔|蒙古|藏|苗|彝|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|俄罗斯|鄂温克|德昂|保安|裕固|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族?';
const AUTONOMOUS = new RegExp(`^(.+?)(?:${PEOPLES})+自治(州|县|旗)$`);
const ORGANISATION = /^(?:中共|中国共产党|中国人民政治协商会议|中国民主同盟|共青团|政协|国家税务总局)/;

interface Match {
  region: Region;
  length: number;
  levels: number;
}

const startOf = (text: string | null): number => Number(text?.slice(0, 4) || 0);
const endOf = (text: string | null): number => Number(text?.slice(-4) || 9999);

const isValid = (region: Region, year: number | null): boolean =>
  year === null ? region.validTo === null : startOf(region.validFrom) <= year && year <= endOf(region.validTo);

/** The digits of a code that its parts share: 2 of a province, 4 of a prefecture, 6 of a county. */
const stem = (region: Region): string => region.code.replace(/(?:00){1,2}$/, '');

/** The ways a region is written in front of a department; a province's short form only ahead of one of its parts. */
function writtenAs(region: Region): { text: string; isShort: boolean }[] {
  const ways = [{ text: region.name, isShort: false }];
  const autonomous = AUTONOMOUS.exec(region.name);
  if (autonomous) ways.push({ text: `${autonomous[1]}${autonomous[2]}`, isShort: false });
  if (region.level === '省级') {
    // 重庆复旦中学: a municipality's short name is no other region's; 吉林, 海南 are
    const text = region.name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$/, '');
    ways.push({ text, isShort: !region.name.endsWith('市') });
  }
  return ways.filter(({ text }) => text.length >= 2);
}

const indexes = new WeakMap<readonly Region[], Map<string, { region: Region; text: string; isShort: boolean }[]>>();

/** Regions by the first two characters of the ways they are written. */
function indexOf(regions: readonly Region[]) {
  const known = indexes.get(regions);
  if (known) return known;
  const index = new Map<string, { region: Region; text: string; isShort: boolean }[]>();
  for (const region of regions) {
    if (COLLECTIVE.test(region.name)) continue;
    for (const way of writtenAs(region)) {
      const key = way.text.slice(0, 2);
      index.set(key, [...(index.get(key) ?? []), { region, ...way }]);
    }
  }
  indexes.set(regions, index);
  return index;
}

function matches(name: string, regions: readonly Region[], within: Region | undefined, from: number): Match[] {
  const found: Match[] = [];
  for (const { region, text, isShort } of indexOf(regions).get(name.slice(from, from + 2)) ?? []) {
    if (
      !name.startsWith(text, from) ||
      (within && (region.code === within.code || !region.code.startsWith(stem(within))))
    )
      continue;
    const inner = matches(name, regions, region, from + text.length);
    if (inner.length > 0) found.push(...inner.map((match) => ({ ...match, levels: match.levels + 1 })));
    else if (!isShort) found.push({ region, length: from + text.length, levels: 1 });
  }
  return found;
}

function longestOf(found: readonly Match[], year: number | null): Region | undefined {
  const longest = Math.max(0, ...found.map((match) => match.length));
  const best = found.filter((match) => match.length === longest).map((match) => match.region);
  const valid = best.filter((region) => isValid(region, year));
  const candidates = valid.length > 0 ? valid : best;
  return new Set(candidates.map((region) => region.code)).size === 1 ? candidates[0] : undefined;
}

/**
 * The region whose names stand in front of a department's name (榆林市横山区工业商贸局 → 610803): the longest chain, entries
 * valid in the year first. Undefined where no region stands in front, or several of that name leave a doubt.
 */
export function regionOf(department: string, year: number | null, regions: readonly Region[]): Region | undefined {
  return longestOf(matches(department.replace(ORGANISATION, ''), regions, undefined, 0), year);
}

/** The region that a text ends with: 完成榆林市 → 610800. */
export function regionAtEnd(text: string, year: number | null, regions: readonly Region[]): Region | undefined {
  for (let from = Math.max(0, text.length - 24); from < text.length - 1; from++) {
    const name = text.slice(from);
    const whole = matches(name, regions, undefined, 0).filter((match) => match.length === name.length);
    if (whole.length > 0) return longestOf(whole, year);
  }
  return undefined;
}
