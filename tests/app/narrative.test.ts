import { expect, it } from 'vitest';
import { narrativeOf } from '../../app/_account/narrative';
import { placeAt } from '../../lib/place';
import { madeUp } from '../metrics/madeUp';
import { hengshan, mizhi } from '../panels/seeds';

const LINES = [
  '目 录',
  '一、收入支出决算总体情况说明',
  '',
  '一、收入支出决算总体情况说明',
  '本年度收入总计、支出总计均为 12.00 万',
  '',
  '元，与上年持平。',
  '（一）基本支出',
  '1. 人员经费支出情况说明',
  '人员经费 3.00 万元。',
  '支出明细表',
  '金额单位：万元',
  '项目\t金额',
  '甲\t1.00',
  '二、名词解释',
];
const account = madeUp({
  claims: [
    ['total_revenue_expenditure', 'final', '12.00 万元', { place: placeAt(5) }],
    ['personnel_expenditure', 'final', '3.00 万元', { place: placeAt(10) }],
  ],
});

it('runs from the heading of the first claim to the last claim, page breaks joined, tables and captions left out', () => {
  expect(narrativeOf(LINES, account).map(({ kind, level, text, line }) => [kind, level, line, text])).toEqual([
    ['heading', 1, 4, '一、收入支出决算总体情况说明'],
    ['paragraph', 0, 5, '本年度收入总计、支出总计均为 12.00 万元，与上年持平。'],
    ['heading', 2, 8, '（一）基本支出'],
    ['heading', 2, 9, '1. 人员经费支出情况说明'],
    ['paragraph', 0, 10, '人员经费 3.00 万元。'],
  ]);
});

it('every claim stands in the paragraph of its line', () => {
  const claims = narrativeOf(LINES, account).map((block) => block.claims.map(({ index }) => index));
  expect(claims).toEqual([[], [0], [], [], [1]]);
});

it('is empty without claims', () => {
  expect(narrativeOf(LINES, madeUp({}))).toEqual([]);
});

it.each([mizhi, hengshan])('keeps every claim of $department', async (published) => {
  const { readFileSync } = await import('node:fs');
  const file = new URL(`../../data/accounts/${published.document.file}`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  const kept = narrativeOf(lines, published).flatMap((block) => block.claims.map(({ index }) => index));
  expect(kept.sort((one, other) => one - other)).toEqual(published.claims.map((_, index) => index));
});
