import type { Reference } from '../../classification';
import type { LineKey, Side } from '../../statements';
import { fold } from './lines';

/** A line's own number: 一、 · （一） · 1. · ① */
const NUMBERING = /^(?:\(?[一二三四五六七八九十]{1,3}[、.,)]|\(?\d{1,2}[、.,)](?!\d)|[①-⑳]|[Ⅰ-Ⅻ][、.])+/;

/** A line's words without its number, “其中” and brackets, folded. */
export function bareLabel(text: string): string {
  return fold(text)
    .replace(NUMBERING, '')
    .replace(/^(?:其中|加|减)[:：]?/, '')
    .replace(NUMBERING, '')
    .replace(/[:：]$/, '');
}

export const isNumbered = (text: string): boolean => NUMBERING.test(fold(text));

const classCore = (name: string): string =>
  bareLabel(name)
    .replace(/\(类\)$/, '')
    .replace(/支出$/, '');

export type ClassNames = ReadonlyMap<string, string>;

/** Present and former names of the 类, without the closing 支出, with their codes. */
export function classNames(reference: Reference): ClassNames {
  const names = new Map<string, string>();
  const put = (name: string | null, code: string | null): void => {
    if (name && code?.length === 3 && code.startsWith('2') && !names.has(classCore(name)))
      names.set(classCore(name), code);
  };
  for (const subject of reference.functional.values()) put(subject.name, subject.code);
  for (const change of reference.functionalChanges) {
    put(change.newName, change.newCode);
    put(change.oldName, change.newCode ?? change.oldCode);
  }
  for (const subject of reference.functionalOld.values()) put(subject.name, subject.code);
  return names;
}

function likeness(one: string, other: string): number {
  const pairs = (text: string): string[] => [...text].slice(1).map((_, index) => text.slice(index, index + 2));
  const left = pairs(one);
  const right = pairs(other);
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length || 1);
}

/** The 类 a row of the summaries names, also with a slip of the pen; undefined for any other label. */
export function classOf(label: string, names: ClassNames): string | undefined {
  const core = classCore(label);
  const exact = names.get(core);
  if (exact) return exact;
  if (core.length < 4 || REVENUE_WORDS.test(core)) return undefined;
  const close = [...names]
    .map(([name, code]) => ({ code, points: likeness(core, name) }))
    .filter(({ points }) => points >= 0.7)
    .sort((one, other) => other.points - one.points);
  const [best, next] = close;
  return best && (!next || next.code === best.code || next.points < best.points) ? best.code : undefined;
}

const REVENUE_WORDS = /财政拨款|收入|结转|结余|合计|总计|小计/;

type Pattern = readonly [RegExp, LineKey];

const TOTALS: readonly Pattern[] = [
  [/^(?:本年)?(?:收入|支出)(?:合计|小计)$|^本年(?:合计|小计|收入|支出)$|^本年.{0,6}(?:收入|支出)合计$/, 'year_total'],
  [/^(?:收入|支出|收支)?(?:总计|总合计)$|^合计$|^(?:收入|支出)总额$/, 'grand_total'],
];

const REVENUE: readonly Pattern[] = [
  ...TOTALS,
  [/使用.*非财政拨款|使用.*专用结余|事业基金弥补|用事业基金/, 'use_of_balance'],
  [/(?:年初|上年|期初).*(?:结转|结余)|^(?:上年)?结转(?:和|与|及)?结余$/, 'opening'],
  [/政府性基金/, 'fund'],
  [/国有资本/, 'capital'],
  [/一般公共预算|公共财政预算|^公共预算/, 'general'],
  [/^财政拨款(?:收入)?$/, 'fiscal_appropriation'],
  [/上级补助/, 'superior_subsidy'],
  [/^事业(?:单位)?(?:收入|预算收入)/, 'institution'],
  [/经营(?:预算)?收入/, 'business'],
  [/附属单位/, 'affiliate_remittance'],
  [/^其他(?:预算)?收入/, 'other'],
];

const EXPENDITURE: readonly Pattern[] = [
  ...TOTALS,
  [/结余分配/, 'distribution'],
  [/(?:年末|期末).*(?:结转|结余)|^(?:结转(?:和|与|及)?结余|结转下年|结转)$/, 'closing'],
  [/(?:年初|上年|期初).*(?:结转|结余)/, 'opening'],
  [/政府性基金.*拨款/, 'fund'],
  [/国有资本.*拨款/, 'capital'],
  [/一般公共预算.*拨款|公共财政预算/, 'general'],
];

const FUNDS = ['general', 'fund', 'capital'] as const;

/**
 * Names the lines of one side of a summary in their order: after 年初 or 年末结转和结余 the three funds are its parts.
 * Lines it does not know are null.
 */
export function summaryLines(side: Side, names: ClassNames): (label: string) => string | null {
  let balance: 'opening' | 'closing' | null = null;
  return (label) => {
    const bare = bareLabel(label);
    const key = (side === 'revenue' ? REVENUE : EXPENDITURE).find(([pattern]) => pattern.test(bare))?.[1];
    const code = side === 'expenditure' && !(key && balance) ? classOf(label, names) : undefined;
    if (code) return code;
    if (key === 'opening' || key === 'closing') balance = key;
    else if (key === 'grand_total' || key === 'year_total') balance = null;
    const fund = FUNDS.find((one) => one === key);
    return balance && fund ? `${balance}_${fund}` : (key ?? null);
  };
}

/** Whether a label can stand on a side: no expenditure class among the revenue, no kind of revenue among the classes. */
export function belongsTo(label: string, side: Side, names: ClassNames): boolean {
  const isClass = names.has(classCore(label));
  return side === 'revenue' ? !isClass : isClass || !/收入$|拨款$/.test(bareLabel(label)) || !isNumbered(label);
}

/** Whether a label opens a row of the summaries: a revenue kind, an expenditure class or a total. */
export function isSummaryLabel(label: string, names: ClassNames): boolean {
  const bare = bareLabel(label);
  return (
    [...REVENUE, ...EXPENDITURE].some(([pattern]) => pattern.test(bare)) ||
    (isNumbered(label) && classOf(label, names) !== undefined) ||
    names.has(classCore(label))
  );
}

/** Lines of the coded statements that carry no code. */
export function codedLine(label: string): LineKey | null {
  const bare = bareLabel(label);
  if (/^人员经费(?:合计|小计|总计)?$/.test(bare)) return 'personnel_total';
  if (/^(?:日常)?公用经费(?:合计|小计|总计)?$/.test(bare)) return 'operating_total';
  if (/^基本支出(?:合计|总计|小计)?$/.test(bare)) return 'basic_total';
  return /^(?:本年)?(?:收入|支出)?(?:合计|总计)(?:数|金额)?$|^(?:本年|本年度).{0,6}合计$/.test(bare) ? 'total' : null;
}
