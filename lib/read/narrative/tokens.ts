import { type MarkedText, printedOf } from './markedText';
import { explainedAt, type NumberMatch, numberAt } from './numbers';
import { type Names, namedAt, type SubjectToken, subjectAt } from './subjects';
import type { Trie } from './trie';
import type { Word } from './words';

export type Mark = '，' | '；' | '：' | '、' | '(' | ')' | '。';

interface Span {
  start: number;
  end: number;
  text: string;
}

export type NumberToken = Span & Omit<NumberMatch, 'length' | 'digits'> & { kind: 'number'; printed: string };
export type ReferenceToken = Span & {
  kind: 'reference';
  base: 'year' | 'budget';
  /** 上年, or the year as printed */
  year: number | 'last' | null;
};
export type WordToken = Span & Word;
export type NounToken = WordToken & { kind: 'noun' };

export type Token =
  | NumberToken
  | ReferenceToken
  | WordToken
  | (Span & SubjectToken)
  | (Span & { kind: 'year'; year: number })
  | (Span & { kind: 'mark'; mark: Mark })
  | (Span & { kind: 'noise' })
  | (Span & { kind: 'explained' })
  | (Span & { kind: 'item' });

const YEAR = /^((?:19|20)\d\d)年(度|末|底|初)?(\d{1,2}月)?(\d{1,2}日)?/;
/** 2021年末结转和结余: 年末 belongs to the balance, not to the year. */
const YEAR_OF_BALANCE = /^((?:19|20)\d\d)(?=年[末初](?:一般公共预算|政府性基金|国有资本经营|财政|结))/;
const LAST = '上年度?|去年度?|上一年度?|上一财年|前一年';
const LEVEL =
  '(?:的)?(?:同期)?(?:年初预算数?|部门预算数?|预算数字?|预算安排数?|预算|决算数字?|决算支出数?|决算|支出决算数?|执行数|实际支出数?|累计支出|支出数|收入数|数)?';
const AGAINST = '(?:相比较?|相较|比较|对比|比(?![例重]))?';
const COMPARING = '与|较|比|和|同|跟|对比|相较于?|相比于?|比较|相比';
const REFERENCE = new RegExp(`^(${COMPARING})?((?:19|20)\\d\\d年度?|${LAST})(${LEVEL})(${AGAINST})`);
const BUDGET_REFERENCE =
  /^(?:与|较|比|和|同|跟|相较于?|相比)(?:本年度?|全年|当年|年初|调整后?|年度|年中|批复的?)*(?:部门|财政|支出|收入)?预算(?:数|安排数?|批复数|金额|额)?(?:相比较?|相较|比较|对比|比(?![例重]))?/;
const SAME_PERIOD = /^(按同口径)?同比(?!例)/;
const ITEM = /^(?:\d{1,2}(?:、|\.(?!\d)|\))|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[①-⑳])/;
const STARTS_DIGITS = /[\d.〔(图表附财公第①-⑳+−–-]/;
const MARKS = '，；：、()。';

/** What a comparison can start with. */
const STARTS_REFERENCE = /[与较比和同跟对相按上去前12]/;

function referenceAt(text: string): Omit<ReferenceToken, 'start' | 'text'> | undefined {
  if (!STARTS_REFERENCE.test(text[0] ?? '')) return undefined;
  const same = SAME_PERIOD.exec(text);
  if (same) return { kind: 'reference', base: 'year', year: 'last', end: same[0].length };
  const budget = BUDGET_REFERENCE.exec(text);
  if (budget) return { kind: 'reference', base: 'budget', year: null, end: budget[0].length };
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [whole, comparing, name = '', level = '', against] = match;
  const named = /^\d{4}/.test(name);
  if (named && !comparing && !against) return undefined;
  const year = named ? Number(name.slice(0, 4)) : ('last' as const);
  return { kind: 'reference', base: level.includes('预算') ? 'budget' : 'year', year, end: whole.length };
}

/** The words of the field and the names of the classification. */
export interface Vocabulary {
  words: Trie<Word>;
  names: Names;
  /** 类, 款 or 项 by name */
  levels: ReadonlyMap<string, 1 | 2 | 3>;
  /** the names of 款 and 项, for longest matches */
  titles: Trie<1 | 2 | 3>;
}

interface Cursor {
  marked: MarkedText;
  vocabulary: Vocabulary;
  at: number;
  tokens: Token[];
}

const startsClause = ({ tokens }: Cursor): boolean => {
  const last = tokens.at(-1);
  return (
    last === undefined || last.kind === 'list' || (last.kind === 'mark' && last.mark !== '、' && last.mark !== ')')
  );
};

/** Items of a list are numbered at the start of a clause, or behind 主要原因. */
const startsItem = (cursor: Cursor): boolean => {
  const last = cursor.tokens.at(-1);
  return startsClause(cursor) || last?.kind === 'cause' || (last?.kind === 'noise' && /原$|是$/.test(last.text));
};

function push(cursor: Cursor, length: number, token: object): void {
  const { marked, at, tokens } = cursor;
  const end = at + length;
  tokens.push({ ...token, start: at, end, text: marked.text.slice(at, end) } as Token);
  cursor.at = end;
}

function takeDigits(cursor: Cursor, rest: string): boolean {
  const before = cursor.marked.text.slice(Math.max(0, cursor.at - 2), cursor.at);
  const item = startsItem(cursor) ? ITEM.exec(rest) : null;
  if (item) {
    push(cursor, item[0].length, { kind: 'item' });
    return true;
  }
  const year = YEAR_OF_BALANCE.exec(rest) ?? YEAR.exec(rest);
  if (year) {
    push(cursor, year[0].length, { kind: 'year', year: Number(year[1]) });
    return true;
  }
  const explained = explainedAt(rest, before);
  if (explained > 0) {
    push(cursor, explained, { kind: 'explained' });
    return true;
  }
  const number = numberAt(rest, before);
  if (!number) return false;
  const { digits, length, ...facts } = number;
  const printed = printedOf(cursor.marked, cursor.at, cursor.at + digits);
  push(cursor, length, { kind: 'number', ...facts, printed });
  return true;
}

function takeNoise(cursor: Cursor): void {
  const last = cursor.tokens.at(-1);
  if (last?.kind === 'noise') {
    last.end = cursor.at + 1;
    last.text = cursor.marked.text.slice(last.start, last.end);
    cursor.at++;
  } else push(cursor, 1, { kind: 'noise' });
}

/** The comparison, word or mark that starts at the cursor; the longer of two. */
function wordAt(cursor: Cursor): { length: number; token: object } | undefined {
  const { marked, vocabulary, at } = cursor;
  const reference = referenceAt(marked.text.slice(at, at + 80));
  const word = vocabulary.words.match(marked.text, at);
  if (reference && (!word || at + reference.end >= word.end)) return { length: reference.end, token: reference };
  const title = startsClause(cursor) ? namedAt(marked.text, at, vocabulary.titles) : undefined;
  if (title && (!word || at + title.length > word.end)) return title;
  if (word) return { length: word.end - at, token: word.value };
  const char = marked.text[at] ?? '';
  if (/[！？]/.test(char)) return { length: 1, token: { kind: 'mark', mark: '。' } };
  return MARKS.includes(char) ? { length: 1, token: { kind: 'mark', mark: char } } : undefined;
}

function takeToken(cursor: Cursor): void {
  const { marked, at, vocabulary } = cursor;
  const char = marked.text[at] ?? '';
  const subject = subjectAt(marked, at, vocabulary.names);
  if (subject) {
    push(cursor, subject.end - at, subject.token);
    return;
  }
  if (STARTS_DIGITS.test(char) && takeDigits(cursor, marked.text.slice(at, at + 80))) return;
  const word = wordAt(cursor);
  if (word) push(cursor, word.length, word.token);
  else if (char === ' ') cursor.at++;
  else takeNoise(cursor);
}

/** One-character words between unknown characters belong to the unknown word: 服务中心. */
function settleNoise(tokens: readonly Token[]): Token[] {
  const settled: Token[] = [];
  for (const token of tokens) {
    const last = settled.at(-1);
    const before = settled.at(-2);
    const small =
      last !== undefined && last.end - last.start === 1 && (last.kind === 'filler' || last.kind === 'change');
    if (token.kind === 'noise' && last && before?.kind === 'noise' && small) {
      settled.splice(-2, 2, { ...before, end: token.end, text: before.text + last.text + token.text });
    } else if (token.kind === 'noise' && last?.kind === 'noise') {
      settled.splice(-1, 1, { ...last, end: token.end, text: last.text + token.text });
    } else settled.push(token);
  }
  return settled;
}

const BEFORE_YEAR = new Set<Token['kind']>(['noise', 'filler', 'each', 'purpose', 'cause', 'change']);

/** A name that leads up to a year says whose account it is: 某某机关事务管理中心2021年度. */
function settleNames(tokens: readonly Token[]): Token[] {
  const settled = [...tokens];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'year') continue;
    let from = index;
    while (from > 0 && BEFORE_YEAR.has(tokens[from - 1]?.kind ?? 'year')) from--;
    const before = tokens[from - 1];
    if (before && before.kind !== 'mark') continue;
    const names = tokens.slice(from, index);
    if (!names.some(({ kind }) => kind === 'noise') || names.some(({ kind }) => kind === 'cause')) continue;
    for (let at = from; at < index; at++) {
      const name = tokens[at];
      if (name) settled[at] = { kind: 'explained', start: name.start, end: name.end, text: name.text };
    }
  }
  return settled;
}

/** A sentence as a sequence of the field's words, numbers, marks, and noise: what the vocabulary does not know. */
export function tokenise(marked: MarkedText, vocabulary: Vocabulary): Token[] {
  const cursor: Cursor = { marked, vocabulary, at: 0, tokens: [] };
  while (cursor.at < marked.text.length) takeToken(cursor);
  return settleNames(settleNoise(cursor.tokens));
}
