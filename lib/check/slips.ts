import { digitWeight, ticksText } from './ticks';

/** A value that could stand in place of a printed one: how far it is from it in typing, and the slip that explains it. */
export interface Slip {
  /** in ticks */
  ticks: number;
  /** 0 for the likeliest slip, 1 for an unrelated number */
  cost: number;
  why: string;
}

export interface Choice {
  /** normalised decimal text of the printed number; undefined for a blank */
  printed: string | undefined;
  unit: string;
  /** decimals that its statement prints as a rule */
  decimals: number;
  /** values that the rest of the account allows, in ticks */
  low: number;
  high: number;
  /** values printed for the same quantity, or beside it, with their reason */
  known: readonly Slip[];
  /** values that make an equation hold to the last digit, with the weight of the equation */
  exact: ReadonlyMap<number, number>;
  /** why the printed number is foreign to its cell (a neighbour's amount), where it is */
  foreign?: string;
}

const LOOKALIKES = new Set('17 71 38 83 06 60 56 65 08 80 89 98 39 93 14 41'.split(' '));

/** A number as typed: its digits, and how many of them stand after the point. */
interface Typed {
  digits: string;
  decimals: number;
}
type Draft = Typed & Omit<Slip, 'ticks'>;

function* swaps({ digits, decimals }: Typed): Iterable<Draft> {
  for (let one = 0; one < digits.length; one++)
    for (let other = one + 1; other < digits.length; other++) {
      if (digits[one] === digits[other]) continue;
      const swapped = [...digits];
      [swapped[one], swapped[other]] = [swapped[other] ?? '', swapped[one] ?? ''];
      yield { digits: swapped.join(''), decimals, cost: other === one + 1 ? 0.1 : 0.2, why: '数字颠倒' };
    }
}

/** The printed text lost a digit, before or behind the point. */
function* losses({ digits, decimals }: Typed): Iterable<Draft> {
  const point = digits.length - decimals;
  for (let at = 0; at <= digits.length; at++)
    for (const digit of '0123456789') {
      const cost = digits[at] === digit || digits[at - 1] === digit ? 0.13 : 0.16;
      const draft = { digits: digits.slice(0, at) + digit + digits.slice(at), cost, why: '漏印一位数字' };
      if (at <= point) yield { ...draft, decimals };
      if (at >= point) yield { ...draft, decimals: decimals + 1 };
    }
}

/** The printed text has a digit too many. */
function* additions({ digits, decimals }: Typed, usual: number): Iterable<Draft> {
  const point = digits.length - decimals;
  for (const [at, digit] of [...digits].entries()) {
    if (at >= point && decimals <= usual) return;
    const isDouble = digits[at - 1] === digit || digits[at + 1] === digit;
    const less = digits.slice(0, at) + digits.slice(at + 1);
    const draft = isDouble ? { cost: 0.11, why: '数字重复' } : { cost: 0.16, why: '多印一位数字' };
    yield { digits: less, decimals: at >= point ? decimals - 1 : decimals, ...draft };
  }
}

function* replacements({ digits, decimals }: Typed): Iterable<Draft> {
  for (const [at, digit] of [...digits].entries())
    for (const other of '0123456789') {
      if (other === digit) continue;
      const draft = LOOKALIKES.has(digit + other)
        ? { cost: 0.2, why: '形近数字误印' }
        : { cost: 0.24, why: '一位数字误印' };
      yield { digits: digits.slice(0, at) + other + digits.slice(at + 1), decimals, ...draft };
    }
}

const SHIFTS: readonly (readonly [number, number, string])[] = [
  [1, 0.09, '小数点错位'],
  [-1, 0.09, '小数点错位'],
  [2, 0.12, '小数点错位'],
  [-2, 0.12, '小数点错位'],
  [3, 0.2, '小数点错位'],
  [-3, 0.2, '小数点错位'],
  [4, 0.12, '元与万元混用'],
  [-4, 0.12, '元与万元混用'],
  [8, 0.14, '元与亿元混用'],
  [-8, 0.14, '元与亿元混用'],
];

/** The point moved; where the printed number has more decimals than its statement, that is the likeliest slip. */
function* shifts({ digits, decimals }: Typed, usual: number): Iterable<Draft> {
  for (const [places, cost, why] of SHIFTS) {
    const odd = decimals > usual && decimals - places === usual ? 0.06 : 0;
    const moved = decimals - places;
    if (moved >= 0) {
      yield { digits, decimals: moved, cost: cost - odd, why };
      if (places !== 1) continue;
      for (const last of '0123456789') yield { digits: digits + last, decimals: moved + 1, cost: cost + 0.08, why };
    } else yield { digits: digits + '0'.repeat(-moved), decimals: 0, cost: cost - odd, why };
  }
}

function* drafts(typed: Typed, usual: number): Iterable<Draft> {
  yield* swaps(typed);
  yield* losses(typed);
  yield* additions(typed, usual);
  yield* replacements(typed);
  yield* shifts(typed, usual);
}

/** All values one slip of the keyboard away from a printed one, in ticks. */
export function slipsOf(printed: string, unit: string, usual: number): Slip[] {
  const sign = printed.startsWith('-') ? -1 : 1;
  const [whole = '', fraction = ''] = printed.replace('-', '').split('.');
  const typed = { digits: whole + fraction, decimals: fraction.length };
  const slips = [...drafts(typed, usual)].map(({ digits, decimals, cost, why }) => ({
    ticks: sign * Math.round(Number(digits) * digitWeight(decimals, unit)),
    cost,
    why,
  }));
  const value = sign * Math.round(Number(typed.digits) * digitWeight(typed.decimals, unit));
  return [...slips, { ticks: -value, cost: 0.1, why: '正负号有误' }];
}

/** Edit distance between two digit strings, as a share of the longer one. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++)
      next.push(
        Math.min(
          (next[to - 1] ?? 0) + 1,
          (row[to] ?? 0) + 1,
          (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(one.length, other.length, 1);
}

/** Values that no slip explains: the middle of what is allowed, and its ends. */
function unexplained({ low, high, unit, decimals, printed, exact }: Choice): Slip[] {
  const weight = digitWeight(decimals, unit);
  const ends = [low, high].filter(Number.isFinite);
  if (ends.length === 0) return [];
  const middle = ends.length === 2 ? (low + high) / 2 : (ends[0] ?? 0);
  const counts = [Math.round(middle / weight), Math.ceil(low / weight), Math.floor(high / weight)];
  const fitting = counts
    .filter(Number.isFinite)
    .map((count) => Math.round(count * weight))
    .filter((ticks) => ticks >= low && ticks <= high);
  const implied = [...exact.keys()].filter((ticks) => ticks >= low && ticks <= high);
  return [...new Set([...fitting, ...implied])].map((ticks) => {
    const value = ticksText(ticks, unit, decimals);
    const far = printed === undefined ? 0.5 : distance(printed.replace(/[-.]/g, ''), value.replace(/[-.]/g, ''));
    return { ticks, cost: 0.35 + 0.6 * far + (ticks < 0 ? 0.3 : 0), why: '按其他数字推算' };
  });
}

/** What it is worth that a value makes the equations around it hold to the last digit. */
const EXACT = 0.12;

/** Of the values allowed, the one with the smallest typing distance from the printed text. */
export function likeliest(choice: Choice): Slip | undefined {
  const { low, high, unit, decimals, printed, foreign } = choice;
  const typed = printed === undefined ? [] : slipsOf(printed, unit, decimals);
  const centre = Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : Number.isFinite(low) ? low : high;
  const away = (slip: Slip): number => Math.abs(slip.ticks - centre);
  const score = (slip: Slip): number => slip.cost - EXACT * (choice.exact.get(slip.ticks) ?? 0);
  const digit = digitWeight(Math.max(decimals, 2), unit);
  const fits = ({ ticks }: Slip): boolean => ticks >= low && ticks <= high && ticks % digit === 0;
  const all = [
    ...choice.known.filter(({ ticks }) => ticks >= low && ticks <= high),
    ...typed.filter(fits),
    ...unexplained(choice),
  ];
  return all
    .map((slip) => (foreign && slip.cost > 0.2 ? { ...slip, cost: 0.2, why: foreign } : slip))
    .sort((one, other) => score(one) - score(other) || away(one) - away(other))[0];
}

/** A slip's value as printed in a statement. */
export function slipText(slip: Slip, unit: string, decimals: number): string {
  const isWhole = slip.ticks % digitWeight(decimals, unit) === 0;
  return ticksText(slip.ticks, unit, isWhole ? decimals : undefined);
}
