import { describe, expect, it } from 'vitest';
import { cellAt, columnLabel, layOutStatement } from '../../app/_account/statementGrid';
import type { Account, StatementReading } from '../../lib/facts';
import { madeUp } from '../metrics/madeUp';
import { hengshan, mizhi } from '../panels/seeds';

function only(account: Account): StatementReading {
  const [statement] = account.statements;
  if (!statement) throw new Error('no statement');
  return statement;
}

describe('a coded statement', () => {
  const account = madeUp({
    statements: [
      {
        statement: 'expenditure',
        rows: [
          ['total 合计', { total: '9.00', basic: '', project: '9.00' }],
          ['208 社会保障', { total: '6.00', basic: '', project: '6.00' }],
          ['20805 养老', { total: '6.00', basic: '—', project: '6.00' }],
          ['2080505 缴费', { total: '6.00', basic: '', project: '6.00' }],
          ['210 卫生', { total: '3.00', basic: '', project: '3.00' }],
        ],
      },
    ],
  });
  const statement = only(account);
  const { blocks, groups } = layOutStatement(statement, account.facts);

  it('is one block with a group for each 类', () => {
    expect(blocks).toHaveLength(1);
    expect(groups.map(({ rows }) => rows.map(({ depth, lines }) => [depth, lines[0]?.name]))).toEqual([
      [[null, '合计']],
      [
        [0, '社会保障'],
        [1, '养老'],
        [2, '缴费'],
      ],
      [[0, '卫生']],
    ]);
  });

  it('tells amounts, dashes and blanks apart', () => {
    const line = groups[1]?.rows[1]?.lines[0];
    if (!line) throw new Error('no line');
    expect(cellAt(line, 'total', account.facts)).toMatchObject({ fact: { printed: '6.00' } });
    expect(cellAt(line, 'basic', account.facts)).toMatchObject({ empty: { printed: '—' } });
    expect(cellAt(line, 'business', account.facts)).toBeUndefined();
  });
});

it.each([mizhi, hengshan])('every figure of $department stands in exactly one cell', (account) => {
  const shown = account.statements.flatMap((statement) => {
    const { blocks, groups } = layOutStatement(statement, account.facts);
    return groups.flatMap(({ rows }) =>
      rows.flatMap(({ lines }) =>
        blocks.flatMap((block, at) =>
          block.columns.flatMap((column) => {
            const line = lines[at];
            const cell = line && cellAt(line, column, account.facts);
            return cell && 'fact' in cell ? [account.facts.indexOf(cell.fact)] : [];
          }),
        ),
      ),
    );
  });
  expect(shown.sort((one, other) => one - other)).toEqual(account.facts.map((_, index) => index));
});

it('sets revenue and expenditure side by side in printed order', () => {
  const statement = mizhi.statements.find((one) => one.statement === 'revenue_expenditure_summary');
  if (!statement) throw new Error('no summary');
  const { blocks, groups } = layOutStatement(statement, mizhi.facts);
  expect(blocks.map(({ side }) => side)).toEqual(['revenue', 'expenditure']);
  const lines = groups.flatMap(({ rows }) => rows.map((row) => row.lines.find((line) => line)?.place.line ?? 0));
  expect(lines).toEqual([...lines].sort((one, other) => one - other));
});

it.each([
  ['revenue', 'business', '经营收入'],
  ['expenditure', 'business', '经营支出'],
  ['expenditure', 'total', '本年支出合计'],
  ['three_public', 'total', '合计'],
] as const)('%s calls its column %s %s', (statement, column, label) => {
  expect(columnLabel({ ...only(madeUp({ statements: [{ statement }] })) }, column)).toBe(label);
});
