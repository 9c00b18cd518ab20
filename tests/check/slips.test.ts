import { describe, expect, test } from 'vitest';
import { type Choice, likeliest, slipsOf, slipText } from '../../lib/check/slips';
import { toTicks } from '../../lib/check/ticks';

const among = (printed: string, low: string, high: string, more: Partial<Choice> = {}): Choice => ({
  printed,
  unit: '万元',
  decimals: 2,
  low: toTicks(low, '万元'),
  high: toTicks(high, '万元'),
  known: [],
  exact: new Map(),
  ...more,
});

describe('slips', () => {
  test.each([
    ['1705.63', '1075.63', '数字颠倒'],
    ['175.63', '1075.63', '漏印一位数字'],
    ['10755.63', '1075.63', '数字重复'],
    ['1095.63', '1075.63', '一位数字误印'],
    ['1015.63', '1075.63', '形近数字误印'],
    ['0.040', '0.40', '小数点错位'],
    ['10.75', '1075', '小数点错位'],
    ['-1075.63', '1075.63', '正负号有误'],
    ['10756300', '1075.63', '元与万元混用'],
  ])('%s for %s: %s', (printed, right, why) => {
    const ticks = toTicks(right, '万元');
    const found = slipsOf(printed, '万元', 2).filter((slip) => slip.ticks === ticks);
    expect(found.map((slip) => slip.why)).toContain(why);
  });
});

describe('the likeliest of the values allowed', () => {
  test.each([
    ['one slip away', among('92.19', '92.93', '93.05'), '92.99'],
    ['a misplaced point', among('0.040', '0.375', '0.425'), '0.40'],
    ['swapped before replaced', among('1705.63', '1075.00', '1076.00'), '1075.63'],
    ['no slip fits: the middle', among('1.11', '777.70', '777.80'), '777.75'],
  ])('%s', (_, choice, expected) => {
    const slip = likeliest(choice);
    expect(slip && slipText(slip, choice.unit, choice.decimals)).toBe(expected);
  });

  test('a value printed elsewhere for the same quantity', () => {
    const known = [{ ticks: toTicks('123.45', '万元'), cost: 0.14, why: '与“别处”一致' }];
    expect(likeliest(among('999.99', '100.00', '200.00', { known }))?.why).toBe('与“别处”一致');
  });

  test('of two slips the one that makes the equations exact', () => {
    const exact = new Map([[toTicks('4821.59', '万元'), 1]]);
    const slip = likeliest(among('4821.9', '4821.50', '4822.00', { exact }));
    expect(slip && slipText(slip, '万元', 2)).toBe('4821.59');
  });

  test('the amount of a neighbour is foreign to the cell', () => {
    expect(likeliest(among('488.13', '0.00', '0.00', { foreign: '邻栏的金额重复填入' }))?.why).toBe(
      '邻栏的金额重复填入',
    );
  });

  test('nothing where nothing is allowed', () => {
    expect(likeliest(among('1.00', '5.00', '4.00'))).toBeUndefined();
  });
});
