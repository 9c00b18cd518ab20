import type { Sentence } from '../../facts';
import { type Draft, defineCheck } from '../draft';

const NUMERALS = '一二三四五六七八九十';

interface Numbered {
  kind: number;
  number: number;
  label: string;
}

const MARKS: readonly RegExp[] = [
  /^第([一二三四五六七八九十]+)(?:部分|章)/,
  /^([一二三四五六七八九十]{1,3})、/,
  /^[(（]([一二三四五六七八九十]{1,3})[)）]/,
  /^(\d{1,2})(?:[、．]|\.(?!\d))/,
  /^[(（](\d{1,2})[)）]/,
];

function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', units = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string): number => NUMERALS.indexOf(char) + 1;
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + (units ? digit(units) : 0);
}

function numberedOf(text: string): Numbered | undefined {
  for (const [kind, mark] of MARKS.entries()) {
    const match = mark.exec(text);
    if (match?.[1]) return { kind, number: countOf(match[1]), label: match[0] };
  }
  return undefined;
}

/** The entries of the contents repeat the headings: what stands between 目录 and the first full sentence is left out. */
function withoutContents(sentences: readonly Sentence[]): readonly Sentence[] {
  const contents = sentences.findIndex(({ text }) => /^目[录錄]$/.test(text));
  const body = sentences.findIndex(
    ({ text, kind }, at) => at > contents && kind === 'sentence' && /.{20,}。/.test(text),
  );
  return contents < 0 || body < 0 ? (contents < 0 ? sentences : []) : sentences.slice(body);
}

interface Level {
  kind: number;
  number: number;
  label: string;
  /** text since the last number, where a number may stand inside a line */
  between: string;
}

const inText = (between: string, number: number): boolean =>
  new RegExp(`(?<!\\d)${number}\\s*[、.．]|[(（]${number}[)）]`).test(between);

function fault(found: Numbered, open: Level | undefined, hasParent: boolean): string | undefined {
  const { kind, number, label } = found;
  const arabic = kind >= 3;
  if (!open) return arabic && hasParent && number === 2 ? `编号从“${label}”开始，前一项疑已丢失` : undefined;
  if (number === 1 || number === open.number + 1) return undefined;
  if (number === open.number) return arabic ? undefined : `编号“${label}”重复`;
  if (number < open.number) return undefined;
  if (arabic && number !== open.number + 2) return undefined;
  return inText(open.between, number - 1) ? undefined : `上一项是“${open.label}”，编号不连续，中间疑有缺漏`;
}

function drafts(sentences: readonly Sentence[]): Draft[] {
  const stack: Level[] = [];
  return sentences.flatMap((sentence): Draft[] => {
    const found = numberedOf(sentence.text);
    for (const level of stack) level.between += sentence.text;
    if (!found || (found.kind > 0 && /表$/.test(sentence.text))) return [];
    const at = stack.findIndex(({ kind }) => kind === found.kind);
    const open = at < 0 ? undefined : stack[at];
    const hasParent = sentence.section.length > (sentence.kind === 'heading' ? 1 : 0);
    const lost = open || !hasParent ? false : inText(stack.at(-1)?.between.slice(0, -sentence.text.length) ?? '', 1);
    const why = lost ? undefined : fault(found, open, hasParent);
    stack.length = at < 0 ? stack.length : at;
    if (found.kind === 0) stack.length = 0;
    stack.push({ ...found, between: '' });
    return why ? [{ message: `“${sentence.text.slice(0, 28)}”：${why}`, places: [sentence.place] }] : [];
  });
}

/** Headings and items count up without a gap. */
export const numbering = defineCheck(
  {
    id: 'P-06',
    title: '编号连续',
    formula: '标题与列项的编号从 1 起连续，不跳号、不重号',
    kind: 'completeness',
    source: '文字规范',
    severity: 'warning',
  },
  ({ reading }) => drafts(withoutContents(reading.sentences ?? [])),
);
