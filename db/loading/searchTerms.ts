import { pinyin } from 'pinyin-pro';
import { searchText } from '../searchText';

export interface SearchTerm {
  term: string;
  /** begins inside the text */
  inner: boolean;
}

/** Longer names are found by their first characters only. */
const LONGEST = 48;

const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' }).map((syllable) =>
    syllable.toLowerCase().replace(/[^a-z0-9]/g, ''),
  );

const endings = (parts: readonly string[]): SearchTerm[] =>
  parts.map((_, start) => ({ term: parts.slice(start).join(''), inner: start > 0 })).filter(({ term }) => term !== '');

/** Everything a name is found by: its text, its pinyin and its initials, from each character on. */
export function searchTerms(name: string): SearchTerm[] {
  const characters = [...searchText(name)].slice(0, LONGEST);
  const text = characters.join('');
  if (text === '') return [];
  const sounds = syllablesOf(text);
  const terms = [...endings(characters), ...endings(sounds), ...endings(sounds.map((sound) => sound.slice(0, 1)))];
  return [...new Map(terms.map((one) => [`${one.inner}${one.term}`, one])).values()];
}
