import { fold, isBlank } from './lines';
import type { Row } from './rows';

/** 栏次: the numbers of the columns, in a row of their own or run together with the heads. */
export function isOrdinalRow(row: Row): boolean {
  const texts = row.cells.map((cell) => fold(cell.text)).filter((text) => text !== '');
  if (texts.length === 0) return false;
  const words = texts.filter((text) => ordinalOf(text) === undefined);
  const numbers = texts.flatMap((text) => ordinalOf(text) ?? []);
  if (!words.every((text) => /^[(（]?(?:栏次|栏目|项目|行次|合计|序号|甲|乙|丙|—+|-+|类|款|项)+[)）]?$/.test(text)))
    return false;
  if (words.some((text) => /栏次/.test(text))) return true;
  return numbers.length >= 2 && !words.some((text) => /合计/.test(text)) && rises(numbers);
}

/** 3 · (3) · ③ · 3=4+5 */
function ordinalOf(text: string): number | undefined {
  if (/^[①-⑳]$/.test(text)) return text.charCodeAt(0) - 0x245f;
  const digits = /^\(?(\d{1,2})\)?(?:[=＝].*)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) && (numbers[0] ?? 9) <= 2;

/** A head's words without the 栏次 that a conversion has run into the same cell: “决算数 1”, “项 目 栏 次”. */
const headWords = (text: string): string =>
  fold(text)
    .replace(/^(项目)栏次$/, '$1')
    .replace(/^(\D{2,}?)\d{1,2}$/, '$1')
    .replace(/\((?:单位:)?[百千万亿]*元\)$/, '');

/**
 * The heads of each column from outermost to innermost. A blank cell goes on to the right of a head as long as the head
 * above does; a head above a blank reaches down.
 */
export function headPaths(rows: readonly (readonly string[])[], width: number): string[][] {
  const spans: { text: string; from: number }[][] = [];
  for (const row of rows) {
    const above = spans.at(-1);
    const line: { text: string; from: number }[] = [];
    for (let at = 0; at < width; at++) {
      const text = headWords(row[at] ?? '');
      const before = line[at - 1];
      const sameParent = at > 0 && (above === undefined || above[at]?.from === above[at - 1]?.from);
      if (text !== '') line.push({ text, from: at });
      else if (before && sameParent && (above === undefined || isSpanned(rows, spans.length - 1, at)))
        line.push(before);
      else line.push({ text: '', from: at });
    }
    spans.push(line);
  }
  return Array.from({ length: width }, (_, at) => {
    const path: string[] = [];
    for (const line of spans) {
      const text = line[at]?.text ?? '';
      if (text !== '' && text !== path.at(-1)) path.push(text);
    }
    return path;
  });
}

/** Whether the cell above is itself the blank continuation of a head to its left. */
const isSpanned = (rows: readonly (readonly string[])[], above: number, at: number): boolean =>
  isBlank(rows[above]?.[at] ?? '');
