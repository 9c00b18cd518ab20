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

/** The values of a place in the order of its columns, for loading. */
export const placeValues = ({ page, sheet, line, cell, box }: Place): (string | number | null)[] => [
  page,
  sheet,
  line,
  cell,
  box && JSON.stringify(box),
];
