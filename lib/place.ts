/** Where a figure stands in its document. `line` is 1-based (of the text, or the row of a sheet); `cell` is 0-based. */
export interface Place {
  page: number | null;
  sheet: string | null;
  line: number;
  cell: number | null;
  box: [number, number, number, number] | null;
}

export function placeAt(line: number, cell: number | null = null, more: Partial<Place> = {}): Place {
  return { page: null, sheet: null, box: null, ...more, line, cell };
}

/** The anchor of a place in the source view. */
export const anchorOf = (place: Pick<Place, 'line'>): string => `L${place.line}`;
