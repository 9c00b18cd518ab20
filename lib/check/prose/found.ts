import type { Sentence } from '../../facts';
import type { Severity } from '../../findings';
import type { Draft } from '../draft';

/** A pattern of the flat text and what it is a sign of. */
export interface Sign {
  pattern: RegExp;
  what: string;
  severity?: Severity;
}

/** Some characters around a match, so that the reader finds it. */
export function around(text: string, index: number, length: number, width = 12): string {
  const start = Math.max(0, index - width);
  const end = Math.min(text.length, index + length + width);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** One draft a sign and sentence: the first match. */
export function signDrafts(sentence: Sentence, text: string, signs: readonly Sign[]): Draft[] {
  return signs.flatMap(({ pattern, what, severity }): Draft[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    return [
      {
        ...(severity ? { severity } : {}),
        message: `“${around(text, match.index, match[0].length)}”：${what}`,
        places: [sentence.place],
        found: match[0],
      },
    ];
  });
}
