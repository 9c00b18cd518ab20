import type { Place } from '../../lib/place';

/** The columns of a place of rows `f`, for queries written as text. */
export const PLACE_COLUMNS =
  'f.place_page AS page, f.place_sheet AS sheet, f.place_line AS placeLine, f.place_cell AS cell, f.place_box AS box';

export interface PlaceTextColumns {
  page: number | null;
  sheet: string | null;
  placeLine: number;
  cell: number | null;
  /** JSON */
  box: string | null;
}

export const placeOf = ({ page, sheet, placeLine, cell, box }: PlaceTextColumns): Place => ({
  page,
  sheet,
  line: placeLine,
  cell,
  box: box === null ? null : (JSON.parse(box) as Place['box']),
});
