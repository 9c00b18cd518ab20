import type { YearCoverage } from '../../db/queries/coverage';
import type { PairedTotal, YearTotal } from '../../db/queries/totals';
import { Decimal, formatNumber } from '../../lib/amount';
import { LEVELS, type OverviewSelection } from '../../lib/overviewSelection';
import { onYearWords } from '../../lib/panels/cells';
import { growthCell } from '../../lib/panels/codeAmounts';
import type { AskedOverview } from './askOverview';

/** 万元 in one 亿元. */
const WAN_PER_YI = 10_000;

export type BigUnit = '亿元' | '万元';

/** One unit for all amounts of a part of the page: 亿元 where the largest reaches one. */
export function unitOf(values: readonly (string | null | undefined)[]): BigUnit {
  const isLarge = values.some((value) => value != null && new Decimal(value).abs().gte(WAN_PER_YI));
  return isLarge ? '亿元' : '万元';
}

/** An amount in 万元, written in the unit with two decimals. */
export const amountIn = (wan: string, unit: BigUnit): string =>
  formatNumber(unit === '亿元' ? new Decimal(wan).div(WAN_PER_YI) : new Decimal(wan), 2);

/** 陕西省 · 县级 · 工业商贸局; empty for the whole store. */
export function scopeWords({ region, level, kind }: OverviewSelection, name: string | undefined): string {
  const levelled = level !== undefined && LEVELS.includes(level) ? `${level}部门` : undefined;
  return [region === undefined ? undefined : (name ?? region), levelled, kind].filter(Boolean).join(' · ');
}

/** The page in one sentence. */
export function headline({ year, years, known, accounts }: AskedOverview): string {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (known === 0) return '这个范围里没有收录决算';
  if (year !== null) {
    const published = years.find((one) => one.year === year)?.published ?? 0;
    return `${known} 个部门中 ${published} 个的 ${year} 年度决算已收录`;
  }
  const span = first === last ? `${first} 年度` : `${first} 至 ${last} 年度`;
  return `收录 ${known} 个部门 ${span}的 ${accounts} 份决算`;
}

/** Whose amounts a sum holds, and how many are missing from it. */
export function totalWords({ accounts, published, known }: YearTotal): string {
  const lacking = known - accounts;
  if (lacking === 0) return `全部 ${known} 个部门之和`;
  const silent = published - accounts;
  const why = [
    known > published ? `${known - published} 个没有收录` : '',
    silent > 0 ? `${silent} 个的决算里没有这个数` : '',
  ].filter(Boolean);
  return `只是 ${accounts} 个部门之和，${why.join('，')}，合计不完整`;
}

/** How the total moved; departments that are stored in one of the years only would move it, and are left out. */
export function growthWords(total: YearTotal, paired: PairedTotal | undefined): string {
  const growth = growthCell(paired?.now, paired?.before);
  if (!paired || growth.value === null) return '';
  return `${paired.departments === total.known ? '' : `两年都有的 ${paired.departments} 个部门`}${onYearWords(growth)}`;
}

/** 6 处矛盾，11 处待查; nothing found says so. */
export function findingWords({ errors, warnings }: Pick<YearCoverage, 'errors' | 'warnings'>): string {
  const parts = [errors > 0 ? `${errors} 处矛盾` : '', warnings > 0 ? `${warnings} 处待查` : ''].filter(Boolean);
  return parts.length === 0 ? '没有矛盾与待查' : parts.join('，');
}
