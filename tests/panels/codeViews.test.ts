import { describe, expect, it, test } from 'vitest';
import { type CodeView, viewCell, type YearOfCode } from '../../lib/panels/codeViews';

const amount = (value: string, half = 0.005) => ({
  value,
  low: String(Number(value) - half),
  high: String(Number(value) + half),
});
const YEARS: YearOfCode[] = [
  { year: 2019, amount: amount('80'), disputed: 0 },
  { year: 2021, amount: amount('120'), disputed: 1 },
];
const [first, last] = YEARS as [YearOfCode, YearOfCode];
const view = (more: Partial<CodeView>): CodeView => ({
  view: 'amount',
  wholes: new Map([[2021, amount('480')]]),
  people: new Map([
    [2019, { people: 40, told: 3, published: 4 }],
    [2021, { people: 48, told: 4, published: 4 }],
  ]),
  ...more,
});

test.each([
  ['the amount', {}, last, '120.00'],
  ['a share of what is above', { view: 'share' }, last, '25.00'],
  ['per person in post', { view: 'person' }, last, '2.5000'],
  ['against the first year', { view: 'index' }, last, '150.00'],
  ['against a chosen year', { view: 'index', base: 2021 }, first, '66.67'],
] as const)('%s', (_name, more, year, text) => {
  expect(viewCell(view(more), year, YEARS).text).toBe(text);
});

describe('what cannot be worked out is missing with a reason', () => {
  it.each([
    ['a share without a whole', { view: 'share' }, first, /没有可比的合计/],
    ['people that some do not tell', { view: 'person' }, first, /4 个部门中只有 3 个说明了实有人员/],
    ['a base year without an amount', { view: 'index', base: 2020 }, last, /基年 2020 没有数字/],
  ] as const)('%s', (_name, more, year, reason) => {
    const cell = viewCell(view(more), year, YEARS);
    expect([cell.value, cell.text]).toEqual([null, '—']);
    expect(cell.reason).toMatch(reason);
  });
});

it('bounds hold every value that the rounding allows, and a dispute stays one', () => {
  const cell = viewCell(view({ view: 'index' }), last, YEARS);
  expect(Number(cell.low)).toBeLessThanOrEqual((119.995 / 80.005) * 100);
  expect(Number(cell.high)).toBeGreaterThanOrEqual((120.005 / 79.995) * 100);
  expect(cell.disputed).toBe(true);
});
