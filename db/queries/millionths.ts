import type { Figure } from './figures';
import type { Money } from './spending';

const DIGITS = 6;

/** Millionths of a unit, for money 分 of 万元, as decimal text: exact, with at least `decimals` digits after the point. */
export function millionthsText(millionths: number, decimals = 2): string {
  const digits = String(Math.abs(millionths)).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '').padEnd(Math.min(decimals, DIGITS), '0');
  return `${millionths < 0 ? '-' : ''}${digits.slice(0, -DIGITS)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The millionths that a decimal text of at most six decimals stands for. */
export function millionthsIn(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.');
  return Number(`${whole}${fraction.padEnd(DIGITS, '0')}`);
}

/** An amount in 分 with half the weight of its last digits, as 万元. */
export const moneyOf = (fen: number, half: number): Money => ({
  value: millionthsText(fen),
  low: millionthsText(fen - half),
  high: millionthsText(fen + half),
});

export const moneyWithin = (value: number, low: number, high: number): Money => ({
  value: millionthsText(value),
  low: millionthsText(low),
  high: millionthsText(high),
});

export interface FigureColumns {
  value: number;
  low: number;
  high: number;
  decimals: number;
  source: Figure['source'];
  disputed: number;
  reason: string | null;
  line: number | null;
}

/** A stored figure in its unit. */
export const figureOf = (row: FigureColumns, unit: string): Figure => ({
  value: millionthsText(row.value, row.decimals),
  low: millionthsText(row.low, row.decimals),
  high: millionthsText(row.high, row.decimals),
  unit,
  decimals: row.decimals,
  source: row.source,
  disputed: row.disputed === 1,
  reason: row.reason,
  line: row.line,
});
