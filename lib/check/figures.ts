import type { MeasureId } from '../measures';
import type { Place } from '../place';
import type { ColumnId, Side, StatementId } from '../statements';
import type { Span } from './ticks';

/**
 * printed: an amount of a statement · blank: an empty cell of a printed row, zero unless the account says otherwise ·
 * missing: a row that other statements have and this one does not print · claim: a number of the narrative.
 */
export type FigureKind = 'printed' | 'blank' | 'missing' | 'claim';

/** One variable of the account: what is printed at a place, and the values it can stand for. */
export interface Figure extends Span {
  index: number;
  kind: FigureKind;
  label: string;
  statement: StatementId | null;
  side: Side | null;
  line: string | null;
  column: ColumnId | null;
  measure: MeasureId | null;
  printed: string;
  decimals: number;
  unit: string;
  place: Place | null;
  fact: number | null;
  claim: number | null;
  /** balances and differences can be below zero, most amounts cannot */
  signed: boolean;
}

/** A figure that has not been numbered yet. */
export const UNNUMBERED = -1;

/** The figures of one account, numbered in the order of their making. */
export class Figures {
  readonly all: Figure[] = [];

  /** Numbers the figure it is given and keeps it. */
  add(figure: Figure): Figure {
    figure.index = this.all.length;
    this.all.push(figure);
    return figure;
  }

  at(index: number): Figure {
    const figure = this.all[index];
    if (!figure) throw new RangeError(`no such figure: ${index}`);
    return figure;
  }
}

export const isPrinted = (figure: Figure): boolean => figure.kind === 'printed' || figure.kind === 'claim';
