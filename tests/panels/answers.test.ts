import { expect, test } from 'vitest';
import { findPanel } from '../../lib/panels';
import { madeUp } from '../metrics/madeUp';
import { hengshan, mizhi } from './seeds';

const answerOf = (id: string, view = {}): string => findPanel(id)?.build([mizhi, hengshan], view).answer ?? '';

test.each([
  ['totals', '米脂县工业商贸局 2023 年收支总计 3,890.08 万元，比推算的上年数 3,358.25 万元增加 531.83 万元'],
  ['totals', '榆林市横山区工业商贸局 2021 年收支总计 8,680.23 万元，比推算的上年数 1,719.18 万元增加 6,961.05 万元'],
  [
    'structure',
    '2021 年基本支出 1,075.63 万元（12.39%），项目支出 7,604.60 万元（87.61%）（文件中印数不一，此为采用数）',
  ],
  ['growth', '2023 年收支总计增长 15.83%（公布），按增减额重算为 15.84%'],
  ['growth', '2021 年收支总计增长 404.91%（公布），按增减额重算相同'],
  ['agency-operating-costs', '2023 年机关运行经费 40.73 万元，比上年减少 4.59%，实有 25 人，人均 1.63 万元'],
  ['agency-operating-costs', '2021 年机关运行经费 8.40 万元，比上年减少 80.21%，实有 70 人，人均 0.12 万元'],
  ['classes', '2023 年支出 6 类，最多的是资源勘探工业信息等支出 2,233.13 万元，占 57.41%'],
  ['economic', '2023 年人员经费 447.40 万元（占基本支出 91.66%），公用经费 40.73 万元'],
  ['functional-tree', '2021 年支出落到 8 个项，最大的是 2011399 其他商贸事物支出 7,425.88 万元'],
  [
    'flow',
    '2023 年一般公共预算 488.13 万元用于基本支出、一般公共预算 3,296.45 万元用于项目支出、政府性基金 105.50 万元用于项目支出',
  ],
])('%s answers: %s', (id, words) => {
  expect(answerOf(id)).toContain(words);
});

test.each([
  ['totals', '没有收支总计'],
  ['structure', '没有基本支出和项目支出的数字'],
  ['growth', '没有与上年的比较'],
  ['agency-operating-costs', '没有机关运行经费的数字'],
  ['classes', '没有按功能分类的支出'],
  ['economic', '没有人员经费和公用经费的数字'],
  ['functional-tree', '没有到项级的支出'],
  ['flow', '没有可以相连的资金、支出和分类数字'],
])('%s of a fragment without figures says so and draws nothing', (id, words) => {
  const data = findPanel(id)?.build([madeUp({})], {});
  expect(data?.answer).toContain(words);
  expect(data?.chart).toBeNull();
});

test('shares are a choice that the panel names', () => {
  const data = findPanel('classes')?.build([mizhi, hengshan], { show: 'share' });
  expect(data?.options[0]).toMatchObject({ key: 'show', value: 'share' });
  expect(data?.rows.find((row) => row.key === '215')?.cells[0]).toMatchObject({ text: '57.41', status: 'computed' });
  expect(findPanel('classes')?.build([mizhi], { show: 'nonsense' }).options[0]?.value).toBe('amount');
});

test('the tree goes as deep as chosen', () => {
  const codes = (level: string) =>
    findPanel('functional-tree')
      ?.build([mizhi], { level })
      .rows.map((row) => row.code?.length);
  expect(new Set(codes('1'))).toEqual(new Set([3]));
  expect(new Set(codes('3'))).toEqual(new Set([3, 5, 7]));
});

test('a missing 类 says where it is missing', () => {
  const rows = findPanel('classes')?.build([mizhi, hengshan], {}).rows;
  const [ours] = rows?.find((row) => row.key === '201')?.cells ?? [];
  expect(ours).toMatchObject({ status: 'missing', value: null });
  expect(ours?.reason).toContain('公开03表 支出决算表没有“201');
  expect(ours?.reason).toContain('公开01表 收入支出决算总表');
});

test('the disputed row of the tree is marked, its sound neighbours are not', () => {
  const rows = findPanel('functional-tree')?.build([mizhi], {}).rows;
  const cell = (code: string) => rows?.find((row) => row.code === code)?.cells[0];
  expect(cell('2150101')?.disputed).toBe(true);
  expect(cell('215')?.disputed).toBeUndefined();
});

test('without the 支出决算表 the statements of the funds stand in, and the panel says so', () => {
  const without = {
    ...mizhi,
    id: 'without',
    statements: mizhi.statements.filter(({ statement }) => statement !== 'expenditure'),
    facts: mizhi.facts.filter(({ statement }) => statement !== 'expenditure'),
  };
  const data = findPanel('classes')?.build([without], {});
  expect(data?.rows.map((row) => row.code)).toEqual(['208', '210', '212', '215', '216', '224']);
  expect(data?.notes.join('')).toContain('不含非财政拨款支出');
});
