import type { Claim, Direction } from './facts';
import { type AspectId, MEASURES, type MeasureId } from './measures';
import { type Place, placeAt } from './place';
import { type ReasonText, reasonsIn } from './reasonText';

/** Why a figure changed, in the document's own words. */
export interface PrintedReason {
  measure: MeasureId;
  /** the measure in words; of an amount on a code its code or name */
  label: string;
  /** the 类/款/项, where the figure is one */
  subject: string | null;
  /** what the figure was compared with */
  basis: 'year' | 'budget';
  direction: Direction | 'unchanged' | null;
  /** verbatim, white space taken out */
  text: string;
  /** where the reason begins */
  place: Place;
  /** the compared figures, as indexes into the account's claims */
  claims: number[];
}

type Basis = PrintedReason['basis'];

const BASES: Partial<Record<AspectId, Basis>> = {
  change_on_year: 'year',
  growth_on_year: 'year',
  unchanged_on_year: 'year',
  change_on_budget: 'budget',
  growth_on_budget: 'budget',
  unchanged_on_budget: 'budget',
  completion: 'budget',
};

interface Comparison {
  index: number;
  claim: Claim;
  basis: Basis;
  at: number;
}

/** The document's running text without white space, with the line of every character; a new item starts a new paragraph. */
interface Flat {
  text: string;
  lines: number[];
  /** where each line begins, by its number */
  starts: Map<number, number>;
}

const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+部分)/;
const PAGE = /^[-—–－\s]*\d{1,4}[-—–－\s]*$/;
const SENTENCE_END = /[。！？\n]/g;

const squeeze = (text: string): string => text.replace(/\s+/g, '');

function flatten(source: readonly string[]): Flat {
  const parts: string[] = [];
  const lines: number[] = [];
  const starts = new Map<number, number>();
  source.forEach((raw, index) => {
    const bare = squeeze(raw);
    if (bare === '' || raw.includes('\t') || PAGE.test(bare)) return;
    const text = ITEM.test(bare) ? `\n${bare}` : bare;
    starts.set(index + 1, lines.length);
    parts.push(text);
    for (let at = 0; at < text.length; at += 1) lines.push(index + 1);
  });
  return { text: parts.join(''), lines, starts };
}

/** Sentences begin at most so many lines above a figure of theirs. */
const ABOVE = 6;

function startAbove({ starts }: Flat, line: number): number {
  for (let at = Math.max(1, line - ABOVE); at <= line; at += 1) {
    const start = starts.get(at);
    if (start !== undefined) return start;
  }
  return 0;
}

/** Positions of the claims in the text; those that cannot be found again are left out. */
function positionsOf(flat: Flat, claims: readonly Claim[]): Map<number, number> {
  const found = new Map<number, number>();
  let [sentenceAt, cursor, last] = [-1, 0, ''];
  claims.forEach(({ sentence, printed, place }, index) => {
    const key = `${place.line}|${sentence}`;
    if (key !== last) {
      sentenceAt = flat.text.indexOf(squeeze(sentence), startAbove(flat, place.line));
      cursor = sentenceAt >= 0 ? sentenceAt : (flat.starts.get(place.line) ?? -1);
      last = key;
    }
    if (cursor < 0) return;
    const number = squeeze(printed);
    const from = sentenceAt >= 0 ? sentenceAt : cursor;
    const ahead = flat.text.indexOf(number, cursor);
    const limit = from + squeeze(sentence).length;
    const at = ahead >= 0 && ahead < limit ? ahead : flat.text.indexOf(number, from);
    if (at < 0 || at >= limit) return;
    found.set(index, at);
    cursor = at + number.length;
  });
  return found;
}

const endsBetween = (text: string, from: number, to: number): number => {
  const between = text.slice(from, to);
  return [...between.matchAll(SENTENCE_END)].length + [...between.matchAll(/\n/g)].length;
};

const isPair = (one: MeasureId, other: MeasureId): boolean =>
  one.replace('revenue', 'expenditure') === other.replace('revenue', 'expenditure');
const sameFigure = (one: Claim, other: Claim): boolean =>
  (one.measure === other.measure || isPair(one.measure, other.measure)) && one.subject === other.subject;

const bare = (text: string): string => text.replace(/[“”"'’‘（）()]/g, '');
/** What the words before a reason call the figure: 公务接待费支出减少的主要原因是… */
const NAMES = Object.entries(MEASURES)
  .filter(([, { label }]) => label.length > 3)
  .map(([measure, { label }]) => ({ measure, name: bare(label).replace(/(?:支出|收入)$/, '') }))
  .sort((one, other) => other.name.length - one.name.length);

/** The words before a reason in its own sentence. */
const leadOf = ({ text }: Flat, { at }: ReasonText): string =>
  bare(
    text
      .slice(Math.max(0, at - 80), at)
      .split(SENTENCE_END)
      .at(-1) ?? '',
  );

/** The measures that a sentence of its own names as what its reason explains; none where it names nothing. */
function namedIn(flat: Flat, reason: ReasonText): Set<string> {
  const words = leadOf(flat, reason);
  if (/\d(?:万元|元|%)/.test(words)) return new Set();
  const [longest] = NAMES.filter(({ name }) => words.includes(name));
  return new Set(NAMES.filter(({ name }) => name === longest?.name).map(({ measure }) => measure));
}

/** So many sentences behind its figure a reason stands that only names it. */
const NEAR = 6;
const CHANGED = /原因|增|减|降|升|变动|变化|差异|持平|小于|低于|大于|高于|超/;
const SECTION = /\n(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分)/g;

/** Where the section of a place begins. */
const sectionStart = ({ text }: Flat, at: number): number =>
  [...text.slice(0, at).matchAll(SECTION)].at(-1)?.index ?? 0;

/**
 * A reason that names its figure and says that it changed may stand anywhere behind it in its section, after tables of counts or
 * the purposes of trips; the direction it states must be the figure's.
 */
function namedFar(flat: Flat, reason: ReasonText, comparisons: readonly Comparison[]): Comparison[] {
  if (!CHANGED.test(`${leadOf(flat, reason)}${flat.text.slice(reason.at, reason.start)}`)) return [];
  const from = sectionStart(flat, reason.at);
  const named = namedIn(flat, reason);
  return comparisons.filter(
    ({ at, claim }) =>
      at >= from &&
      at < reason.at &&
      named.has(claim.measure) &&
      (reason.direction === null || claim.direction === null || claim.direction === reason.direction),
  );
}

/** The comparisons near a reason, in its sentence or the one before; of the figure it names, further up. */
function nearTo(flat: Flat, reason: ReasonText, comparisons: readonly Comparison[], after: number): Comparison[] {
  const named = namedIn(flat, reason);
  const [reach, from] = named.size > 0 ? [NEAR, 0] : [1, after];
  return comparisons.filter(
    ({ at, claim }) =>
      at < reason.at &&
      at >= from &&
      endsBetween(flat.text, at, reason.at) <= reach &&
      (named.size === 0 || named.has(claim.measure) || claim.measure === 'subject_expenditure'),
  );
}

/** The comparisons that a reason explains: the nearest before it that fit. */
function explained(flat: Flat, reason: ReasonText, comparisons: readonly Comparison[], after: number): Comparison[] {
  const near = nearTo(flat, reason, comparisons, after);
  const told = near.length > 0 ? near : namedFar(flat, reason, comparisons);
  const fitting = reason.basis === null ? told : told.filter(({ basis }) => basis === reason.basis);
  const last = fitting.at(-1);
  if (!last) return [];
  return fitting.filter(
    ({ at, basis, claim }) =>
      basis === last.basis && sameFigure(claim, last.claim) && endsBetween(flat.text, at, last.at) === 0,
  );
}

const labelOf = ({ measure, subject }: Claim): string =>
  measure === 'subject_expenditure' && subject ? subject : MEASURES[measure].label;

function directionOf(comparisons: readonly Comparison[], reason: ReasonText): PrintedReason['direction'] {
  const isStill = ({ claim }: Comparison): boolean => claim.aspect !== 'completion' && Number(claim.value) === 0;
  if (comparisons.length > 0 && comparisons.every(isStill)) return 'unchanged';
  const stated = comparisons.find(({ claim }) => claim.direction !== null)?.claim.direction;
  if (stated) return stated;
  if (comparisons.some(({ claim }) => claim.aspect.startsWith('unchanged'))) return 'unchanged';
  return reason.direction;
}

/** One entry for each figure: a change and a rate of one figure share their reason. */
function entriesOf(reason: ReasonText, comparisons: readonly Comparison[], line: number): PrintedReason[] {
  const figures = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const key = `${comparison.claim.measure}|${comparison.claim.subject ?? ''}`;
    figures.set(key, [...(figures.get(key) ?? []), comparison]);
  }
  return [...figures.values()].flatMap((own): PrintedReason[] => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        measure: first.claim.measure,
        label: labelOf(first.claim),
        subject: first.claim.subject,
        basis: first.basis,
        direction: directionOf(own, reason),
        text: reason.text,
        place: placeAt(line),
        claims: own.map(({ index }) => index),
      },
    ];
  });
}

/**
 * The reasons that a document states for the changes of its figures (主要原因是…, 主要是…), each with the figures it follows.
 * `lines` are the document's; a reason that stands at no compared figure is left out.
 */
export function reasonsOf(claims: readonly Claim[], lines: readonly string[]): PrintedReason[] {
  const flat = flatten(lines);
  const positions = positionsOf(flat, claims);
  const comparisons = claims.flatMap((claim, index): Comparison[] => {
    const [basis, at] = [BASES[claim.aspect], positions.get(index)];
    return basis === undefined || at === undefined ? [] : [{ index, claim, basis, at }];
  });
  comparisons.sort((one, other) => one.at - other.at);
  let after = 0;
  return reasonsIn(flat.text, [...positions.values()]).flatMap((reason) => {
    const found = explained(flat, reason, comparisons, after);
    after = reason.end;
    const line = flat.lines[reason.start] ?? flat.lines[reason.at];
    return line === undefined ? [] : entriesOf(reason, found, line);
  });
}

/** 比上年增加, 比预算减少, 与上年持平 */
export function comparedWords({ basis, direction }: Pick<PrintedReason, 'basis' | 'direction'>): string {
  const base = basis === 'year' ? '上年' : '预算';
  if (direction === 'unchanged') return `与${base}持平`;
  return direction === null ? `与${base}相比` : `比${base}${direction === 'increase' ? '增加' : '减少'}`;
}
