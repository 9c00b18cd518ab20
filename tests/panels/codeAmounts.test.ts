import { describe, expect, it, test } from 'vitest';
import { amountCell, disputeOf, growthCell, shareCell, spanOf } from '../../lib/panels/codeAmounts';
import { type CodeYear, codeYearsChart } from '../../lib/panels/codeCharts';

const money = (value: string, half = '0.005') => ({
  value,
  low: String(Number(value) - Number(half)),
  high: String(Number(value) + Number(half)),
});

describe('shares and growth', () => {
  test.each([
    ['25.00', '100.00', '25.00'],
    ['100.00', '100.00', '100.00'],
    ['-5.00', '100.00', '−5.00'],
    ['0.00', '100.00', '0.00'],
    ['1.00', '0.00', '—'],
    ['1.00', '-4.00', '—'],
  ])('%s of %s', (part, whole, text) => {
    expect(shareCell(money(part), money(whole)).text).toBe(text);
  });

  test.each([
    ['110.00', '100.00', '+10.00'],
    ['90.00', '100.00', '−10.00'],
    ['100.00', '100.00', '0.00'],
    ['100.00', '0.00', '—'],
    ['100.00', '-1.00', '—'],
  ])('%s after %s', (now, before, text) => {
    expect(growthCell(money(now), money(before)).text).toBe(text);
  });

  it('a growth carries the bounds that rounding allows', () => {
    const { low, high, value } = growthCell(money('110.00'), money('100.00'));
    expect(Number(low)).toBeCloseTo(9.9895, 4);
    expect(Number(high)).toBeCloseTo(10.0105, 4);
    expect(value).toBe('10');
  });

  it('a missing side leaves a reason, never a number', () => {
    expect(growthCell(money('1.00'), undefined)).toMatchObject({ value: null, reason: '上一年度没有数字' });
    expect(shareCell(undefined, money('1.00'))).toMatchObject({ value: null, status: 'missing' });
  });
});

it('an amount of one account keeps its own decimals, a sum has two', () => {
  const amount = { value: '1234.567', low: '1234.5665', high: '1234.5675' };
  expect(amountCell(amount, { disputed: false }).text).toBe('1,234.57');
  expect(amountCell(amount, { disputed: false, own: true }).text).toBe('1,234.567');
});

test.each([
  [[], []],
  [[2021], [2021]],
  [
    [2023, 2021],
    [2021, 2022, 2023],
  ],
  [[2000, 2023], Array.from({ length: 12 }, (_, at) => 2012 + at)],
])('the years of %j', (given, expected) => {
  expect(spanOf(given)).toEqual(expected);
});

describe('the columns of a code', () => {
  const year = (more: Partial<CodeYear>): CodeYear => ({
    year: 2021,
    amount: money('10.00'),
    first: null,
    second: null,
    disputed: false,
    stored: true,
    ...more,
  });
  const drawn = (years: readonly CodeYear[]) => {
    const { series } = codeYearsChart('208', { first: '基本', second: '项目' }, years, '').option as {
      series: { name: string; data: { value: unknown; label?: { formatter: string } }[] }[];
    };
    return Object.fromEntries(
      series.map(({ name, data }) => [name, data.map(({ value, label }) => label?.formatter ?? value)]),
    );
  };

  it('stacks the printed parts', () => {
    expect(drawn([year({ first: money('4.00'), second: money('6.00') })])).toEqual({
      基本: [4],
      项目: [6],
      合计: ['10.00'],
    });
  });

  it('parts that contradict the amount are not stacked to another height', () => {
    expect(drawn([year({ first: money('10.00'), second: money('10.00'), disputed: true })])).toEqual({
      未分列: [10],
      合计: ['10.00'],
    });
  });

  it('a year without a figure is a gap, and one without accounts says so', () => {
    const gap = { amount: null };
    expect(drawn([year({}), year({ ...gap, year: 2022 }), year({ ...gap, year: 2023, stored: false })])).toEqual({
      未分列: [10, '-', '-'],
      合计: ['10.00', '—', '未收录'],
    });
  });
});

describe('a sum with contradictions in it', () => {
  it('is doubtful as a whole from half of its figures on, and marked from the first', () => {
    expect(disputeOf({ disputed: 0, departments: 9 })).toEqual({});
    expect(disputeOf({ disputed: 6, departments: 2_250 })).toEqual({ disputed: true, partly: true });
    expect(disputeOf({ disputed: 1, departments: 2 })).toEqual({ disputed: true });
    expect(disputeOf({ disputed: 1, departments: 1 })).toEqual({ disputed: true });
    expect(disputeOf({ disputed: 1, departments: null })).toEqual({ disputed: true, partly: true });
  });
});
