import type { EmptyCell } from '../lib/facts';
import type { Place } from '../lib/place';
import type { ColumnId } from '../lib/statements';

/** An empty cell in its line: column, cell of the line's own place (else a whole place), and what is printed unless blank. */
export type PackedEmptyCell =
  | [column: ColumnId, place: number | null | Place]
  | [column: ColumnId, place: number | null | Place, kind: EmptyCell['kind'], printed: string];

const onLine = (place: Place, line: Place): boolean =>
  place.page === line.page && place.sheet === line.sheet && place.line === line.line && place.box === null;

/** Most cells of a statement are blank, so they are stored in few characters. */
export function packEmptyCell({ column, printed, kind, place }: EmptyCell, line: Place): PackedEmptyCell {
  const where = onLine(place, line) ? place.cell : place;
  return kind === 'blank' && printed === '' ? [column, where] : [column, where, kind, printed];
}

export function unpackEmptyCell([column, where, kind, printed]: PackedEmptyCell, line: Place): EmptyCell {
  const place =
    typeof where === 'object' && where !== null
      ? where
      : { page: line.page, sheet: line.sheet, line: line.line, cell: where, box: null };
  return { column, printed: printed ?? '', kind: kind ?? 'blank', place };
}
