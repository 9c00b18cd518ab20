import type { Reading, Sentence } from '../facts';

/** The narrative's sentences; where the reading has none, those its claims stand in. */
export function sentencesOf(reading: Reading): Sentence[] {
  if (reading.sentences) return reading.sentences;
  const seen = new Set<string>();
  return reading.claims.flatMap(({ sentence, section, place }): Sentence[] => {
    const key = `${section.join('/')}|${sentence}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ text: sentence, kind: 'sentence', section, place }];
  });
}

/** Half-width digits, brackets and marks, no white space: for looking words up. */
export const flat = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
