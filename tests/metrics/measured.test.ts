import { describe, expect, test } from 'vitest';
import { measure } from '../../lib/measured';
import { placeAt } from '../../lib/place';
import { type MadeUpRow, madeUp } from './madeUp';

const expenditure = (...rows: MadeUpRow[]) => ({ statement: 'expenditure' as const, number: '公开03表', rows });
const TOTAL: MadeUpRow = ['total', { total: '8680.23', basic: '1705.63', project: '7604.60' }];
const CLASSES: MadeUpRow[] = [
  ['201 一般公共服务支出', { total: '8209.08', basic: '604.48', project: '7604.60' }],
  ['208 社会保障和就业支出', { total: '471.15', basic: '471.15' }],
];

describe('agreement', () => {
  test.each([
    ['the same digits', '488.13', '488.13万元', '488.13', 2],
    ['fewer digits in the narrative', '488.13', '488.1万元', '488.13', 2],
    ['more digits in the narrative', '488.1', '488.13万元', '488.13', 2],
    ['neighbours in the last digit, whose ends touch', '2233.13', '2233.12万元', '2233.13', 2],
  ])('%s', (_, cell, claim, value, decimals) => {
    const account = madeUp({
      statements: [expenditure(['total', { basic: cell }])],
      claims: [['basic_expenditure', 'final', claim]],
    });
    const measured = measure(account, 'basic_expenditure');
    expect(measured).toMatchObject({ status: 'agreed', value, decimals, disputed: false, reason: null });
    expect(measured.occurrences).toHaveLength(2);
  });

  test('money has its interval in 分, counts are exact', () => {
    const account = madeUp({
      claims: [
        ['agency_operating_cost', 'final', '8.40万元'],
        ['headcount_actual', 'final', '70人'],
      ],
    });
    const { interval } = measure(account, 'agency_operating_cost');
    expect([interval?.low.toString(), interval?.high.toString()]).toEqual(['8395000', '8405000']);
    const staff = measure(account, 'headcount_actual').interval;
    expect([staff?.low.toString(), staff?.high.toString()]).toEqual(['70', '70']);
  });

  test('a decrease is negative, a claim of another year does not count', () => {
    const account = madeUp({
      claims: [
        ['agency_operating_cost', 'change_on_year', '1.96万元', { direction: 'decrease' }],
        ['project_expenditure', 'final', '225万元', { year: 2020 }],
      ],
    });
    expect(measure(account, 'agency_operating_cost', 'change_on_year').value).toBe('-1.96');
    expect(measure(account, 'project_expenditure').status).toBe('missing');
  });
});

describe('contradiction', () => {
  const swapped = madeUp({
    statements: [expenditure(TOTAL, ...CLASSES)],
    claims: [['basic_expenditure', 'final', '1075.63万元']],
  });

  test('the value that the sums support is adopted, all printed values stay', () => {
    const measured = measure(swapped, 'basic_expenditure');
    expect(measured).toMatchObject({ status: 'adopted', value: '1075.63', disputed: true });
    expect(measured.occurrences.map((one) => one.printed)).toEqual(['1705.63', '1075.63']);
    expect(measured.reason).toContain('公开03表 支出决算表 · 合计 · 基本支出 印为 1705.63 万元');
    expect(measured.reason).toContain('2 项表内合计关系（合计 − 项目支出、各类之和）');
  });

  test('the figures beside the wrong one are not disputed for it', () => {
    expect(measure(swapped, 'project_expenditure')).toMatchObject({ value: '7604.60', disputed: false });
    expect(measure(swapped, 'year_expenditure')).toMatchObject({ value: '8680.23', disputed: false });
  });

  test('a figure printed once, against its sums, is disputed and stays as printed', () => {
    const measured = measure(madeUp({ statements: [expenditure(TOTAL, ...CLASSES)] }), 'basic_expenditure');
    expect(measured).toMatchObject({ status: 'agreed', value: '1705.63', disputed: true });
    expect(measured.reason).toContain('各类之和为 1,075.63 万元');
  });

  test('with equal support the statement is kept and the reason says so', () => {
    const account = madeUp({
      statements: [expenditure(['total', { basic: '10.00' }])],
      claims: [['basic_expenditure', 'final', '20.00万元']],
    });
    const measured = measure(account, 'basic_expenditure');
    expect(measured).toMatchObject({ status: 'adopted', value: '10.00' });
    expect(measured.reason).toContain('支持程度相同');
  });

  test('the localisation of errors overrides the weighing of places', () => {
    const blamed = { place: placeAt(1000), printed: '1075.63', value: '1705.63', unit: '万元', why: '数字颠倒' };
    const measured = measure(swapped, 'basic_expenditure', 'final', { corrections: [blamed] });
    expect(measured).toMatchObject({ status: 'adopted', value: '1705.63' });
    expect(measured.reason).toContain('数字颠倒');
    expect(measured.occurrences).toHaveLength(2);
  });

  test('another figure of the same line is not blamed', () => {
    const blamed = { place: placeAt(1000), printed: '12.39', value: '12.40', unit: '%', why: '截位' };
    const measured = measure(swapped, 'basic_expenditure', 'final', { corrections: [blamed] });
    expect(measured).toMatchObject({ status: 'adopted', value: '1075.63' });
  });

  test('where every printed place is blamed, the proposal stands and says why', () => {
    const place = placeAt(2, 2);
    const account = {
      ...madeUp({ statements: [expenditure(TOTAL, ...CLASSES)] }),
      adopted: [
        {
          ...{ fact: 1, claim: null, place, printed: '1705.63' },
          value: '1075.63',
          unit: '万元',
          why: '数字颠倒',
          check: 'T3-01',
        },
      ],
    };
    const measured = measure(account, 'basic_expenditure');
    expect(measured).toMatchObject({ status: 'adopted', value: '1075.63', disputed: true });
    expect(measured.occurrences.map((one) => one.printed)).toEqual(['1705.63']);
  });
});

describe('missing', () => {
  const basic = (rows: MadeUpRow[]) => measure(madeUp({ statements: [expenditure(...rows)] }), 'basic_expenditure');

  test.each([
    ['a blank', [['total', { total: '10.00', basic: '' }]] as MadeUpRow[], '合计 · 基本支出为空白'],
    ['a dash', [['total', { total: '10.00', basic: '—' }]] as MadeUpRow[], '合计 · 基本支出印为横线'],
    ['an absent column', [['total', { total: '10.00' }]] as MadeUpRow[], '没有“基本支出”栏'],
    ['an absent row', [['201 一般公共服务支出', { total: '1.00', basic: '1.00' }]] as MadeUpRow[], '没有“合计”行'],
  ])('%s', (_, rows, reason) => {
    const measured = basic(rows);
    expect(measured).toMatchObject({ status: 'missing', value: null, interval: null });
    expect(measured.reason).toContain(reason);
  });

  test('an empty statement gives its reason, an absent one says so, a printed zero is a value', () => {
    const empty = madeUp({ statements: [{ statement: 'expenditure', state: 'empty', reason: '本单位不涉及' }] });
    expect(measure(empty, 'basic_expenditure').reason).toContain('支出决算表为空表（本单位不涉及）');
    expect(measure(madeUp({}), 'basic_expenditure').reason).toContain('文件中没有支出决算表');
    expect(basic([['total', { basic: '0.00' }]])).toMatchObject({ status: 'agreed', value: '0.00' });
  });

  test('a sum of printed cells stands in where no cell prints the measure', () => {
    const account = madeUp({
      statements: [
        {
          statement: 'general_budget_basic_expenditure',
          rows: [
            ['personnel_total', { total: '447.4' }],
            ['operating_total', { total: '40.73' }],
          ],
        },
      ],
    });
    expect(measure(account, 'general_basic_expenditure')).toMatchObject({
      value: '488.13',
      summed: true,
      status: 'agreed',
    });
  });
});
