import { type MarkedText, sentenceOf, slice } from './markedText';
import { enumeratorOf } from './paragraphs';
import { type SectionId, sectionOf } from './sections';
import type { SubjectHeading } from './subjects';

export interface Heading {
  kind: number;
  /** as printed, without its enumerator's white space */
  printed: string;
  /** normal spelling, without the enumerator */
  title: string;
  section: SectionId | null;
  /** the 类, 款 and 项 it names, with those of the headings above */
  subject: SubjectHeading[];
}

/** Headings without a number: divisions of the section they stand in. */
const UNNUMBERED = 9;
const AMOUNT = /\d\s*(万元|亿元|元|万|%|人|辆|批|个|台)/;
const TITLE_WORDS =
  /(情况说明|情况|说明|概况|名词解释|目录|附件|构成|职责|职能|机构设置|部门决算|单位决算|决算公开|报告)$/;
const MARKED_SUBJECT = /\((类|款|项|\d{3}类?|\d{5}款?|\d{7}项?|\d\d[款项])\)/;
const MAX_TITLE = 60;

interface Split {
  heading: Heading | undefined;
  body: MarkedText;
}

function endOfTitle(text: string): number {
  const stop = text.search(/[。：]/);
  return stop < 0 ? text.length : stop;
}

/** A title has no figure and, unless it names a subject, no comma. */
function isTitle(text: string): boolean {
  if (text.length === 0 || AMOUNT.test(text)) return false;
  if (MARKED_SUBJECT.test(text)) return true;
  return text.length <= MAX_TITLE && !/[，；]/.test(text);
}

function headingOf(marked: MarkedText, kind: number, start: number, end: number): Heading {
  const title = marked.text.slice(start, end);
  const printed = sentenceOf(slice(marked, 0, end)).replace(/\s+/g, '');
  return { kind, printed, title, section: sectionOf(title), subject: [] };
}

/** Takes the heading off a paragraph's front; the rest is its text. */
export function splitHeading(marked: MarkedText): Split {
  const { text } = marked;
  const enumerator = enumeratorOf(text);
  const start = enumerator?.length ?? 0;
  const body = text.slice(start);
  const end = start + endOfTitle(body);
  const title = text.slice(start, end);
  if (enumerator) {
    if (!isTitle(title)) return { heading: undefined, body: slice(marked, start) };
    return {
      heading: headingOf(marked, enumerator.kind, start, end),
      body: slice(marked, Math.min(end + 1, text.length)),
    };
  }
  const whole = text.replace(/[。：]$/, '');
  if (!/[，。；：]/.test(whole) && isTitle(whole) && whole.length <= 40 && TITLE_WORDS.test(whole)) {
    const section = sectionOf(whole);
    const kind = section && /情况说明$/.test(whole) ? 1 : UNNUMBERED;
    return { heading: headingOf(marked, kind, 0, whole.length), body: slice(marked, text.length) };
  }
  return { heading: undefined, body: marked };
}

/** Where a running text without line breaks opens its next heading: 「。 (二)收入决算情况说明 本年收入…」. */
const INLINE =
  /(?<=[。；]|^|概况|说明|情况|设置|表)(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)(?:(?!万元|%|[、，。；：])[^()]|\([^()]{1,4}\)){2,40}?(情况(说明)?|概况|职责|机构设置|公开表|名词解释)(?=[^说，。；：])/g;

/** Parts a paragraph that holds several headings in one line. */
export function splitInline(marked: MarkedText): MarkedText[] {
  const cuts = [0];
  for (const match of marked.text.matchAll(INLINE)) cuts.push(match.index, match.index + match[0].length);
  const ends = [...cuts.slice(1), marked.text.length];
  return cuts.map((cut, index) => slice(marked, cut, ends[index])).filter(({ text }) => text.length > 0);
}

/** The headings a text stands under, outermost first. */
export class HeadingStack {
  private stack: Heading[] = [];

  open(heading: Heading): void {
    const same = this.stack.findIndex(({ kind }) => kind === heading.kind);
    const keep = same >= 0 ? same : this.stack.findIndex(({ kind }) => kind > heading.kind);
    if (heading.kind === 0) this.stack = [];
    else if (keep >= 0) this.stack.length = keep;
    this.stack.push(heading);
  }

  /** A list item without a title ends the headings of its own kind and below. */
  item(kind: number): void {
    const keep = this.stack.findIndex((heading) => heading.kind >= kind);
    if (keep >= 0) this.stack.length = keep;
  }

  /** The subjects of the headings above the innermost. */
  get outer(): readonly SubjectHeading[] {
    return this.stack.slice(0, -1).findLast(({ subject }) => subject.length > 0)?.subject ?? [];
  }

  get headings(): readonly Heading[] {
    return this.stack;
  }

  /** Contents and definitions assert nothing. */
  get silent(): boolean {
    return this.stack.some(({ section }) => section === 'contents' || section === 'definitions');
  }

  /** （二）财政拨款支出决算结构情况 under 五、一般公共预算财政拨款支出 is about the general public budget, too. */
  private dividesGeneral(): boolean {
    const innermost = this.stack.findLast(({ section }) => section !== null && section !== 'other');
    return innermost?.section === 'fiscal' && this.stack.some(({ section }) => section === 'general');
  }

  get section(): SectionId | null {
    const section = this.stack.findLast(({ section }) => section !== null && section !== 'other')?.section ?? null;
    const attached = this.stack.some(({ kind, title }) => kind === 0 && /附件|附录/.test(title));
    if (attached && section !== 'definitions') return 'performance';
    return section === 'fiscal' && this.dividesGeneral() ? 'general' : section;
  }
}
