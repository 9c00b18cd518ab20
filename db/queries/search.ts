import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { searchText } from '../searchText';
import { boundsOf } from './bounds';
import { departmentNumber } from './departmentColumns';

export type HitKind = 'department' | 'region' | 'functional' | 'economic' | 'figure' | 'check';

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

/** The order of equally good hits. */
const KINDS = [
  'department',
  'figure',
  'functional',
  'economic',
  'region',
  'check',
] as const satisfies readonly HitKind[];
/** So many candidates of a kind are looked at. */
const MOST_CANDIDATES = 60;
const MOST_HITS = 50;

interface Candidate {
  id: number;
  kind: HitKind;
  key: string;
  label: string;
  context: string;
  inner: number;
  /** length of the term that was found: of the shortest the query is the largest part */
  length: number;
}

const FOUND = `SELECT e.id, e.kind, e.key, e.label, e.context, t.inner, length(t.term) AS length
  FROM (SELECT entry, inner, term FROM search_terms WHERE kind = ? AND inner = ? AND term >= ? AND term < ? LIMIT ?) t
  JOIN search_entries e ON e.id = t.entry`;

const HAN = /\p{Script=Han}/u;

/** Candidates of a kind for one word: whole beginnings, and unless the word is a single letter beginnings inside. */
function candidatesOf(db: Db, kind: HitKind, word: string): Candidate[] {
  const found = preparedSql<Candidate>(db, FOUND);
  const beyond = `${word}\u{10ffff}`;
  const whole = found.all(kind, 0, word, beyond, MOST_CANDIDATES);
  if (word.length < 2 && !HAN.test(word)) return whole;
  return [...whole, ...found.all(kind, 1, word, beyond, MOST_CANDIDATES)];
}

function matches(db: Db, { id }: Candidate, word: string): boolean {
  const sql = 'SELECT 1 AS one FROM search_terms WHERE entry = ? AND term >= ? AND term < ? LIMIT 1';
  return preparedSql<{ one: number }>(db, sql).get(id, word, `${word}\u{10ffff}`) !== undefined;
}

/** A word that the entry's own terms do not hold may stand in its context: 米脂 教育. */
const isInContext = ({ context }: Candidate, word: string): boolean => searchText(context).includes(word);

const score = ({ inner, length, kind }: Candidate, word: string): number =>
  (inner === 1 ? 1_000 : 0) + (length === word.length ? 0 : 100) + length + KINDS.indexOf(kind) / 10;

function accountsBehind(db: Db, { kind, key }: Candidate): number | null {
  if (kind === 'department') {
    const number = departmentNumber(db, key);
    const sql = 'SELECT count(*) AS n FROM accounts WHERE department = ?';
    return preparedSql<{ n: number }>(db, sql).get(number ?? -1)?.n ?? 0;
  }
  if (kind === 'functional' || kind === 'economic') {
    const table = kind === 'functional' ? 'region_spending' : 'region_basic_spending';
    const sql = `SELECT sum(departments) AS n FROM ${table} WHERE region = '000000' AND own = 0 AND level = ? AND code = ?`;
    return preparedSql<{ n: number | null }>(db, sql).get((key.length - 1) / 2, key)?.n ?? 0;
  }
  if (kind === 'region') {
    const sql = 'SELECT sum(departments) AS n FROM region_years WHERE region = ?';
    return preparedSql<{ n: number | null }>(db, sql).get(key)?.n ?? 0;
  }
  return null;
}

/** Codes that no account uses come last among their like. */
const UNUSED = 500;

/**
 * Departments, regions, codes, figures and checks that match every word: by part of the name, by the start of a code, by pinyin
 * (`jiguanyunxing`) or its initials (`jgyxjf`); whole beginnings first.
 */
export async function search(
  db: Db,
  text: string,
  options: { kinds?: readonly HitKind[]; limit?: number } = {},
): Promise<Hit[]> {
  const words = text.split(/\s+/).slice(0, 6).map(searchText).filter(Boolean);
  const [first, ...others] = words.sort((one, other) => other.length - one.length);
  if (first === undefined) return [];
  const { limit } = boundsOf(options.limit === undefined ? {} : { limit: options.limit }, 20, MOST_HITS);
  return snapshot(db, () => {
    const found = new Map<number, { candidate: Candidate; rank: number }>();
    for (const kind of options.kinds ?? KINDS)
      for (const candidate of candidatesOf(db, kind, first)) {
        const rank = score(candidate, first);
        if ((found.get(candidate.id)?.rank ?? Number.POSITIVE_INFINITY) > rank)
          found.set(candidate.id, { candidate, rank });
      }
    return [...found.values()]
      .filter(({ candidate }) => others.every((word) => matches(db, candidate, word) || isInContext(candidate, word)))
      .map(({ candidate, rank }) => {
        const accounts = accountsBehind(db, candidate);
        return { candidate, accounts, rank: accounts === 0 ? rank + UNUSED : rank };
      })
      .sort((one, other) => one.rank - other.rank || (one.candidate.key < other.candidate.key ? -1 : 1))
      .slice(0, limit)
      .map(({ candidate: { kind, key, label, context }, accounts }) => ({ kind, id: key, label, context, accounts }));
  });
}
