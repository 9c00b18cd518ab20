import type { Place } from '../lib/place';

/** The columns of a place. */
export interface PlaceColumns {
  page: number | null;
  sheet: string | null;
  placeLine: number;
  cell: number | null;
  box: Place['box'];
}

export const unpackPlace = ({ page, sheet, placeLine, cell, box }: PlaceColumns): Place => ({
  page,
  sheet,
  line: placeLine,
  cell,
  box,
});

export const packPlace = ({ page, sheet, line, cell, box }: Place): PlaceColumns => ({
  page,
  sheet,
  placeLine: line,
  cell,
  box,
});
