import type { Place } from '../../place';
import type { Block, DocumentModel, Grid } from '../document';
import { type MarkedText, markText } from './markedText';

const NUMERAL = '[一二三四五六七八九十]';
/** What a heading or a list item starts with; a kind is a level of its own in most documents. */
const ENUMERATORS: readonly RegExp[] = [
  new RegExp(`^第(${NUMERAL}+|\\d+)(部分|章|篇)[、：:．.\\s]*`),
  new RegExp(`^${NUMERAL}{1,3}(、|．|\\.|，|,|：|\\s+(?=\\S))\\s*`),
  new RegExp(`^[(（]\\s*${NUMERAL}{1,3}\\s*[)）][、.．]?\\s*`),
  /^\d{1,2}\s*([、．]|\.(?!\s*\d)|\.(?=\s*(19|20)\d\d\s*年))\s*/,
  /^[(（]\s*\d{1,2}\s*[)）]\s*/,
  /^(\d{1,2}[)）]|[①-⑳])\s*/,
];

export interface Enumerator {
  /** level among the kinds of enumerators: 0 第一部分, 1 一、, 2 （一）, 3 1., 4 (1), 5 ① */
  kind: number;
  length: number;
}

export function enumeratorOf(text: string): Enumerator | undefined {
  for (const [kind, pattern] of ENUMERATORS.entries()) {
    const match = pattern.exec(text);
    if (match) return { kind, length: match[0].length };
  }
  return undefined;
}

/** No paragraph is longer; text that never ends a sentence is no prose. */
const LONGEST = 20_000;

interface Line {
  text: string;
  place: Place;
}

const ENDED = /([。！？；：!?;:]|(?<!\d)[.．])["”’』）)]*$/;
const PUNCTUATED = /[，。；：,;:、]/;
const PAGE_NUMBER = /^([-—–－_~\s]*\d{1,4}[-—–－_~\s]*|第\s*\d+\s*页(\s*[,，/／]?\s*共\s*\d+\s*页)?|\d+\s*\/\s*\d+)$/;
const CAPTION = /^[(（]?\s*(图|附图)?\s*\d*\s*[:：]?[^，。；]{0,30}(图|示意图)[)）]?([(（][^()（）]{0,8}[)）])?$/;
const YEAR_LINE = /^[(（]?\s*(19|20)\d\d\s*年度?\s*[)）]?$/;
const CONTENTS = /^(-\s+\S|.*[.…·]{4,}\s*\d*$|.*PAGEREF\s+_Toc\d+)/;
const TITLE_END =
  /(情况|说明|概况|职责|职能|解释|目录|目\s*录|附件|附\s*件|构成|机构设置|内设机构|结果|报告|决算|决算表|明细表|总表|表|评价|编制)$/;

/** Lines that are no running text: page numbers, captions, entries of the contents, rows of tables in other disguises. */
function isFurniture(text: string): boolean {
  const bare = text.trim();
  if (bare === '' || PAGE_NUMBER.test(bare) || YEAR_LINE.test(bare) || CONTENTS.test(bare)) return true;
  if (/[|｜]/.test(bare)) return true;
  return CAPTION.test(bare) && !/\d\s*(万元|亿元|元|%)/.test(bare);
}

/** A short line without punctuation stands for itself: a title, a caption, a label. */
function isTitle(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  const enumerator = enumeratorOf(text.trim());
  if (enumerator) return TITLE_END.test(bare.replace(/[。：:]$/, ''));
  if (PUNCTUATED.test(bare) || /\d(\.\d+)?(万元|元|%)/.test(bare)) return false;
  if (/[\d.]$/.test(bare) && !/^[附图表第]/.test(bare)) return false;
  return TITLE_END.test(bare) ? bare.length <= 45 : bare.length <= 12;
}

const isBareEnumerator = (text: string): boolean => {
  const enumerator = enumeratorOf(text.trim());
  return enumerator !== undefined && enumerator.length === text.trim().length;
};

/** Whether a line goes on with the one before; `opens` when that one opened its paragraph. */
function continues(before: string, after: string, opens: boolean): boolean {
  const [head, tail] = [before.trim(), after.trim()];
  if (/^[，。；、,;%％）)]/.test(tail)) return true;
  if (opens && isBareEnumerator(head)) return !enumeratorOf(tail);
  if (enumeratorOf(tail)) return false;
  if (opens && isShortHeading(head) && tail.length > 24) return false;
  if (/[，、,（(]$/.test(head)) return true;
  if (ENDED.test(head) || (opens && isTitle(head))) return false;
  if (!startsAnew(head, tail)) return true;
  if (/^第?[一二三四五六七八九十\d]+部分$/.test(head)) return false;
  return opens && endsInTitle(head, tail);
}

/** 七、关于“三公”经费: far shorter than a line that breaks, and no figure in it. */
function isShortHeading(line: string): boolean {
  const enumerator = enumeratorOf(line);
  const title = line.slice(enumerator?.length ?? 0);
  return enumerator !== undefined && enumerator.kind < 3 && title.length <= 16 && !/[\d，。；：,;:、]/.test(title);
}

/** A title behind an unfinished line: the words of a title, or any short line behind what could be an end. */
function startsAnew(head: string, tail: string): boolean {
  if (/[\d.]$/.test(head) && /^[\d.万元%]/.test(tail)) return false;
  return isTitle(tail) && (TITLE_END.test(tail.replace(/\s/g, '')) || /[%％元人辆个次台分）)]$/.test(head));
}

/** A heading broken over two lines: 「四、财政拨款收入支出决算总体」「情况说明」. */
const endsInTitle = (head: string, tail: string): boolean =>
  enumeratorOf(head) !== undefined && !PUNCTUATED.test(head.replace(/^.{0,5}[、.．]/, '')) && tail.length <= 12;

/** Lines indented by tabs come as a grid with one cell a row. */
function indented({ rows }: Grid): Line[] | undefined {
  const lines = rows.map(({ cells }) => cells.filter(({ text }) => text.trim() !== ''));
  if (lines.some((cells) => cells.length > 1)) return undefined;
  return lines.flat().map(({ text, place }) => ({ text, place }));
}

/** The lines of running text; undefined where something else parts them. */
function linesOf(blocks: readonly Block[], taken: ReadonlySet<number>): (Line | undefined)[] {
  return blocks
    .flatMap((block): (Line | undefined)[] => (block.kind === 'grid' ? (indented(block) ?? [undefined]) : [block]))
    .flatMap((line): (Line | undefined)[] => {
      if (!line || taken.has(line.place.line)) return [undefined];
      return isFurniture(line.text) ? [] : [line];
    });
}

function join(lines: readonly Line[]): MarkedText {
  const raw = lines.map(({ text }) => text.trim()).join('');
  const places = lines.flatMap(({ text, place }) => Array.from({ length: text.trim().length }, () => place));
  return markText(raw, places);
}

/**
 * The running text of a document: lines broken by a page end or a line width joined to the paragraph they belong to.
 * Tables and lines read elsewhere part paragraphs.
 */
export function readParagraphs(model: DocumentModel, taken: ReadonlySet<number>): MarkedText[] {
  const paragraphs: MarkedText[] = [];
  let open: Line[] = [];
  let length = 0;
  const close = () => {
    if (open.length > 0) paragraphs.push(join(open));
    open = [];
    length = 0;
  };
  for (const section of model.sections) {
    for (const line of linesOf(section.blocks, taken)) {
      const last = open.at(-1);
      if (!line || length > LONGEST || (last && !continues(last.text, line.text, open.length === 1))) close();
      if (line) open.push(line);
      length += line?.text.length ?? 0;
    }
  }
  close();
  return paragraphs;
}
