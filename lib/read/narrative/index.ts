import type { Reference } from '../../classification';
import type { Claim, Sentence, StatementReading, Unread } from '../../facts';
import type { DocumentModel } from '../document';
import { classNames, levelsByName, titlesOf } from './classNames';
import type { MarkedText } from './markedText';
import { Narrator } from './narrator';
import { readParagraphs } from './paragraphs';
import { readSentences } from './sentences';
import type { Vocabulary } from './tokens';
import { buildWords } from './words';

export interface ClaimsReading {
  claims: Claim[];
  unread: Unread[];
  /** as printed, for the checks of wording */
  sentences: Sentence[];
}

/** What is known before the narrative is read; a fragment may know nothing of its department and year. */
export interface NarrativeContext {
  title: { department: string | null; fiscalYear: number | null } | null;
  statements: readonly StatementReading[];
  reference: Reference;
  /** 1-based lines already read as statements, lists and performance tables */
  taken: ReadonlySet<number>;
}

const vocabularies = new WeakMap<Reference, Vocabulary>();

function vocabularyOf(reference: Reference): Vocabulary {
  const known = vocabularies.get(reference);
  if (known) return known;
  const levels = levelsByName(reference);
  const words = buildWords(classNames(reference));
  const vocabulary: Vocabulary = { words, names: reference.functional, levels, titles: titlesOf(levels) };
  vocabularies.set(reference, vocabulary);
  return vocabulary;
}

/** The year a fragment without a title is about: the one it names most, the later of two. */
function commonestYear(paragraphs: readonly MarkedText[]): number | null {
  const counts = new Map<number, number>();
  for (const { text } of paragraphs)
    for (const [, year] of text.matchAll(/(?<![与较比和同\d])((?:19|20)\d\d)年/g))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const ranked = [...counts].sort(([year, count], [other, times]) => times - count || other - year);
  return ranked[0]?.[0] ?? null;
}

/** The numbers that the narrative asserts, and those of its sentences that nothing explains. Never throws for odd text. */
export function readClaims(model: DocumentModel, context: NarrativeContext): ClaimsReading {
  const paragraphs = readParagraphs(model, context.taken);
  const department = context.title?.department ?? null;
  const fiscalYear = context.title?.fiscalYear ?? commonestYear(paragraphs);
  const narrator = new Narrator(vocabularyOf(context.reference), { department, fiscalYear });
  for (const paragraph of paragraphs) narrator.read(paragraph);
  return { claims: narrator.claims, unread: narrator.unread, sentences: readSentences(paragraphs) };
}
