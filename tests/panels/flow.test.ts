import { describe, expect, test } from 'vitest';
import { streamsOf } from '../../lib/panels/streams';
import { type MadeUpStatement, madeUp } from '../metrics/madeUp';
import { hengshan, mizhi } from './seeds';

const amounts = (account: Parameters<typeof streamsOf>[0]) =>
  Object.fromEntries(
    [...streamsOf(account).sources, ...streamsOf(account).uses].map(({ from, to, amount }) => [
      `${from}-${to}`,
      amount.value,
    ]),
  );

test('米脂: two funds, and what the tables print of them', () => {
  expect(amounts(mizhi)).toMatchObject({
    'general-basic': '488.13',
    'general-project': '3296.45',
    'fund-project': '105.50',
    'basic-215': '488.13',
    'project-215': '1745.00',
  });
  expect(streamsOf(mizhi).remarks).toEqual([]);
});

test('横山: without 公开05表 the project expenditure of the fund is the rest, marked as derived', () => {
  const project = streamsOf(hengshan).sources.find((stream) => stream.to === 'project');
  expect(project?.amount).toMatchObject({ value: '7604.60', summed: true });
  expect(project?.amount.reason).toContain('推算');
});

const GENERAL: MadeUpStatement = {
  statement: 'general_budget_expenditure',
  rows: [['total', { total: '90.00', basic: '40.00', project: '50.00' }]],
};
const expenditure = (basic: string, project: string, total: string): MadeUpStatement => ({
  statement: 'expenditure',
  rows: [
    ['total', { total, basic, project }],
    ['201 一般公共服务支出', { total, basic, project }],
  ],
});

describe('money beside the funds', () => {
  test('what 支出决算表 has more is other money', () => {
    const account = madeUp({ statements: [GENERAL, expenditure('45.00', '55.00', '100.00')] });
    expect(amounts(account)).toMatchObject({ 'other-basic': '5.00', 'other-project': '5.00' });
  });

  test('within rounding there is none, and no contradiction', () => {
    const account = madeUp({ statements: [GENERAL, expenditure('40.01', '49.99', '90.00')] });
    expect(amounts(account)).not.toHaveProperty('other-basic');
    expect(streamsOf(account).remarks).toEqual([]);
  });

  test('what it has less is a contradiction, and said so', () => {
    const account = madeUp({ statements: [GENERAL, expenditure('38.00', '50.00', '88.00')] });
    expect(streamsOf(account).remarks.join('')).toContain('比支出决算表的基本支出多 2.00 万元，表间矛盾');
  });
});

test('classes that do not add to their kind are said so', () => {
  const account = madeUp({
    statements: [
      {
        statement: 'expenditure',
        rows: [
          ['total', { total: '90.00', basic: '40.00', project: '50.00' }],
          ['201 一般公共服务支出', { total: '80.00', basic: '40.00', project: '40.00' }],
        ],
      },
    ],
    claims: [['project_expenditure', 'final', '50.00万元']],
  });
  expect(streamsOf(account).remarks.join('')).toContain('项目支出 50.00 万元，按类相加却为 40.00 万元');
});
