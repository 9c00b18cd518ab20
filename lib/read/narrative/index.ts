import type { Claim, Unread } from '../../facts';
import type { ReadContext } from '../context';
import type { DocumentModel } from '../document';

export interface ClaimsReading {
  claims: Claim[];
  unread: Unread[];
}

/** The numbers that the narrative asserts. */
export function readClaims(_model: DocumentModel, _context: ReadContext): ClaimsReading {
  return { claims: [], unread: [] };
}
