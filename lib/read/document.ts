import type { Place } from '../place';

/** A document as any producer (plain text, PDF, Word, Excel, HTML) delivers it: sections of paragraphs and grids, in reading order. */
export interface DocumentModel {
  mediaType: string;
  sections: Section[];
}

/** A page or a sheet; plain text is one section without either. */
export interface Section {
  page: number | null;
  sheet: string | null;
  blocks: Block[];
}

export type Block = Paragraph | Grid;

/** One line of running text. */
export interface Paragraph {
  kind: 'paragraph';
  text: string;
  place: Place;
}

/** A table: rows of cells as printed, spans already repeated as empty cells. */
export interface Grid {
  kind: 'grid';
  rows: GridRow[];
}

export interface GridRow {
  cells: GridCell[];
  place: Place;
}

export interface GridCell {
  text: string;
  place: Place;
}
