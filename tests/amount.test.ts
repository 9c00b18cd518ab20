import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  add,
  contains,
  Decimal,
  divide,
  exactly,
  FEN_PER_UNIT,
  formatNumber,
  fromFen,
  gap,
  type Interval,
  intersect,
  intervalOf,
  isMoneyUnit,
  type MoneyUnit,
  moneyInterval,
  parseNumber,
  scale,
  subtract,
  sum,
  toFen,
} from '../lib/amount';

const ends = (interval: Interval | undefined) => interval && [interval.low.toString(), interval.high.toString()];
const printed = (text: string) => {
  const number = parseNumber(text);
  if (!number) throw new Error(`not a number: ${text}`);
  return number;
};

describe('parseNumber', () => {
  test.each([
    ['3890.08', '3890.08', 2],
    ['3,890.08', '3890.08', 2],
    ['1,234,567', '1234567', 0],
    ['.040', '0.040', 3],
    ['6', '6', 0],
    ['6.', '6', 0],
    ['205.7', '205.7', 1],
    ['0.00', '0.00', 2],
    ['007', '7', 0],
    ['-34.04', '-34.04', 2],
    ['−34.04', '-34.04', 2],
    ['–34.04', '-34.04', 2],
    ['(34.04)', '-34.04', 2],
    ['（34.04）', '-34.04', 2],
    ['+34.04', '34.04', 2],
    ['３８９０．０８', '3890.08', 2],
    ['３，８９０．０８', '3890.08', 2],
    ['￥12.50', '12.50', 2],
    ['¥12.50', '12.50', 2],
    [' 8 680.23 ', '8680.23', 2],
  ])('%j is %s with %i decimals', (text, value, decimals) => {
    expect(parseNumber(text)).toEqual({ printed: text.trim(), value, decimals });
  });

  test.each([
    '',
    ' ',
    '-',
    '—',
    '.',
    '无',
    '12a',
    '1,23',
    '1,2345.00',
    '12.3.4',
    '15.83%',
    '1e5',
    '()',
    '--1',
    'NaN',
    '2023年',
  ])('%j is no number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('keeps what was printed, whatever the value', () => {
    expect(printed('.040').printed).toBe('.040');
    expect(printed('2,946.25').printed).toBe('2,946.25');
  });
});

describe('units', () => {
  test.each([
    ['3890.08', '万元', 3_890_080_000],
    ['0.01', '元', 1],
    ['-40.73', '万元', -40_730_000],
    ['1.5', '亿元', 15_000_000_000],
    ['12', '千元', 1_200_000],
    ['.5', '百万元', 50_000_000],
  ] as const)('%s %s is %i 分', (value, unit, fen) => {
    expect(toFen(value, unit)).toBe(fen);
  });

  test.each([
    ['0.001', '元'],
    ['0.0000001', '万元'],
    ['90071992547410', '万元'],
  ] as const)('%s %s is not storable', (value, unit) => {
    expect(() => toFen(value, unit)).toThrow(`amount not storable in 分: ${value} ${unit}`);
  });

  test.each([
    [3_890_080_000, '万元', undefined, '3890.08'],
    [3_890_080_000, '亿元', undefined, '0.389008'],
    [3_890_080_000, '亿元', 2, '0.39'],
    [500, '万元', 2, '0.00'],
    [5_000, '万元', 2, '0.01'],
  ] as const)('%i 分 in %s with %s decimals is %s', (fen, unit, decimals, text) => {
    expect(fromFen(fen, unit, decimals)).toBe(text);
  });

  it('knows its units and no others', () => {
    expect(Object.keys(FEN_PER_UNIT).every(isMoneyUnit)).toBe(true);
    expect(['美元', '', 'toString', '%'].some(isMoneyUnit)).toBe(false);
  });
});

describe('intervals', () => {
  test.each([
    ['3890.08', ['3890.075', '3890.085']],
    ['3890.0', ['3889.95', '3890.05']],
    ['6', ['5.5', '6.5']],
    ['.040', ['0.0395', '0.0405']],
    ['-1.96', ['-1.965', '-1.955']],
  ])('%s can stand for %j', (text, expected) => {
    expect(ends(intervalOf(printed(text)))).toEqual(expected);
  });

  it('is in 分 for money', () => {
    expect(ends(moneyInterval(printed('3890.08'), '万元'))).toEqual(['3890075000', '3890085000']);
  });

  it('gives the bounds of the recomputed growth of 米脂 2023: 531.83 on 3890.08 − 531.83', () => {
    const change = intervalOf(printed('531.83'));
    const before = subtract(intervalOf(printed('3890.08')), change);
    const growth = divide(change, before);
    expect(growth && [growth.low.times(100).toFixed(3), growth.high.times(100).toFixed(3)]).toEqual([
      '15.836',
      '15.837',
    ]);
  });

  test.each([
    ['0', '0'],
    ['-1', '1'],
    ['0', '2'],
    ['-2', '0'],
  ])('cannot divide by [%s, %s]', (low, high) => {
    expect(divide(exactly(1), { low: new Decimal(low), high: new Decimal(high) })).toBeUndefined();
  });

  it('touching intervals share their end, apart ones nothing', () => {
    const one = intervalOf(printed('1.0'));
    expect(ends(intersect(one, intervalOf(printed('1.1'))))).toEqual(['1.05', '1.05']);
    expect(intersect(one, intervalOf(printed('1.2')))).toBeUndefined();
    expect(gap(one, intervalOf(printed('1.1'))).toString()).toBe('0');
    expect(gap(one, intervalOf(printed('1.2'))).toString()).toBe('0.1');
  });

  it('sums nothing to zero', () => {
    expect(ends(sum([]))).toEqual(['0', '0']);
  });
});

describe('formatNumber', () => {
  test.each([
    ['3890.08', undefined, '3,890.08'],
    ['0.040', undefined, '0.040'],
    ['-1.96', undefined, '−1.96'],
    ['1234567', undefined, '1,234,567'],
    ['-123456.7', 2, '−123,456.70'],
    ['0.125', 2, '0.13'],
    ['-0.004', 2, '0.00'],
    ['0', undefined, '0'],
    ['999.995', 2, '1,000.00'],
  ] as const)('%s with %s decimals reads %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it('takes numbers that are no text', () => {
    expect(formatNumber(new Decimal('-8680.23'))).toBe('−8,680.23');
    expect(formatNumber(1000)).toBe('1,000');
  });
});

const MAX = 10n ** 15n;
const units = fc.constantFrom(...(Object.keys(FEN_PER_UNIT) as MoneyUnit[]));
/** Decimal texts with up to four decimals, as documents print them. */
const decimals = fc
  .tuple(fc.bigInt({ min: -MAX, max: MAX }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)).toFixed(places));
const points = decimals.map((text) => new Decimal(text));
const intervals = fc
  .tuple(points, points)
  .map(([one, other]): Interval => ({ low: Decimal.min(one, other), high: Decimal.max(one, other) }));
/** An interval with a point of it. */
const inhabited = fc.tuple(intervals, fc.integer({ min: 0, max: 8 })).map(([interval, eighths]) => ({
  interval,
  point: interval.low.plus(interval.high.minus(interval.low).times(eighths).div(8)),
}));
/** Equal up to the last of the 40 digits that divisions keep. */
const near = (one: Decimal, other: Decimal) => one.minus(other).abs().lte(Decimal.max(1, other.abs()).times('1e-30'));

describe('laws of printed numbers', () => {
  it('a number printed with separators reads back to the same value', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        expect(new Decimal(printed(formatNumber(text)).value).eq(text)).toBe(true);
      }),
    );
  });

  it('full-width digits read as the same number', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const wide = text.replace(/[\d.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        expect(parseNumber(wide)).toMatchObject({ value: printed(text).value, printed: wide });
      }),
    );
  });

  it('no text makes parseNumber throw, and what it reads is plain decimal text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-−()（）％ ￥元a') }), (text) => {
        const number = parseNumber(text);
        if (number) expect(number.value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });

  it('分 to any unit and back is the same amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), units, (fen, unit) => {
        expect(toFen(fromFen(fen, unit), unit) - fen).toBe(0);
      }),
    );
  });

  it('what a number stands for contains it, and is as wide as its last digit', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const number = printed(text);
        const interval = intervalOf(number);
        expect(contains(interval, number.value)).toBe(true);
        expect(interval.high.minus(interval.low).eq(new Decimal(10).pow(-number.decimals))).toBe(true);
      }),
    );
  });
});

describe('laws of intervals', () => {
  it('every operation keeps the points of its operands', () => {
    fc.assert(
      fc.property(inhabited, inhabited, points, (one, other, factor) => {
        expect(contains(add(one.interval, other.interval), one.point.plus(other.point))).toBe(true);
        expect(contains(subtract(one.interval, other.interval), one.point.minus(other.point))).toBe(true);
        expect(contains(scale(one.interval, factor), one.point.times(factor))).toBe(true);
        const quotient = divide(one.interval, other.interval);
        if (quotient) expect(contains(quotient, one.point.div(other.point))).toBe(true);
        else expect(contains(other.interval, 0)).toBe(true);
      }),
    );
  });

  it('the order of a sum does not matter', () => {
    fc.assert(
      fc.property(fc.array(intervals, { maxLength: 6 }), (terms) => {
        expect(ends(sum(terms))).toEqual(ends(sum([...terms].reverse())));
        expect(ends(sum(terms))).toEqual(ends(terms.reduce(add, exactly(0))));
      }),
    );
  });

  it('a difference is the sum with the opposite', () => {
    fc.assert(
      fc.property(intervals, intervals, (one, other) => {
        expect(ends(subtract(one, other))).toEqual(ends(add(one, scale(other, -1))));
      }),
    );
  });

  it('ends never change sides', () => {
    fc.assert(
      fc.property(intervals, intervals, points, (one, other, factor) => {
        for (const interval of [add(one, other), subtract(one, other), scale(one, factor), divide(one, other)])
          if (interval) expect(interval.low.lte(interval.high)).toBe(true);
      }),
    );
  });

  it('a quotient by an exact number is the scaling by its inverse', () => {
    fc.assert(
      fc.property(intervals, points, (interval, divisor) => {
        const quotient = divide(interval, exactly(divisor));
        expect(quotient === undefined).toBe(divisor.isZero());
        if (!quotient) return;
        const scaled = scale(interval, new Decimal(1).div(divisor));
        expect(near(quotient.low, scaled.low) && near(quotient.high, scaled.high)).toBe(true);
      }),
    );
  });

  it('the common part is the same from both sides, inside both, and there exactly when no gap is', () => {
    fc.assert(
      fc.property(intervals, intervals, (one, other) => {
        const common = intersect(one, other);
        expect(ends(common)).toEqual(ends(intersect(other, one)));
        expect(common === undefined).toBe(gap(one, other).gt(0));
        expect(gap(one, other).eq(gap(other, one))).toBe(true);
        if (common)
          expect([one, other].every((whole) => contains(whole, common.low) && contains(whole, common.high))).toBe(true);
      }),
    );
  });
});
