import { millionthsText } from '../../db/queries/millionths';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** 分 as 万元, as many decimals as there are, at least two. */
export function moneyText(fen: number): string {
  const [whole = '0', fraction] = millionthsText(Math.abs(fen)).split('.');
  return `${fen < 0 ? '−' : ''}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** A quotient of whole numbers, rounded half up at the second decimal. */
export function quotientText(dividend: bigint, divisor: bigint): string {
  const [top, bottom] = [abs(dividend) * 100n, abs(divisor)];
  const hundredths = String((top * 2n + bottom) / (bottom * 2n)).padStart(3, '0');
  const isNegative = dividend < 0n !== divisor < 0n && !/^0+$/.test(hundredths);
  return `${isNegative ? '−' : ''}${grouped(hundredths.slice(0, -2))}.${hundredths.slice(-2)}`;
}

export const percentText = (part: number, whole: number): string => quotientText(BigInt(part) * 100n, BigInt(whole));

/** A sum of printed amounts in 分, with half the weight of their last digits. */
export interface Weighed {
  fen: number;
  half: number;
}

export interface Growth {
  text: string;
  /** what rounding leaves open, where that is a whole point of a per cent or more */
  open: string | null;
}

/** Growth in per cent; undefined where the level before may be zero or less. */
export function growthOf(now: Weighed, before: Weighed): Growth | undefined {
  if (before.fen - before.half <= 0) return undefined;
  const at = (one: number, other: number): string => percentText(one - other, other);
  const [low, high] = [
    at(now.fen - now.half, before.fen + before.half),
    at(now.fen + now.half, before.fen - before.half),
  ];
  const spread =
    (now.fen + now.half) / (before.fen - before.half) - (now.fen - now.half) / (before.fen + before.half) >= 0.01;
  return { text: at(now.fen, before.fen), open: spread ? `尾差使它在 ${low}% 与 ${high}% 之间` : null };
}
