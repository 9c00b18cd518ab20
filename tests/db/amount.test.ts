import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAmount, unpackAmount } from '../../db/amount';
import { packEmptyCell, unpackEmptyCell } from '../../db/emptyCell';
import { parseNumber } from '../../lib/amount';
import type { EmptyCell } from '../../lib/facts';
import type { Place } from '../../lib/place';

describe('packAmount', () => {
  it.each([
    ['1075.63', '万元', 2, { fen: 1075630000, exact: null }],
    ['0.040', '万元', 3, { fen: 40000, exact: null }],
    ['-3890.08', '元', 2, { fen: -389008, exact: null }],
    ['0.0000001', '万元', 7, { fen: null, exact: '0.0000001' }],
    ['90071992547409.92', '元', 2, { fen: null, exact: '90071992547409.92' }],
    ['90071992547409.91', '元', 2, { fen: 9007199254740991, exact: null }],
    ['-0.00', '万元', 2, { fen: 0, exact: '-0.00' }],
    ['15.83', '%', 2, { fen: null, exact: '15.83' }],
    ['25', '人', 0, { fen: null, exact: '25' }],
  ])('%s %s', (value, unit, decimals, columns) =>
    expect(packAmount(value, unit, decimals)).toEqual({ ...columns, unit, decimals }),
  );

  it('gives back every printed number exactly, in every unit', () => {
    const digits = fc.stringMatching(/^-?\d{1,20}(\.\d{0,12})?$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('元', '千元', '万元', '百万元', '亿元', '%', '人'), (text, unit) => {
        const number = parseNumber(text);
        if (!number) throw new Error(`not a number: ${text}`);
        expect(unpackAmount(packAmount(number.value, unit, number.decimals))).toBe(number.value);
      }),
    );
  });
});

describe('packEmptyCell', () => {
  const place = fc.record<Place>({
    page: fc.option(fc.nat(3), { nil: null }),
    sheet: fc.option(fc.constantFrom('甲', '乙'), { nil: null }),
    line: fc.integer({ min: 1, max: 3 }),
    cell: fc.option(fc.nat(9), { nil: null }),
    box: fc.option(fc.constant<[number, number, number, number]>([0, 1, 2, 3]), { nil: null }),
  });
  const cell = fc.record<EmptyCell>({
    column: fc.constantFrom('total', 'basic'),
    printed: fc.constantFrom('', ' ', '—', '见附件'),
    kind: fc.constantFrom('blank', 'dash', 'text'),
    place,
  });

  it('gives back every cell, through JSON, wherever it stands', () => {
    fc.assert(
      fc.property(cell, place, (empty, line) => {
        const stored = JSON.parse(JSON.stringify(packEmptyCell(empty, line)));
        expect(unpackEmptyCell(stored, line)).toEqual(empty);
      }),
    );
  });

  it('stores a blank on its line in few characters', () => {
    const line: Place = { page: null, sheet: null, line: 4, cell: null, box: null };
    const blank: EmptyCell = { column: 'basic', printed: '', kind: 'blank', place: { ...line, cell: 6 } };
    expect(packEmptyCell(blank, line)).toEqual(['basic', 6]);
  });
});
