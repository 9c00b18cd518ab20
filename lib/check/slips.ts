import { Decimal } from '../amount';
import { digitWeight, ticksText, toTicks } from './ticks';

/** A value that could stand in place of a printed one: how far it is from it in typing, and the slip that explains it. */
export interface Slip {
  /** normalised decimal text */
  value: string;
  /** 0 for the likeliest slip, 1 for an unrelated number */
  cost: number;
  why: string;
}

const LOOKALIKES = new Set([
  '17',
  '71',
  '38',
  '83',
  '06',
  '60',
  '56',
  '65',
  '08',
  '80',
  '89',
  '98',
  '39',
  '93',
  '14',
  '41',
]);

interface Text {
  sign: string;
  digits: string;
  /** digits after the point */
  decimals: number;
}

function textOf(value: string): Text {
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  return { sign, digits: whole + fraction, decimals: fraction.length };
}

function valueOf({ sign, digits, decimals }: Text): string {
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '');
  return `${sign}${whole}${decimals > 0 ? `.${padded.slice(padded.length - decimals)}` : ''}`;
}

function swaps(text: Text): Slip[] {
  const { digits } = text;
  const found: Slip[] = [];
  for (let one = 0; one < digits.length; one++)
    for (let other = one + 1; other < digits.length; other++) {
      if (digits[one] === digits[other]) continue;
      const swapped = [...digits];
      [swapped[one], swapped[other]] = [swapped[other] ?? '', swapped[one] ?? ''];
      const cost = other === one + 1 ? 0.1 : 0.2;
      found.push({ value: valueOf({ ...text, digits: swapped.join('') }), cost, why: '数字颠倒' });
    }
  return found;
}

/** The printed text lost a digit, before or behind the point. */
function losses(text: Text): Slip[] {
  const { digits, decimals } = text;
  const point = digits.length - decimals;
  const found: Slip[] = [];
  for (let at = 0; at <= digits.length; at++)
    for (let digit = 0; digit <= 9; digit++) {
      const more = digits.slice(0, at) + digit + digits.slice(at);
      const isDouble = digits[at] === String(digit) || digits[at - 1] === String(digit);
      const slip = { cost: isDouble ? 0.13 : 0.16, why: '漏印一位数字' };
      if (at <= point) found.push({ ...slip, value: valueOf({ ...text, digits: more }) });
      if (at >= point) found.push({ ...slip, value: valueOf({ ...text, digits: more, decimals: decimals + 1 }) });
    }
  return found;
}

/** The printed text has a digit too many. */
function additions(text: Text): Slip[] {
  const { digits, decimals } = text;
  const point = digits.length - decimals;
  return [...digits].map((digit, at) => {
    const isDouble = digits[at - 1] === digit || digits[at + 1] === digit;
    const less = {
      ...text,
      digits: digits.slice(0, at) + digits.slice(at + 1),
      decimals: at >= point ? decimals - 1 : decimals,
    };
    return { value: valueOf(less), cost: isDouble ? 0.11 : 0.16, why: isDouble ? '数字重复' : '多印一位数字' };
  });
}

function replacements(text: Text): Slip[] {
  return [...text.digits].flatMap((digit, at) =>
    [...'0123456789'].flatMap((other) => {
      if (other === digit) return [];
      const digits = text.digits.slice(0, at) + other + text.digits.slice(at + 1);
      const isAlike = LOOKALIKES.has(digit + other);
      return [
        {
          value: valueOf({ ...text, digits }),
          cost: isAlike ? 0.2 : 0.24,
          why: isAlike ? '形近数字误印' : '一位数字误印',
        },
      ];
    }),
  );
}

function shifts(value: string, decimals: number): Slip[] {
  const number = new Decimal(value);
  const scaled = (power: number, cost: number, why: string): Slip => {
    const moved = number.times(new Decimal(10).pow(power));
    return { value: moved.toFixed(Math.max(moved.decimalPlaces(), decimals)), cost, why };
  };
  return [
    ...[1, -1, 2, -2].map((power) => scaled(power, 0.12, '小数点错位')),
    ...[3, -3].map((power) => scaled(power, 0.2, '小数点错位')),
    scaled(4, 0.12, '单位误作亿元、元与万元之别'),
    scaled(-4, 0.12, '元误作万元'),
    { value: value.startsWith('-') ? value.slice(1) : `-${value}`, cost: 0.1, why: '正负号有误' },
  ];
}

/** All values one slip of the keyboard away from a printed one. */
export function slipsOf(value: string, decimals: number): Slip[] {
  const text = textOf(value);
  return [...swaps(text), ...losses(text), ...additions(text), ...replacements(text), ...shifts(value, decimals)];
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

export interface Choice {
  /** normalised decimal text of the printed number; undefined for a blank */
  printed: string | undefined;
  unit: string;
  /** decimals to print */
  decimals: number;
  low: number;
  high: number;
  /** values printed for the same quantity, or beside it, with their reason */
  known: readonly Slip[];
  /** why the printed number is foreign to its cell (a neighbour's amount), where it is */
  foreign?: string;
}

function usual(slip: Slip, decimals: number): Slip {
  const value = new Decimal(slip.value);
  return value.decimalPlaces() <= decimals ? { ...slip, value: value.toFixed(decimals) } : slip;
}

function nearest(choice: Choice): Slip[] {
  const { low, high, unit, decimals, printed } = choice;
  const weight = digitWeight(decimals, unit);
  const ends = [low, high].filter(Number.isFinite);
  if (ends.length === 0) return [];
  const middle = ends.length === 2 ? (low + high) / 2 : (ends[0] ?? 0);
  const rounded = [Math.round(middle / weight), Math.ceil(low / weight), Math.floor(high / weight)]
    .filter(Number.isFinite)
    .map((count) => count * weight)
    .filter((ticks) => ticks >= low && ticks <= high);
  return [...new Set(rounded)].map((ticks) => {
    const value = ticksText(ticks, unit, decimals);
    const far = printed === undefined ? 0.5 : distance(printed.replace(/[-.]/g, ''), value.replace(/[-.]/g, ''));
    return { value, cost: 0.35 + 0.6 * far + (ticks < 0 ? 0.3 : 0), why: choice.foreign ?? '与其他数字推算的结果不符' };
  });
}

/** Of the values allowed, the one with the smallest typing distance from the printed text. */
export function likeliest(choice: Choice): Slip | undefined {
  const { low, high, unit, decimals, printed, foreign } = choice;
  const typed = printed === undefined ? [] : slipsOf(printed, decimals).map((slip) => usual(slip, decimals));
  const fits = (slip: Slip): boolean => {
    const ticks = toTicks(slip.value, unit);
    const isFine = new Decimal(slip.value).decimalPlaces() <= Math.max(decimals, 2);
    return isFine && ticks >= low - 0.5 && ticks <= high + 0.5;
  };
  const centre = Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : Number.isFinite(low) ? low : high;
  const all = [...choice.known, ...typed, ...nearest(choice)]
    .filter((slip) => slip.value !== printed && fits(slip))
    .map((slip) => (foreign && slip.cost > 0.2 ? { ...slip, cost: 0.2, why: foreign } : slip));
  const away = (slip: Slip): number => Math.abs(toTicks(slip.value, unit) - centre);
  return all.sort((one, other) => one.cost - other.cost || away(one) - away(other))[0];
}
