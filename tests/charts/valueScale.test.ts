import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { spread } from '../../lib/charts/dot';
import { spansOrders, valueScale } from '../../lib/charts/valueScale';

describe('a linear scale', () => {
  test.each([
    [
      [3, 97],
      ['0', '20', '40', '60', '80', '100'],
    ],
    [
      [-4, 11],
      ['−5', '0', '5', '10', '15'],
    ],
    [
      [8680.23, 1719.18],
      ['0', '2,000', '4,000', '6,000', '8,000', '10,000'],
    ],
    [
      [0.3, 0.75],
      ['0', '0.2', '0.4', '0.6', '0.8'],
    ],
    [[], ['0', '0.2', '0.4', '0.6', '0.8', '1']],
  ])('%j has the ticks %j', (values, ticks) => {
    expect(valueScale(values).ticks.map(({ text }) => text)).toEqual(ticks);
  });

  it('holds every value between round ends, with few ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 }), (cents) => {
        const values = cents.map((cent) => cent / 100);
        const { min, max, ticks } = valueScale(values);
        expect(min).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('a logarithmic scale', () => {
  it('holds every value, has ticks of 1, 2 and 5, and places a value between its neighbours', () => {
    const { at, min, max, ticks, log } = valueScale([130, 8_900], { log: true });
    expect(log).toBe(true);
    expect(ticks.map(({ text }) => text)).toEqual(['100', '200', '500', '1,000', '2,000', '5,000', '10,000']);
    expect([min, max]).toEqual([at(100), at(10_000)]);
  });

  it('shows powers of ten alone where the others would be too many', () => {
    const { ticks } = valueScale([3, 250_000], { log: true });
    expect(ticks.map(({ text }) => text)).toEqual(['10', '100', '1,000', '10,000', '100,000']);
  });

  it('is linear where a value is not positive', () => {
    expect(valueScale([0, 1_000], { log: true }).log).toBe(false);
    expect([spansOrders([1, 99]), spansOrders([1, 100]), spansOrders([0, 1_000]), spansOrders([5])]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('labels', () => {
  it('stay where they are when there is room, and move to both sides when there is none', () => {
    expect(spread([10, 50], 16, [0, 100])).toEqual([10, 50]);
    expect(spread([50, 50], 16, [0, 100])).toEqual([42, 58]);
    expect(spread([99, 100], 16, [0, 100])).toEqual([84, 100]);
  });

  it('keep their order and their distance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }), (places) => {
        const apart = spread(places, 10, [0, 100]);
        const sorted = apart.map((to, at) => ({ to, from: places[at] ?? 0 })).sort((one, other) => one.to - other.to);
        for (const [at, { to, from }] of sorted.entries()) {
          expect(to).toBeGreaterThanOrEqual(-1e-9);
          expect(to).toBeLessThanOrEqual(100 + 1e-9);
          const before = sorted[at - 1];
          if (!before) continue;
          expect(to - before.to).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(from).toBeGreaterThanOrEqual(before.from);
        }
      }),
    );
  });
});
