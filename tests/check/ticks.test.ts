import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, moneyInterval } from '../../lib/amount';
import { spanOf, ticksText, toTicks } from '../../lib/check/ticks';

const UNITS = ['元', '千元', '万元', '亿元'] as const;

describe('ticks', () => {
  test.each([
    ['3890.08', 2, '万元', '3890.075', '3890.085'],
    ['0.040', 3, '万元', '0.0395', '0.0405'],
    ['161', 0, '万元', '160.5', '161.5'],
    ['-5.20', 2, '元', '-5.205', '-5.195'],
  ])('%s with %i decimals in %s spans %s to %s', (value, decimals, unit, low, high) => {
    const span = spanOf(value, decimals, unit);
    expect(span && [ticksText(span.low, unit, undefined), ticksText(span.high, unit, undefined)]).toEqual([low, high]);
  });

  test('other units and amounts beyond counting have no span', () => {
    expect(spanOf('7', 0, '人')).toBeUndefined();
    expect(spanOf('99999999999999', 2, '亿元')).toBeUndefined();
  });

  test('spans hold the interval of the amount, to the tick', () => {
    const figures = fc.tuple(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(...UNITS),
    );
    fc.assert(
      fc.property(figures, ([digits, decimals, unit]) => {
        const value = new Decimal(digits).div(new Decimal(10).pow(decimals)).toFixed(decimals);
        const span = spanOf(value, decimals, unit);
        if (!span) return;
        const { low, high } = moneyInterval({ value, decimals }, unit);
        expect(span.low).toBe(low.times(10).floor().toNumber());
        expect(span.high).toBe(high.times(10).ceil().toNumber());
      }),
    );
  });

  test('text and ticks are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...UNITS), (ticks, unit) => {
        expect(toTicks(ticksText(ticks, unit), unit)).toBe(ticks);
      }),
    );
  });
});
