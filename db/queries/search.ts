import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { searchText } from '../searchText';
import { boundsOf } from './bounds';
import { type Entry, type HitKind, searchEntries } from './searchEntries';

export type { HitKind } from './searchEntries';

export interface Hit {
  kind: HitKind;
  /** department `<region>-<slug>`, region code, subject code, figure id or check id */
  id: string;
  label: string;
  /** where it belongs, e.g. the region of a department, the 类 and 款 of a 项 */
  context: string;
  /** accounts behind it, where that is known */
  accounts: number | null;
}

/** Hits of a kind: a page of them, and how many there are. */
export interface HitGroup {
  kind: HitKind;
  total: number;
  hits: Hit[];
}

/** The order of equally good hits. */
export const HIT_KINDS = [
  'department',
  'figure',
  'functional',
  'economic',
  'region',
  'check',
] as const satisfies readonly HitKind[];
/** So many terms of a kind are looked at: all departments of a large store have a 局 in their names. */
const MOST_TERMS = 12_000;
const MOST_HITS = 50;

interface Term {
  entry: number;
  /** length of the term that was found: of the shortest the query is the largest part */
  length: number;
}

const FOUND = `SELECT entry, length(term) AS length FROM search_terms
  WHERE kind = ? AND inner = ? AND term >= ? AND term < ? LIMIT ${MOST_TERMS}`;

const HAN = /\p{Script=Han}/u;

interface Candidate {
  entry: Entry;
  /** found inside its name, not at its beginning */
  inner: number;
  length: number;
  exact: boolean;
}

/** Initials that happen to fit do not bring a code forward that nobody uses; its number or name does. */
const isMeant = ({ accounts, key, label }: Entry, word: string): boolean =>
  accounts !== 0 || searchText(key) === word || searchText(label) === word;

/** Entries of a kind for one word: whole beginnings, and unless the word is a single letter beginnings inside. */
function candidatesOf(db: Db, kind: HitKind, word: string): Candidate[] {
  const entries = searchEntries(db);
  const found = new Map<number, Candidate>();
  const isShort = word.length < 2 && !HAN.test(word);
  for (const inner of isShort ? [0] : [0, 1])
    for (const { entry: id, length } of preparedSql<Term>(db, FOUND).all(kind, inner, word, `${word}\u{10ffff}`)) {
      const entry = entries.get(id);
      const known = found.get(id);
      if (!entry || (known && (known.inner < inner || known.length <= length))) continue;
      found.set(id, { entry, inner, length, exact: inner === 0 && length === word.length && isMeant(entry, word) });
    }
  return [...found.values()];
}

function matches(db: Db, { id }: Entry, word: string): boolean {
  const sql = 'SELECT 1 AS one FROM search_terms WHERE entry = ? AND term >= ? AND term < ? LIMIT 1';
  return preparedSql<{ one: number }>(db, sql).get(id, word, `${word}\u{10ffff}`) !== undefined;
}

/** A word that the entry's own terms do not hold may stand in its context: 米脂 教育. */
const isInContext = ({ context }: Entry, word: string): boolean => searchText(context).includes(word);

/** What is asked for word by word first, then what accounts stand behind, then beginnings, then the shortest. */
function compare(one: Candidate, other: Candidate): number {
  const isUnused = ({ entry }: Candidate): number => Number(entry.accounts === 0);
  return (
    Number(other.exact) - Number(one.exact) ||
    isUnused(one) - isUnused(other) ||
    one.inner - other.inner ||
    one.length - other.length ||
    HIT_KINDS.indexOf(one.entry.kind) - HIT_KINDS.indexOf(other.entry.kind) ||
    (other.entry.accounts ?? 0) - (one.entry.accounts ?? 0) ||
    (one.entry.key < other.entry.key ? -1 : 1)
  );
}

const hitOf = ({ entry: { kind, key, label, context, accounts } }: Candidate): Hit => ({
  kind,
  id: key,
  label,
  context,
  accounts,
});

/** The words of a text, the longest first: it finds the fewest. */
const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .slice(0, 6)
    .map(searchText)
    .filter(Boolean)
    .sort((one, other) => other.length - one.length);

function found(db: Db, kinds: readonly HitKind[], [first, ...others]: readonly string[]): Candidate[] {
  if (first === undefined) return [];
  return kinds
    .flatMap((kind) => candidatesOf(db, kind, first))
    .filter(({ entry }) => others.every((word) => isInContext(entry, word) || matches(db, entry, word)))
    .sort(compare);
}

/**
 * Departments, regions, codes, figures and checks that match every word: by part of the name, by the start of a code, by pinyin
 * (`jiguanyunxing`) or its initials (`jgyxjf`); the very word first, and codes that nobody uses last.
 */
export async function search(
  db: Db,
  text: string,
  options: { kinds?: readonly HitKind[]; limit?: number } = {},
): Promise<Hit[]> {
  const { limit } = boundsOf(options.limit === undefined ? {} : { limit: options.limit }, 20, MOST_HITS);
  return snapshot(db, () =>
    found(db, options.kinds ?? HIT_KINDS, wordsOf(text))
      .slice(0, limit)
      .map(hitOf),
  );
}

/** The same by kind, that of the best hit first, a page of each; kinds without hits are left out. */
export async function searchGroups(
  db: Db,
  text: string,
  options: { kinds?: readonly HitKind[]; limit?: number; offset?: number } = {},
): Promise<HitGroup[]> {
  const { limit, offset } = boundsOf(options, 6, MOST_HITS);
  return snapshot(db, () => {
    const groups = new Map<HitKind, Candidate[]>();
    for (const candidate of found(db, options.kinds ?? HIT_KINDS, wordsOf(text))) {
      const known = groups.get(candidate.entry.kind);
      if (known) known.push(candidate);
      else groups.set(candidate.entry.kind, [candidate]);
    }
    return [...groups].map(([kind, of]) => ({
      kind,
      total: of.length,
      hits: of.slice(offset, offset + limit).map(hitOf),
    }));
  });
}
