import type { Direction } from './facts';

/** A stated reason inside a run of text without white space. */
export interface ReasonText {
  /** where the words that introduce it begin, and where the reason itself begins and ends */
  at: number;
  start: number;
  end: number;
  /** verbatim, without the punctuation at its end */
  text: string;
  /** what the introduction compares with: 决算数小于预算数的主要原因是… */
  basis: 'year' | 'budget' | null;
  direction: Direction | null;
}

const CHANGE = '(?:增减|变动|变化|差异|增加|减少|增长|下降|降低|上升|提高|压减|较大|较多|偏低|偏高)';
/** What says that a reason follows; the longest form first. */
const OPENER = new RegExp(
  [
    `(?:变动|变化)?${CHANGE}?的?(?:主要|具体|直接|变动|增减|变化)?原因(?:主要)?(?:是因为|是由于|如下|在于|是|为|有|系)?[:：,，]?`,
    '主要是原因[:：,，]?',
    '主要(?:是)?(?:因为|由于|源于|得益于|受|因|系)',
    '(?:主要|这主要|大部分)(?:是|为|在于)[:：]?(?!用于|用在|用作|包括|负责|从事|职责|职能)',
    '(?<=[,，。；;])(?:是因为|是由于|由于|系因|因为|因)(?!此|公|素)',
  ].join('|'),
  'g',
);
/** 原因 of something else than a change of amounts. */
const OTHER = /(?:问题(?:及|和|与)|偏差|扣分|未完成|未达标|存在的?|具体)$/;
const INTRODUCTION = 30;
const BUDGET =
  /(?:小于|低于|少于|大于|高于|超过|超出|较|比|与)[^,，。；;]{0,12}预算|预算(?:数|的)?(?:增加|减少|差异)|完成(?:年初|全年|调整)?预算/;
const LESS = /小于|低于|少于|减少|下降|降低|压减|偏低|未完成/g;
const MORE = /大于|高于|超过|超出|增加|增长|上升|提高|偏高/g;
/** Goes on with a list of reasons: 二是…, （2）…, 同时… */
const GOES_ON = /^(?:且|并|同时|另|其次|再次|此外|第?[一二三四五六七八九十](?:是|、|，)|[（(]?\d{1,2}[)）、．.]|[①-⑨])/;
const COMPARES = /[比较][^,，]{0,8}(?:上年|去年|年初|预算|(?:19|20)\d\d年)|决算(?:数)?[为\d]|^其中[:：,，]?/;
/** A numbered list of reasons holds figures of its own. */
const LIST = /^(?:一是|第一|[（(]?[1一][)）、．.]|①)/;
const NOTHING = /^(?:[Xx×*＊…·.—_-]*|无|略|同上|如下)$/;
const MOST = 600;

const basisOf = (introduction: string): ReasonText['basis'] =>
  BUDGET.test(introduction) ? 'budget' : /上年|去年|同比|(?:19|20)\d\d年/.test(introduction) ? 'year' : null;

const lastMatch = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;

function directionOf(introduction: string): Direction | null {
  const [less, more] = [lastMatch(introduction, LESS), lastMatch(introduction, MORE)];
  return less === more ? null : less > more ? 'decrease' : 'increase';
}

/** Where a reason ends: at the end of its sentence, or before a part of it that speaks of another figure. */
function endOf(text: string, start: number, figures: readonly number[]): number {
  const stop = text.slice(start, start + MOST).search(/[。！？\n]/);
  const last = stop < 0 ? Math.min(text.length, start + MOST) : start + stop;
  if (LIST.test(text.slice(start))) return last;
  const speaks = (from: number, to: number): boolean => figures.some((figure) => figure >= from && figure < to);
  let at = start;
  for (const { index } of text.slice(start, last).matchAll(/[,，；;]/g)) {
    const from = start + index + 1;
    if (from <= at) continue;
    const rest = text.slice(from, last);
    const length = rest.search(/[,，；;]/);
    const part = length < 0 ? rest : rest.slice(0, length);
    if (!GOES_ON.test(part) && (speaks(from, from + part.length) || COMPARES.test(part))) return from - 1;
    at = from;
  }
  return last;
}

/** The words before a reason that still belong to it, from the last punctuation on. */
const introductionOf = (text: string, at: number, opener: string): string =>
  `${
    text
      .slice(Math.max(0, at - INTRODUCTION), at)
      .split(/[,，。；;\n]/)
      .at(-1) ?? ''
  }${opener}`;

/**
 * The reasons a text states for changes, in the order of the text. `figures` are the positions of figures of its own that are
 * no part of a reason: a reason never runs into the sentence of the next one.
 */
export function reasonsIn(text: string, figures: readonly number[] = []): ReasonText[] {
  const found: ReasonText[] = [];
  for (const match of text.matchAll(OPENER)) {
    const [opener] = match;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    const start = match.index + opener.length;
    if (OTHER.test(before) || match.index < (found.at(-1)?.end ?? 0)) continue;
    const end = endOf(text, start, figures);
    const reason = text.slice(start, end).replace(/[,，;；:：、]+$/, '');
    if (NOTHING.test(reason)) continue;
    const introduction = introductionOf(text, match.index, opener);
    found.push({
      at: match.index,
      start,
      end,
      text: reason,
      basis: basisOf(introduction),
      direction: directionOf(introduction),
    });
  }
  return found;
}
