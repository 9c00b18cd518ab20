import type { Place } from '../../place';

/** A stretch of running text in one normal spelling, each character knowing where it was printed. */
export interface MarkedText {
  /** as printed, lines joined */
  raw: string;
  /** the place of each character of `raw` */
  places: readonly Place[];
  /** normal spelling: half-width digits and brackets, no spaces, no quotation marks */
  text: string;
  /** index into `raw` of each character of `text` */
  origin: readonly number[];
}

const HALF = /[！-～]/;
const DROPPED = /[“”"‘’'「」『』$\\_\u200b\ufeff]/;
const OPEN = /[〔﹝[【{]/;
const CLOSE = /[〕﹞\]】}]/;
const DIGIT = /\d/;

const LATEX: readonly (readonly [RegExp, string])[] = [
  [/^\\%/, '%'],
  [/^\\(geq?|geqslant)(?![a-z])/, '≥'],
  [/^\\(leq?|leqslant)(?![a-z])/, '≤'],
  [/^\\times(?![a-z])/, '×'],
  [/^\\(sim|approx)(?![a-z])/, '~'],
  [/^\\(quad|qquad|text|mathrm|,|;|!)(?![a-z])/, ''],
];

interface Characters {
  chars: string[];
  origin: number[];
}

const halfWidth = (char: string): string =>
  HALF.test(char) && char !== '，' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char;

function normalChar(char: string): string {
  if (char === '，' || char === '；' || char === '：' || char === '！' || char === '？') return char;
  const half = halfWidth(char);
  if (half === ';') return '；';
  if (half === ':') return '：';
  if (half === '﹪') return '%';
  if (OPEN.test(half)) return '〔';
  if (CLOSE.test(half)) return '〕';
  return half;
}

/** Two numbers with a space between stay two; a space before a group of thousands or at the point only broke one. */
function separates(before: string, after: string): boolean {
  const left = /[\d.,]+$/.exec(before)?.[0] ?? '';
  if (left === '' || !/^\s*\d/.test(after) || left.endsWith('.')) return false;
  return !(/^\d{1,3}(,\d{3})*$/.test(left) && /^\s*\d{3}(?!\d)/.test(after));
}

function normalise(raw: string): Characters {
  const chars: string[] = [];
  const origin: number[] = [];
  for (let index = 0; index < raw.length; index++) {
    const char = raw[index] ?? '';
    if (char === '\\') {
      const found = LATEX.find(([pattern]) => pattern.test(raw.slice(index, index + 12)));
      if (found) {
        const length = found[0].exec(raw.slice(index, index + 12))?.[0].length ?? 1;
        if (found[1] !== '') {
          chars.push(found[1]);
          origin.push(index);
        }
        index += length - 1;
        continue;
      }
    }
    if (/\s/.test(char)) {
      if (separates(raw.slice(Math.max(0, index - 16), index), raw.slice(index + 1, index + 8))) {
        chars.push(' ');
        origin.push(index);
      }
      continue;
    }
    if (DROPPED.test(char)) continue;
    chars.push(normalChar(char));
    origin.push(index);
  }
  return { chars, origin };
}

/** A comma inside a number stays; one between words becomes the Chinese comma. */
function settleCommas({ chars }: Characters): void {
  for (let index = 0; index < chars.length; index++) {
    const char = chars[index];
    if (char !== ',' && char !== '，') continue;
    const before = chars.slice(Math.max(0, index - 12), index).join('');
    const after = chars.slice(index + 1, index + 20).join('');
    const groups = /(^|[^\d.,])\d{1,3}(,\d{3})*$/.test(before) && /^\d{3}(?!\d)/.test(after);
    const decimals = /^\d{3}([,，]\d{3})*\.\d\d(?!\d)/.test(after);
    chars[index] = groups && (char === ',' || decimals) ? ',' : '，';
  }
}

/** A point that ends a sentence becomes 。; one between digits stays. */
function settlePoints({ chars }: Characters): void {
  for (let index = 0; index < chars.length; index++) {
    if (chars[index] !== '.' || index === 0) continue;
    if (DIGIT.test(chars[index + 1] ?? '')) continue;
    if (!/[\d.。]/.test(chars[index - 1] ?? '')) chars[index] = '。';
  }
}

const KEPT =
  /^(境|套|室|类|款|项|次|护|修|厅|局|增加|减少|增长|下降|降低|上升|增|减|减少额|增加额|减少\/下降|[一二三四五六七八九十]+)$/;

/** Remarks in brackets without a figure say nothing to the grammar. */
function dropRemarks({ chars, origin }: Characters): Characters {
  const keep = chars.map(() => true);
  let open = -1;
  for (let index = 0; index < chars.length; index++) {
    if (chars[index] === '(') open = index;
    if (chars[index] !== ')' || open < 0) continue;
    const content = chars.slice(open + 1, index).join('');
    if (!/\d/.test(content) && !KEPT.test(content)) keep.fill(false, open, index + 1);
    open = -1;
  }
  return { chars: chars.filter((_, index) => keep[index]), origin: origin.filter((_, index) => keep[index]) };
}

export function markText(raw: string, places: readonly Place[]): MarkedText {
  const characters = normalise(raw);
  settleCommas(characters);
  settlePoints(characters);
  const { chars, origin } = dropRemarks(characters);
  return { raw, places, text: chars.join(''), origin };
}

/** The part from `start` to `end` of the normal spelling. */
export function slice(marked: MarkedText, start: number, end = marked.text.length): MarkedText {
  return { ...marked, text: marked.text.slice(start, end), origin: marked.origin.slice(start, end) };
}

/** The part as printed. */
export function printedOf({ raw, origin }: MarkedText, start: number, end: number): string {
  const first = origin[start];
  const last = origin[end - 1];
  return first === undefined || last === undefined ? '' : raw.slice(first, last + 1);
}

export function placeOf({ places, origin }: MarkedText, index: number): Place {
  const place = places[origin[index] ?? 0] ?? places[0];
  if (!place) throw new RangeError(`no place for character ${index}`);
  return place;
}

const OPENING = /[“"‘《（([【\s]/;
const CLOSING = /[”"’》）)\]】\s]/;

/** The part as printed, with the quotation marks and brackets that open and close it. */
export function sentenceOf({ raw, origin }: MarkedText): string {
  let first = origin[0] ?? 0;
  let last = (origin.at(-1) ?? -1) + 1;
  while (first > 0 && OPENING.test(raw[first - 1] ?? '')) first--;
  while (last < raw.length && CLOSING.test(raw[last] ?? '')) last++;
  return raw.slice(first, last).trim();
}
