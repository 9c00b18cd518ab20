import type { Reference } from '../../classification';
import type { Claim, StatementReading, Unread } from '../../facts';
import type { DocumentModel } from '../document';
import { classNames } from './classNames';
import { Narrator } from './narrator';
import { readParagraphs } from './paragraphs';
import { buildWords } from './words';

export interface ClaimsReading {
  claims: Claim[];
  unread: Unread[];
}

/** What is known before the narrative is read; a fragment may know nothing of its department and year. */
export interface NarrativeContext {
  title: { department: string | null; fiscalYear: number | null } | null;
  statements: readonly StatementReading[];
  reference: Reference;
  /** 1-based lines already read as statements, lists and performance tables */
  taken: ReadonlySet<number>;
}

const vocabularies = new WeakMap<Reference, ReturnType<typeof buildWords>>();

function wordsOf(reference: Reference): ReturnType<typeof buildWords> {
  const known = vocabularies.get(reference);
  if (known) return known;
  const words = buildWords(classNames(reference));
  vocabularies.set(reference, words);
  return words;
}

/** The numbers that the narrative asserts, and those of its sentences that nothing explains. Never throws for odd text. */
export function readClaims(model: DocumentModel, context: NarrativeContext): ClaimsReading {
  const narrator = new Narrator(wordsOf(context.reference), context.title);
  for (const paragraph of readParagraphs(model, context.taken)) narrator.read(paragraph);
  return { claims: narrator.claims, unread: narrator.unread };
}
