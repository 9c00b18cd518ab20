import { describe, expect, it, test } from 'vitest';
import { markClaims, readingOf } from '../../app/_account/claimMarks';
import type { Claim } from '../../lib/facts';
import { madeUp } from '../metrics/madeUp';

const claims = (...printed: string[]) =>
  madeUp({ claims: printed.map((text) => ['basic_expenditure', 'final', `${text} 万元`]) }).claims.map(
    (claim, index) => ({ claim, index }),
  );

/** Marks as `[3.20]`, with the numbers of their claims where there are several. */
const marked = (text: string, ...printed: string[]): string =>
  markClaims(text, claims(...printed))
    .map(({ text, claims: [first, ...more] }) =>
      first === undefined ? text : `[${text}${more.length > 0 ? `|${1 + more.length}` : ''}]`,
    )
    .join('');

test.each<[string, string, string[], string]>([
  ['a number', '基本支出 488.13 万元', ['488.13'], '基本支出 [488.13] 万元'],
  ['numbers in order', '预算 5 万元，支出 5 万元', ['5', '5'], '预算 [5] 万元，支出 [5] 万元'],
  ['not inside a longer number', '占 12.55%，共 2.55 万元', ['2.55'], '占 12.55%，共 [2.55] 万元'],
  ['not the whole part of a decimal', '支出 4.66 万元，共 4 项', ['4'], '支出 4.66 万元，共 [4] 项'],
  ['two claims of one number', '收入、支出总计均为 9 万元', ['9', '9'], '收入、支出总计均为 [9|2] 万元'],
  ['a number that is not there', '没有数字', ['7'], '没有数字'],
  ['no claims', '第 3 行', [], '第 3 行'],
])('%s', (_name, text, printed, expected) => {
  expect(marked(text, ...printed)).toBe(expected);
});

describe('what was read, in words', () => {
  const [claim] = madeUp({ claims: [['agency_operating_cost', 'change_on_year', '1.96 万元']] }).claims as [Claim];

  it('names measure, aspect, value and unit', () => {
    expect(readingOf(claim)).toBe('机关运行经费 · 比上年增减额：1.96 万元');
  });

  it('names year, subject and direction where the sentence does', () => {
    expect(readingOf({ ...claim, year: 2022, subject: '2080505', direction: 'decrease' })).toBe(
      '2022 年机关运行经费（2080505） · 比上年增减额：减少 1.96 万元',
    );
  });
});
