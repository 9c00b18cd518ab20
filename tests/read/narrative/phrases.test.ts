import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/facts';
import { readNarrative } from './reference';

/** Blocks of made-up text; below each, indented, the claims it makes and the numbers it leaves unread. */
const blocks = readFileSync(new URL('./phrases.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\n\n/)
  .map((block) => block.split('\n'))
  .map((lines) => ({
    text: lines.filter((line) => !line.startsWith('  ')).join('\n'),
    expected: lines.filter((line) => line.startsWith('  ')).map((line) => line.trim()),
  }));

const claimLine = ({ measure, aspect, subject, printed, unit, direction, base }: Claim): string =>
  [measure, aspect, subject && `<${subject}>`, printed, unit, direction, base && `of ${base}`]
    .filter(Boolean)
    .join(' ');

function linesOf(text: string): string[] {
  const { claims, unread } = readNarrative(text);
  return [...claims.map(claimLine), ...unread.map(({ numbers }) => `unread ${numbers.join(' ')}`)];
}

describe('phrases of other provinces', () => {
  it('are many', () => expect(blocks.length).toBeGreaterThanOrEqual(60));
  it.each(blocks)('$text', ({ text, expected }) => expect(linesOf(text)).toEqual(expected));
});
