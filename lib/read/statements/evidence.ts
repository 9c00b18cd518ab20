import { amountOf, isBlank, isDash, numbersIn, squeeze } from './lines';
import type { Row } from './rows';

/** What a cell looks like: a subject code, a whole number that may be one thing or another, an amount, words. */
export type CellKind = 'blank' | 'dash' | 'code' | 'integer' | 'amount' | 'text';

const CODE = /^(?:2[0-3]\d|30\d|31\d|39\d|5\d\d)(?:\d\d){0,2}$/;

/** Digits of a subject code, also where they are set with spaces or points: `208.05.05`; null for anything else. */
export function codeIn(text: string): string | null {
  const digits = squeeze(text).replace(/[.·．'’`]/g, '');
  return CODE.test(digits) && !/^\d{3}[.．]\d\d$/.test(squeeze(text)) ? digits : null;
}

export function kindOf(text: string): CellKind {
  if (isBlank(text)) return 'blank';
  if (isDash(text)) return 'dash';
  const bare = squeeze(text);
  if (/^\d+$/.test(bare)) {
    if (bare.length >= 5 && codeIn(bare)) return 'code';
    return 'integer';
  }
  return numbersIn(text).every((number) => amountOf(number) !== undefined) ? 'amount' : 'text';
}

/** What a column's cells are: `sequence` whole numbers that count the rows, `mixed` nothing clearly. */
export type Profile = CellKind | 'sequence' | 'mixed';

const CLEARLY = 0.75;

export function profileOf(rows: readonly Row[], at: number): Profile {
  const texts = rows.map((row) => row.cells[at]?.text ?? '').filter((text) => !isBlank(text) && !isDash(text));
  if (texts.length === 0) return 'blank';
  const kinds = texts.map(kindOf);
  const share = (kind: CellKind): number => kinds.filter((one) => one === kind).length / kinds.length;
  // amounts of three digits look like codes of a 类: only longer ones tell
  const codes = texts.filter((text) => codeIn(text) !== null).length / texts.length;
  if (codes > 0.5 && kinds.includes('code') && share('amount') < 0.3) return 'code';
  if (share('integer') > 0.8 && counts(texts)) return 'sequence';
  if (share('text') >= CLEARLY) return 'text';
  const amounts = share('amount') + share('integer');
  return amounts < CLEARLY ? 'mixed' : share('amount') > 0 ? 'amount' : 'integer';
}

function counts(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(squeeze(text)));
  const steps = numbers.slice(1).filter((number, index) => number === (numbers[index] ?? 0) + 1).length;
  return numbers.length >= 4 && steps >= (numbers.length - 1) * 0.8;
}
