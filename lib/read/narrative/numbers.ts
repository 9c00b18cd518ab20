import { isMoneyUnit, parseNumber } from '../../amount';

export type Quantity = 'money' | 'percent' | 'points' | 'count' | 'bare';

export interface NumberMatch {
  /** length of the digits, and with the unit */
  digits: number;
  length: number;
  /** unsigned */
  value: string;
  negative: boolean;
  decimals: number;
  quantity: Quantity;
  unit: string;
}

const NUMBER = /^[-−–+]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)/;
const MONEY = /^(人民币)?(亿元|百万元|千元|万元|元|亿|万(?![人户亩份件平吨个只头家名辆方千]))/;
const PERCENT = /^[%％‰]/;
const POINTS = /^个?百分点/;
const COUNT =
  /^(人次|台\(套\)|台套|批次|批\(次\)|平方米|个|人|名|位|辆|台|套|批|次|分(?![之钟别])|项|家|户|所|份|条|件|场|期|名|处|天|岁|亩|公里|小时|篇|张|册|只|部|座|栋|间|倍)/;

function quantityOf(rest: string): { quantity: Quantity; unit: string; length: number } {
  const money = MONEY.exec(rest);
  if (money) {
    const printed = money[2] ?? '';
    const unit = isMoneyUnit(printed) ? printed : `${printed}元`;
    return { quantity: 'money', unit, length: money[0].length };
  }
  if (PERCENT.test(rest)) return { quantity: 'percent', unit: rest[0] === '‰' ? '‰' : '%', length: 1 };
  const points = POINTS.exec(rest);
  if (points) return { quantity: 'points', unit: '百分点', length: points[0].length };
  const count = COUNT.exec(rest);
  return count
    ? { quantity: 'count', unit: count[0].replace('台套', '台(套)').replace('批(次)', '批次'), length: count[0].length }
    : { quantity: 'bare', unit: '', length: 0 };
}

/** A number and its unit at the front of a text. */
export function numberAt(text: string, before: string): NumberMatch | undefined {
  const match = NUMBER.exec(text);
  if (!match || (/^[-−–+]/.test(text) && /[\d年月日%]$/.test(before))) return undefined;
  const parsed = parseNumber(match[0]);
  if (!parsed) return undefined;
  const tail = quantityOf(text.slice(match[0].length));
  return {
    digits: match[0].length,
    length: match[0].length + tail.length,
    value: parsed.value.replace(/^-/, ''),
    negative: parsed.value.startsWith('-'),
    decimals: parsed.decimals,
    quantity: tail.quantity,
    unit: tail.unit,
  };
}

/** Digits that count nothing of the account: dates, numbers of papers, telephones, articles, thresholds, labels. */
const EXPLAINED: readonly RegExp[] = [
  /^\d{1,2}月(\d{1,2}日)?/,
  /^\d{1,2}日/,
  /^(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}日?/,
  /^(19|20)\d\d[-—–~至到](?=(19|20)\d\d年)/,
  /^[〔(]?(19|20)\d\d[〕)]?第?\d+号/,
  /^第\d+([-—–~至、]第?\d+)?(条|款|项|章|节|页|部分|季度|次|届|号|期)?/,
  /^\d+号/,
  /^\(?0\d{2,3}\)?[-—–]?\d{7,8}/,
  /^1[3-9]\d{9}(?!\d)/,
  /^\d{7,8}(?=。|，|；|$|转)/,
  /^[图表]\d+/,
  /^附件\d+/,
  /^(财决|公开)\d+(-\d+)?表?/,
  /^\d{1,2}(-\d)?表/,
  /^\d+(\.\d+)?(万元|亿元|元|%|人|个|台|分)?\(?含?\)?(以上|以下|以内|及以上|起)/,
  /^\d{1,2}([:：]\d\d)+/,
  /^[\d]+%(?=[（(]?含)/,
];

/** The length of such digits at the front of a text; 0 when the number says something. */
export function explainedAt(text: string, before: string): number {
  for (const pattern of EXPLAINED) {
    const match = pattern.exec(text);
    if (match && !/[\d.]$/.test(before)) return match[0].length;
  }
  return 0;
}
