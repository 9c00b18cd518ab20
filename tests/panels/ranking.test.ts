import { describe, expect, it } from 'vitest';
import type { Figure } from '../../lib/figure';
import { type RankingAsked, rankingData } from '../../lib/panels/ranking';

const figure = (value: string, unit: string): Figure => ({
  value,
  low: value,
  high: value,
  unit,
  decimals: 2,
  source: 'printed',
  disputed: false,
  reason: null,
  line: 7,
});

function ask(label: string, unit: string, value: string, order: RankingAsked['order'], counted = 3) {
  const first = {
    account: '610000-ju-2021',
    department: '610000-ju',
    name: '某局',
    region: null,
    figure: figure(value, unit),
    rank: 1,
    worst: 1,
  };
  const { title, answer } = rankingData({
    label,
    unit,
    year: 2021,
    order,
    rows: [first],
    chosen: [],
    first,
    largest: value,
    criterion: '2021 年度',
    completeness: { known: 3, published: 3, counted },
  });
  return [title, answer];
}

it('one department alone is no ranking', () => {
  expect(ask('本年支出合计', '万元', '12.30', 'descending', 1)[1]).toBe(
    '2021 年只有某局有本年支出合计的数字，为 12.30 万元，无从比较。',
  );
});

describe('a ranking asks', () => {
  it.each([
    ['本年支出合计', '万元', '12.30', 'descending', '本年支出合计最多', '本年支出合计最多，为 12.30 万元'],
    ['实有人员', '人', '70.00', 'ascending', '实有人员最少', '实有人员最少，为 70.00 人'],
    ['项目支出占比', '%', '93.86', 'descending', '项目支出占比最高', '项目支出占比最高，为 93.86%'],
    ['人均支出', '万元/人', '9.10', 'ascending', '人均支出最低', '人均支出最低，为 9.10 万元/人'],
  ] as const)(
    'for the most of amounts and counts, the highest of rates: %s',
    (label, unit, value, order, question, said) => {
      expect(ask(label, unit, value, order)).toEqual([`哪些部门的${question}？`, `2021 年，某局的${said}。`]);
    },
  );

  it.each([
    ['194.99', 'descending', '增长最多', '增长最多，为 194.99%'],
    ['-3.10', 'descending', '增长最多', '下降最少，为 3.10%'],
    ['-82.20', 'ascending', '下降最多', '下降最多，为 82.20%'],
    ['4.00', 'ascending', '下降最多', '增长最少，为 4.00%'],
  ] as const)('who rose or fell most, and says which it was: %s %s', (value, order, question, said) => {
    expect(ask('收支总计比上年增减', '%', value, order)).toEqual([
      `哪些部门的收支总计比上年${question}？`,
      `2021 年，某局的收支总计比上年${said}。`,
    ]);
  });
});
