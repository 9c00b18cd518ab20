import { describe, expect, test } from 'vitest';
import { checkYears } from '../../lib/check';
import type { Claim, Reading } from '../../lib/facts';
import { readingOf } from './account';
import { account, fiscal, summary, table } from './sources';

const earlier = readingOf({
  ...account(
    summary({ grand_total: '100.00' }, { closing: '12.34' }),
    fiscal({}, { closing: ['12.34', '10.34', '2.00', null] }),
    table('general_budget_expenditure', ['total'], { total: ['3.00'], '2010101': ['1.00'], '2010102': ['2.00'] }),
  ),
  year: 2021,
});

/** The year after, with its opening balance and what its narrative says of the year before. */
function later(opening: string, changes: Partial<Claim>[] = [], codes = ['2010101', '2010102']): Reading {
  const source = account(
    summary({ opening, grand_total: '120.00' }),
    table('general_budget_expenditure', ['total'], {
      total: ['2.00'],
      ...Object.fromEntries(codes.map((code) => [code, ['1.00']])),
    }),
  );
  const reading = readingOf({
    ...source,
    claims: [
      { measure: 'total_revenue', value: '120.00' },
      ...changes.map(() => ({ measure: 'total_revenue' as const, value: '0' })),
    ],
    year: 2022,
  });
  const sentence = '收入总计 120 万元，比上年增加。';
  return {
    ...reading,
    claims: reading.claims.map((claim, at) => ({ ...claim, sentence, ...(at > 0 ? changes[at - 1] : {}) })),
  };
}

const change = (value: string): Partial<Claim> => ({
  aspect: 'change_on_year',
  value,
  decimals: 2,
  direction: 'increase',
});
const checks = (reading: Reading): string[] => checkYears(earlier, reading).map((finding) => finding.check);

describe('two years of one department', () => {
  test.each([
    ['12.34', []],
    ['12.35', []],
    ['12.36', ['X-23']],
  ])('an opening balance of %s after a closing one of 12.34', (opening, expected) => {
    expect(checks(later(opening))).toEqual(expected);
  });

  test.each([
    ['20.00', []],
    ['20.01', []],
    ['20.05', ['N-18']],
  ])('120 is %s more than the 100 of the year before', (value, expected) => {
    expect(checks(later('12.34', [change(value)]))).toEqual(expected);
  });

  test('a stated figure of the year before', () => {
    const stated = (value: string): Partial<Claim> => ({ aspect: 'prior_year', value, decimals: 2 });
    expect(checks(later('12.34', [stated('100.00')]))).toEqual([]);
    expect(checks(later('12.34', [stated('101.00')]))).toEqual(['N-18']);
  });

  test('headings that vanish or appear are a note', () => {
    const [finding] = checkYears(earlier, later('12.34', [], ['2010101', '2010150']));
    expect(finding).toMatchObject({ check: 'X-29', severity: 'note' });
    expect(finding?.message).toMatch(/没有的科目：2010102.*新出现的科目：2010150/);
  });
});
