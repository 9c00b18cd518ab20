import type { Reference } from '../classification';
import type { StatementReading } from '../facts';
import type { TitlePart } from './title';

/** What is known of a document before its narrative is read. */
export interface ReadContext {
  title: TitlePart;
  statements: StatementReading[];
  reference: Reference;
  /** 1-based lines already read as statements: their titles, heads, rows and notes, and the lists of statements */
  taken: ReadonlySet<number>;
}
