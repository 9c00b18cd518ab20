import { describe, expect, test } from 'vitest';
import { Ledger } from '../../lib/check/ledger';
import { structureFindings } from '../../lib/check/structure';
import type { ColumnId } from '../../lib/statements';
import { type AccountSource, readingOf } from './account';
import { account, fiscal, summary, table } from './sources';

const rows = (codes: readonly string[], amount = '1.00') => Object.fromEntries(codes.map((code) => [code, [amount]]));
const t2 = (codes: readonly string[]) => table('revenue', ['total'], rows(codes));
const t3 = (codes: readonly string[]) => table('expenditure', ['total'], rows(codes));
const t5 = (codes: readonly string[]) => table('general_budget_expenditure', ['total'], rows(codes));
const fund = (codes: readonly string[]) => table('government_fund', ['total'], rows(codes));
const PUBLIC: ColumnId[] = ['total', 'reception', 'training'];
const PURE = [
  summary({ year_total: '4.00', opening: null }, { year_total: '4.00', closing: null }),
  fiscal({}, { year_total: ['4.00', '4.00'] }),
];
const ITEMS = ['20101', '2010101', '20102', '2010201', '20103', '2010301'];

function found(source: AccountSource, id: string): string[] {
  return structureFindings(new Ledger(readingOf(source)), new Set())
    .filter((finding) => finding.check === id)
    .map((finding) => finding.message);
}

describe('rows and codes', () => {
  test.each<[string, AccountSource, AccountSource, RegExp]>([
    ['X-16', account(t5(['2010101']), fund(['2120801'])), account(t5(['2120801']), fund(['2120801'])), /2120801/],
    [
      'X-17',
      account(t3(['2010101']), t5(['2010101'])),
      account(t3(['2010101']), t5(['2010102'])),
      /支出表没有.*2010102/,
    ],
    [
      'X-17',
      account(...PURE, t2(['2010101']), t3(['2010101'])),
      account(...PURE, t2(['2010101']), t3(['2010101', '2010102'])),
      /收入表没有.*2010102/,
    ],
    [
      'X-26',
      account(t3(['201', ...ITEMS])),
      account(t3(['201', ...ITEMS.filter((code) => code !== '20102')])),
      /20102（款）/,
    ],
    ['X-28', account(t3(['201', ...ITEMS, '20104', '2010401'])), account(t3(['201', ...ITEMS, '20104'])), /20104/],
    [
      'X-27',
      account(t3(['2010101'])),
      account({
        ...t3([]),
        rows: [
          { line: '2010101', cells: { total: '1.00' } },
          { line: '2010101', cells: { total: '2.00' } },
        ],
      }),
      /2010101.*2 行/,
    ],
    [
      'TP-04',
      account(table('three_public', PUBLIC, { budget: [null, null, '12.00'], final: [null, null, '11.84'] })),
      account(table('three_public', PUBLIC, { budget: [null, null, null], final: [null, null, '11.84'] })),
      /培训费决算数 11.84 万元，预算数空着/,
    ],
  ])('%s', (id, sound, faulty, message) => {
    expect(found(sound, id)).toEqual([]);
    expect(found(faulty, id).join()).toMatch(message);
  });

  test.each<[string, string, AccountSource]>([
    ['X-17', 'a statement that prints classes only', account(t3(['201']), t5(['201', '20101', '2010101']))],
    ['X-17', 'other money: revenue and expenditure may differ', account(t2(['2010101']), t3(['2010101', '2010102']))],
    ['X-26', 'a form that prints no 款 at all', account(t3(['201', '2010101', '2010201', '2010301']))],
    ['X-28', 'a form that breaks nothing down', account(t3(['201', '20101', '20102', '20103']))],
    [
      'X-27',
      'a row repeated over a page break',
      account({
        ...t3([]),
        rows: [
          { line: '201', cells: { total: '1.00' } },
          { line: '201', cells: { total: '1.00' } },
        ],
      }),
    ],
  ])('%s is silent: %s', (id, _, source) => {
    expect(found(source, id)).toEqual([]);
  });
});
