import { FEN_PER_UNIT, isMoneyUnit } from '../lib/amount';

/** The columns of a number: money as whole 分, and its exact text only where 分, unit and decimals do not give it back. */
export interface AmountColumns {
  fen: number | null;
  exact: string | null;
  decimals: number;
  unit: string;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Units are powers of ten of 分, so a text is as many whole 分 as its digits say once the point is moved; null where they are none. */
export function wholeFen(value: string, unit: string): number | null {
  if (!isMoneyUnit(unit) || !PLAIN.test(value)) return null;
  const places = String(FEN_PER_UNIT[unit]).length - 1;
  const [whole = '', fraction = ''] = value.split('.');
  if (/[1-9]/.test(fraction.slice(places))) return null;
  const fen = Number(whole + fraction.slice(0, places).padEnd(places, '0'));
  // -0.00 is 0 分; its sign stays in the text
  return Number.isSafeInteger(fen) ? fen || 0 : null;
}

/** An amount's text is its digits with the point moved: reading a store needs no arithmetic. */
function textOf(fen: number, unit: string, decimals: number): string | null {
  if (!isMoneyUnit(unit)) return null;
  const places = String(FEN_PER_UNIT[unit]).length - 1;
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const whole = `${fen < 0 ? '-' : ''}${digits.slice(0, -places)}`;
  return decimals === 0 ? whole : `${whole}.${digits.slice(-places).padEnd(decimals, '0').slice(0, decimals)}`;
}

/** `value` is normalised decimal text in `unit`; a number that is no money, or no whole number of 分, keeps its text. */
export function packAmount(value: string, unit: string, decimals: number): AmountColumns {
  const fen = wholeFen(value, unit);
  const restored = fen === null ? null : textOf(fen, unit, decimals);
  return { fen, exact: restored === value ? null : value, decimals, unit };
}

/** The text that was packed, to the last digit. */
export function unpackAmount({ fen, exact, decimals, unit }: AmountColumns): string {
  const value = exact ?? (fen === null ? null : textOf(fen, unit, decimals));
  if (value === null) throw new Error(`number without value: ${fen} ${exact} ${unit}`);
  return value;
}
