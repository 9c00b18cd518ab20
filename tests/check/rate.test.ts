import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, intervalOf } from '../../lib/amount';
import { growthFromChange, growthFromLevels, judgeRate, type Measured, shareOf } from '../../lib/check/rate';
import { slipBetween, slipsOf } from '../../lib/check/slip';

const measured = (text: string): Measured => {
  const decimals = text.split('.')[1]?.length ?? 0;
  return { value: new Decimal(text), interval: intervalOf({ value: text, decimals }) };
};
const cents = (whole: number): string => (whole / 100).toFixed(2);

describe('rates', () => {
  test.each([
    ['12.55', 'fits'],
    ['12.5', 'fits'],
    ['13', 'fits'],
    ['12.54', 'cut'],
    ['12.56', 'beside'],
    ['12.57', 'wrong'],
    ['12', 'cut'],
    ['14', 'beside'],
    ['15', 'wrong'],
  ])('488.13 of 3890.08 as %s: %s', (value, state) => {
    const quotient = shareOf(measured('488.13'), measured('3890.08'));
    const decimals = value.split('.')[1]?.length ?? 0;
    expect(quotient && judgeRate({ value, decimals }, quotient).state).toBe(state);
  });

  test.each([
    ['shareOf', shareOf(measured('1.00'), measured('0.00'))],
    ['growthFromLevels', growthFromLevels(measured('1.00'), measured('0.00'))],
    ['growthFromChange', growthFromChange(measured('5.00'), measured('5.00'))],
  ])('%s of nothing does not exist', (_, quotient) => {
    expect(quotient).toBeUndefined();
  });

  test('a share rounded to any number of digits always fits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 4 }),
        (part, whole, decimals) => {
          const quotient = shareOf(measured(cents(part)), measured(cents(whole)));
          if (!quotient) return;
          const value = new Decimal(part).div(whole).times(100).toFixed(decimals);
          expect(judgeRate({ value, decimals }, quotient).state).toBe('fits');
        },
      ),
    );
  });

  test('growth of true levels fits after each of them was rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 1e10 }), fc.integer({ min: 10_000, max: 1e10 }), (now, before) => {
        const [current, previous] = [new Decimal(now).div(10_000), new Decimal(before).div(10_000)];
        const rate = current.minus(previous).div(previous).times(100).abs().toFixed(2);
        const levels = [measured(current.toFixed(2)), measured(previous.toFixed(2))] as const;
        const change = measured(current.minus(previous).toFixed(2));
        for (const quotient of [growthFromLevels(...levels), growthFromChange(levels[0], change)])
          if (quotient) expect(judgeRate({ value: rate, decimals: 2 }, quotient).state).toBe('fits');
      }),
    );
  });
});

describe('slips', () => {
  test.each([
    ['1705.63', '1075.63', 'swapped'],
    ['.040', '0.40', 'point'],
    ['48.13', '488.13', 'lost'],
    ['4888.13', '488.13', 'doubled'],
    ['488.18', '488.13', 'digit'],
    ['488.13', '488.13', undefined],
    ['12.55', '87.45', undefined],
  ])('%s for %s: %s', (found, expected, slip) => {
    expect(slipBetween(found, expected)).toBe(slip);
  });

  test('what a slip makes is recognised as one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1e8 }), (whole) => {
        const printed = cents(whole);
        for (const value of slipsOf(printed)) expect(slipBetween(printed, value)).toBeDefined();
      }),
    );
  });
});
