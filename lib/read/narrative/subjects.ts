import { type MarkedText, printedOf } from './markedText';
import type { Trie } from './trie';

/** A 类, 款 or 项 as printed. */
export interface SubjectHeading {
  level: 1 | 2 | 3;
  code: string | null;
  name: string;
}

export interface SubjectToken {
  kind: 'subject';
  headings: SubjectHeading[];
  /** a name without mark or code: a subject only where subjects are listed */
  bare?: boolean;
}

const MARKER = /\((类|款|项|\d{3}类?|\d{5}款?|\d{7}项?|\d\d[款项])\)/y;
const CODE_BEHIND = /\((\d{7}|\d{5}|\d{3})\)/y;
const NAME = /[^，。；：、()\d%]{2,40}(?:\((?:室|厅|局|境|护|修)\)[^，。；：、()\d%]{0,30})*/y;
const CODED =
  /(\d{7}|\d{5}|\d{3})(?=[\u4e00-\u9fff]{2,})([^，。；：、()\d%]{2,40}?)(?=年初|全年|支出决算|决算|预算|\d|$|，|：|。|；)/y;
const LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { 类: 1, 款: 2, 项: 3 };
/** Names of the functional classification by code. */
export type Names = ReadonlyMap<string, { name: string }>;

/** What may stand before a name without being part of it. */
const LEADING = /^(其中|用于|按|以下方面|一般公共预算财政拨款支出中|“)+/;

function headingOf(marker: string, name: string): SubjectHeading {
  const digits = /^\d+/.exec(marker)?.[0] ?? null;
  const word = marker.slice(digits?.length ?? 0);
  const byLength = digits ? ({ 3: 1, 5: 2, 7: 3 } as const)[digits.length as 3 | 5 | 7] : undefined;
  return { level: LEVELS[word] ?? byLength ?? 1, code: digits, name };
}

/** 款 and 项 printed with their own two digits take the rest from the heading before. */
function completeCodes(headings: SubjectHeading[]): SubjectHeading[] {
  let parent = '';
  return headings.map((heading) => {
    if (heading.code === null) return heading;
    const code = heading.code.length === 2 ? parent.slice(0, heading.level === 2 ? 3 : 5) + heading.code : heading.code;
    parent = code;
    return { ...heading, code: code.length >= 3 ? code : null };
  });
}

function oneHeading(marked: MarkedText, at: number): { heading: SubjectHeading; end: number } | undefined {
  if (!marked.text.includes('(', at)) return undefined;
  NAME.lastIndex = at;
  const name = NAME.exec(marked.text);
  if (!name) return undefined;
  MARKER.lastIndex = at + name[0].length;
  const marker = MARKER.exec(marked.text);
  if (!marker?.[1]) return undefined;
  const lead = LEADING.exec(name[0])?.[0].length ?? 0;
  const printed = printedOf(marked, at + lead, at + name[0].length).replace(/[\s“”"]/g, '');
  const end = at + name[0].length + marker[0].length;
  CODE_BEHIND.lastIndex = end;
  const behind = CODE_BEHIND.exec(marked.text);
  const heading = headingOf(marker[1], printed);
  if (!behind?.[1] || heading.code !== null) return { heading, end };
  return { heading: { ...heading, code: behind[1] }, end: end + behind[0].length };
}

/** 教育（类）支出: the name of a 类 goes on behind its mark. */
function withTail(headings: SubjectHeading[], text: string, end: number): { headings: SubjectHeading[]; end: number } {
  const last = headings.at(-1);
  if (!last || !text.startsWith('支出', end) || /^支出(年初|全年|预算|决算)/.test(text.slice(end)))
    return { headings, end };
  if (last.name.endsWith('支出') || last.level > 1) return { headings, end: end + 2 };
  return { headings: [...headings.slice(0, -1), { ...last, name: `${last.name}支出` }], end: end + 2 };
}

/** The chain of headings that starts here: 社会保障和就业支出（类）企业改革补助（款）企业关闭破产补助（项）. */
export function subjectAt(
  marked: MarkedText,
  at: number,
  names: Names,
): { token: SubjectToken; end: number } | undefined {
  const coded = codedAt(marked, at, names);
  if (coded) return coded;
  if (at > 0 && !/[，。；：、()\d年度]/.test(marked.text[at - 1] ?? '')) return undefined;
  const headings: SubjectHeading[] = [];
  let end = at;
  for (let next = oneHeading(marked, end); next; next = oneHeading(marked, end)) {
    headings.push(next.heading);
    end = next.end;
  }
  if (headings.length === 0) return undefined;
  const tail = withTail(completeCodes(headings), marked.text, end);
  return { token: { kind: 'subject', headings: tail.headings }, end: tail.end };
}

/** What follows a name that stands alone. */
const AFTER_NAME = /^(支出)?(年初|全年|支出|决算|预算|[\d为：，(]|$)/;

/** A 款 or 项 named without mark and code: 行政运行支出 12 万元. */
export function namedAt(
  text: string,
  at: number,
  titles: Trie<1 | 2 | 3>,
): { token: SubjectToken; length: number } | undefined {
  const title = titles.match(text, at);
  if (!title || !AFTER_NAME.test(text.slice(title.end, title.end + 8))) return undefined;
  const heading = { level: title.value, code: null, name: text.slice(at, title.end) };
  return { token: { kind: 'subject', headings: [heading], bare: true }, length: title.end - at };
}

/** A code before its name: 2011301行政运行. */
function codedAt(marked: MarkedText, at: number, names: Names): { token: SubjectToken; end: number } | undefined {
  if (!/\d/.test(marked.text[at] ?? '') || /[\d.,]/.test(marked.text[at - 1] ?? '')) return undefined;
  CODED.lastIndex = at;
  const match = CODED.exec(marked.text);
  if (!match?.[1] || !match[2] || !/^2/.test(match[1]) || /^(万元|元|年|人|个|辆|台|批|家|户)/.test(match[2]))
    return undefined;
  const start = at + match[1].length;
  const printed = printedOf(marked, start, start + match[2].length).replace(/\s/g, '');
  const known = names.get(match[1])?.name.endsWith('支出') ?? false;
  const name = known ? printed : printed.replace(/支出$/, '');
  const level = match[1].length === 3 ? 1 : match[1].length === 5 ? 2 : 3;
  return { token: { kind: 'subject', headings: [{ level, code: match[1], name }] }, end: at + match[0].length };
}

/** The heading an amount belongs to: the innermost, but the outermost where several 项 share the amount. */
export function subjectOf(headings: readonly SubjectHeading[]): string | null {
  const items = headings.filter(({ level }) => level === 3).length;
  const heading = items > 1 ? headings[0] : headings.at(-1);
  return heading ? (heading.code ?? heading.name) : null;
}

/** A chain that starts at 款 or 项 goes on with the headings it stands under. */
export function joinSubjects(outer: readonly SubjectHeading[], inner: readonly SubjectHeading[]): SubjectHeading[] {
  const top = inner[0]?.level ?? 1;
  return [...outer.filter(({ level }) => level < top), ...inner];
}

/** All codes and names, outermost first, each code before its name. */
export const subjectPathOf = (headings: readonly SubjectHeading[]): string[] =>
  headings.flatMap(({ code, name }) => (code === null ? [name] : [code, name]));
