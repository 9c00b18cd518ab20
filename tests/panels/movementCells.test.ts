import { describe, expect, it, test } from 'vitest';
import {
  type Bounds,
  certainText,
  type Moved,
  movementCells,
  type PrintedFigure,
} from '../../lib/panels/movementCells';

const bounds = (value: string, low: string, high: string): Bounds => ({ value, low, high });
const figure = (value: string, more: Partial<PrintedFigure> = {}): PrintedFigure => ({
  ...bounds(value, value, value),
  source: 'printed',
  disputed: false,
  reason: null,
  line: 7,
  ...more,
});

const moved = (more: Partial<Moved> = {}): Moved => ({
  account: 'a-2021',
  beforeAccount: 'a-2020',
  label: '支出总计',
  now: figure('8680.23'),
  before: figure('1719.18', { line: 9 }),
  change: bounds('6961.05', '6961.035', '6961.065'),
  growth: bounds('404.905246', '404.902017', '404.908474'),
  published: null,
  certain: true,
  ...more,
});

test.each<[string, Bounds, string]>([
  ['both ends round alike', bounds('12.344', '12.342', '12.3449'), '+12.34'],
  ['the second digit is open', bounds('404.905', '404.902', '404.908'), '+404.9'],
  ['the first digit is open', bounds('5.44', '5.36', '5.48'), '+5'],
  ['a fall', bounds('-80.207', '-80.2049', '-80.2051'), '−80.2'],
  ['exactly nothing', bounds('0', '0', '0'), '0.00'],
  ['no digit is certain', bounds('5.5', '4.2', '6.8'), '4.2–6.8'],
])('%s', (_name, given, text) => {
  expect(certainText(given)).toBe(text);
});

describe('a movement', () => {
  it('shows the printed rate with the recomputed bounds, and leads to its line', () => {
    const { growth } = movementCells(
      moved({ published: figure('404.91', { low: '404.905', high: '404.915', line: 337 }) }),
    );
    expect(growth).toMatchObject({ text: '+404.91', status: 'published' });
    expect(growth.reason).toContain('404.902–404.909');
    expect(growth.reason).not.toContain('不在同一');
    expect(growth.sources.map(({ account, place }) => [account, place.line])).toEqual([['a-2021', 337]]);
  });

  it('says where the printed rate cannot be what the amounts give', () => {
    const published = figure('15.83', { low: '15.825', high: '15.835' });
    const { growth } = movementCells(moved({ published, growth: bounds('15.8365', '15.836', '15.837') }));
    expect(growth.text).toBe('+15.83');
    expect(growth.reason).toContain('不在同一舍入范围');
  });

  it('writes no more digits of a recomputed rate than are certain', () => {
    expect(movementCells(moved()).growth).toMatchObject({ text: '+404.9', status: 'computed', sources: [] });
  });

  it('has no rate where there may be nothing to divide by', () => {
    expect(movementCells(moved({ growth: null })).growth).toMatchObject({ value: null, status: 'missing' });
  });

  it('leads to both documents', () => {
    const { change, before } = movementCells(moved());
    expect(change.sources.map(({ account, place }) => [account, place.line])).toEqual([
      ['a-2021', 7],
      ['a-2020', 9],
    ]);
    expect(before.sources[0]?.account).toBe('a-2020');
  });

  it('marks a dispute on either side, and what was adopted', () => {
    const now = figure('10', { disputed: true, reason: '采用其余印数的 10 万元' });
    const cells = movementCells(moved({ now }));
    expect(cells.now).toMatchObject({ status: 'adopted', disputed: true });
    expect(cells.before.disputed).toBeUndefined();
    expect([cells.change.disputed, cells.growth.disputed]).toEqual([true, true]);
  });

  it('says where rounding leaves the direction open', () => {
    const { change } = movementCells(moved({ certain: false, change: bounds('0', '-0.01', '0.01') }));
    expect(change.text).toBe('0.00');
    expect(change.reason).toContain('方向不能确定');
  });
});
