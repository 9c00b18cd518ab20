import { expect, it } from 'vitest';
import { blocksOfSource } from '../../app/_account/sourceBlocks';
import { placeAt } from '../../lib/place';
import { madeUp } from '../metrics/madeUp';

const LINES = ['标题', '', '收入 5.00 万元。', '项目\t金额', '甲\t5.00', '', '乙\t', '注：无'];

it('keeps every printed line with its number, tables apart from text', () => {
  const blocks = blocksOfSource(LINES, madeUp({}));
  expect(blocks.map(({ kind, lines }) => [kind, lines.map(({ number }) => number)])).toEqual([
    ['text', [1, 3]],
    ['table', [4, 5]],
    ['table', [7]],
    ['text', [8]],
  ]);
  expect(blocks[1]?.lines[1]?.cells.map(({ text }) => text)).toEqual(['甲', '5.00']);
});

it('knows what was read from a line', () => {
  const account = madeUp({
    statements: [{ statement: 'expenditure', rows: [['total 甲', { total: '5.00' }]] }],
    claims: [['year_revenue', 'final', '5.00 万元', { place: placeAt(3) }]],
  });
  const [fact] = account.facts;
  if (!fact) throw new Error('no fact');
  const placed = { ...account, facts: [{ ...fact, place: placeAt(5, 1) }] };
  const [text, table] = blocksOfSource(LINES, placed);
  expect(text?.lines[1]?.claims.map(({ index }) => index)).toEqual([0]);
  expect(table?.lines[1]?.cells.map((cell) => cell.fact?.printed ?? null)).toEqual([null, '5.00']);
});
