import type { Place } from '../../lib/place';

/** The anchor of a statement's figure in the account page: its place in the document. */
export const figureAnchor = ({ line, cell }: Pick<Place, 'line' | 'cell'>): string =>
  cell === null ? `F${line}` : `F${line}-${cell}`;

/** The anchor of a claim in the account page: its number in the reading, from 1. */
export const claimAnchor = (index: number): string => `N${index + 1}`;
