import { describe, expect, test } from 'vitest';
import { measure } from '../../lib/measured';
import { boundsText, measuredCell, moneyScale, onYearWords } from '../../lib/panels/cells';
import { namesOf } from '../../lib/panels/naming';
import { madeUp } from '../metrics/madeUp';

const cost = (printed: string) => {
  const account = madeUp({ claims: [['agency_operating_cost', 'final', printed]] });
  return { account, measured: measure(account, 'agency_operating_cost') };
};

test.each([
  ['40.73万元', '万元', 2],
  ['40.7万元', '万元', 1],
  ['41万元', '万元', 0],
  ['407300元', '万元', 2],
  ['1.234567万元', '万元', 2],
  ['99,999.99万元', '万元', 2],
  ['100,000.00万元', '亿元', 4],
  ['12.5亿元', '亿元', 4],
])('%s alone is shown in %s with %i decimals', (printed, unit, decimals) => {
  expect(moneyScale([cost(printed).measured])).toEqual({ unit, decimals });
});

describe('texts', () => {
  test.each([
    ['447.4万元', '447.40', '447.4'],
    ['0.040万元', '0.040', '0.04'],
    ['407,312.34元', '40.73', '40.731234'],
    ['2,946.25万元', '2,946.25', '2946.25'],
  ])('%s beside two decimals reads %s and is exactly %s', (printed, text, value) => {
    const { account, measured } = cost(printed);
    expect(measuredCell(account, measured, { unit: '万元', decimals: 2 })).toMatchObject({ text, value });
  });

  test.each([
    ['15.83633', '15.83667', 2, '15.836–15.837'],
    ['12.39149', '12.39151', 2, '12.391–12.392'],
    ['3358.24', '3358.26', 2, '3,358.240–3,358.260'],
    ['-4.603', '-4.579', 2, '−4.603 至 −4.579'],
    ['100', '100', 2, '100.000'],
  ])('bounds %s and %s', (low, high, decimals, text) => {
    expect(boundsText(low, high, decimals)).toBe(text);
  });
});

test.each([
  ['one account', [['米脂县工业商贸局', 2023]], ['米脂县工业商贸局 2023']],
  [
    'years of one department',
    [
      ['某局', 2022],
      ['某局', 2023],
    ],
    ['2022 年', '2023 年'],
  ],
  [
    'a common end',
    [
      ['米脂县工业商贸局', 2023],
      ['榆林市横山区工业商贸局', 2021],
    ],
    ['米脂县 2023', '榆林市横山区 2021'],
  ],
  [
    'a long name',
    [
      ['某某自治州发展和改革委员会', 2023],
      ['某县水务局', 2021],
    ],
    ['某某自治州发展… 2023', '某县水务局 2021'],
  ],
  [
    'nothing in common',
    [
      ['某县财政厅', 2023],
      ['某市水务局', 2021],
    ],
    ['某县财政厅 2023', '某市水务局 2021'],
  ],
  [
    'a name that is nothing but the end',
    [
      ['工业商贸局', 2023],
      ['米脂县工业商贸局', 2021],
    ],
    ['工业商贸局 2023', '米脂县工业商贸局 2021'],
  ],
] as const)('short names: %s', (_, accounts, short) => {
  const made = accounts.map(([department, year]) => madeUp({ department, year }));
  expect(namesOf(made).map((name) => name.short)).toEqual(short);
});

test.each([
  ['+3.20', '比上年增加 3.20%'],
  ['−0.41', '比上年减少 0.41%'],
  ['0.00', '与上年持平'],
  ['−0.00', '与上年持平'],
  ['10', '比上年增加 10%'],
  ['100.00', '比上年增加 100.00%'],
])('a growth of %s is said as %s', (text, words) => {
  expect(onYearWords({ text, value: text, status: 'computed', sources: [] })).toBe(words);
});
