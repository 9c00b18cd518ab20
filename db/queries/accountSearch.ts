import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { searchText } from '../searchText';
import { regionRange } from './conditions';

/** What the words of a search for accounts ask for. */
export interface SearchedAccounts {
  /** the last four-digit word that is a year */
  year?: number;
  /** numbers of the departments that match all other words; undefined: there are no other words */
  departments?: number[];
}

/** No word finds more departments than this. */
const MOST_MATCHES = 5_000;
const MOST_WORDS = 6;
const YEAR = /^((?:19|20)\d{2})(?:年|年度)?$/;

const NAMED = `SELECT d.id FROM (SELECT DISTINCT entry FROM search_terms
    WHERE kind = 'department' AND inner IN (0, 1) AND term >= ? AND term < ? LIMIT ${MOST_MATCHES}) t
  CROSS JOIN search_entries e ON e.id = t.entry
  CROSS JOIN departments d ON coalesce(d.region, '') = replace(substr(e.key, 1, 6), '000000', '') AND d.slug = substr(e.key, 8)`;
const REGIONS = `SELECT DISTINCT e.key FROM search_terms t JOIN search_entries e ON e.id = t.entry
  WHERE t.kind = 'region' AND t.inner IN (0, 1) AND t.term >= ? AND t.term < ? LIMIT 50`;
const WITHIN = `SELECT id FROM departments WHERE coalesce(region, '') >= ? AND coalesce(region, '') < ? LIMIT ${MOST_MATCHES}`;

/** Departments whose name, or a region they lie in, has the word as its beginning, or as that of a part: 工商, gsj, 榆林. */
function departmentsOf(db: Db, word: string): Set<number> {
  const bounds = [word, `${word}\u{10ffff}`];
  const named = preparedSql<{ id: number }>(db, NAMED).all(...bounds);
  const regions = preparedSql<{ key: string }>(db, REGIONS).all(...bounds);
  const within = regions.flatMap(({ key }) => preparedSql<{ id: number }>(db, WITHIN).all(...regionRange(key)));
  return new Set([...named, ...within].map(({ id }) => id));
}

/** Reads the words of a search: a year, and departments by name, pinyin, initials or region. */
export function searchAccounts(db: Db, text: string): SearchedAccounts {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const years = words.flatMap((word) => YEAR.exec(word)?.[1] ?? []);
  const named = words
    .filter((word) => !YEAR.test(word))
    .map(searchText)
    .filter(Boolean);
  const [first, ...others] = named.map((word) => departmentsOf(db, word));
  const year = years.at(-1);
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(first ? { departments: [...first].filter((id) => others.every((ids) => ids.has(id))) } : {}),
  };
}
