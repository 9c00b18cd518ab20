import { describe, expect, test } from 'vitest';
import { compare, type Limit } from '../../lib/panels/comparison';
import { madeUp } from '../metrics/madeUp';
import { hengshan, mizhi } from './seeds';

const textsOf = (limits: readonly Limit[], kind: Limit['kind']): string[] =>
  limits.flatMap((limit) => (limit.kind === kind ? [limit.text] : []));

describe('the two published accounts', () => {
  const { title, limits } = compare([mizhi, hengshan]);

  test('what is compared', () => {
    expect(title).toBe('米脂县工业商贸局 2023 年度和榆林市横山区工业商贸局 2021 年度部门决算比较');
  });

  test.each([
    ['years', '年度不同（2021、2023）'],
    ['statements', '一般公共预算财政拨款支出决算表：榆林市横山区工业商贸局 2021 年文件中没有（目录列为非空表）'],
    ['statements', '政府性基金预算财政拨款收入支出决算表：榆林市横山区工业商贸局 2021 年文件中没有'],
    ['statements', '米脂县工业商贸局 2023 年为空表（本单位不涉及故公开空表）'],
    ['subjects', '共同的类 2 个（208、210）；共同的项 1 个'],
    ['running', '米脂县 2023 列在 215 资源勘探工业信息等支出（2150101 行政运行）'],
    ['running', '榆林市横山区 2021 列在 201 一般公共服务支出（2011301 行政运行）'],
    ['disputed', '榆林市横山区工业商贸局 2021 年：一般公共预算财政拨款基本支出和基本支出在文件中印数不一'],
  ] as const)('%s: %s', (kind, words) => {
    expect(textsOf(limits, kind).join('')).toContain(words);
  });

  test('a statement that neither has filled limits nothing', () => {
    expect(textsOf(limits, 'statements').join('')).not.toContain('国有资本经营');
  });
});

test('equal accounts are limited by nothing', () => {
  expect(compare([mizhi, { ...mizhi, id: 'again' }]).limits).toEqual([]);
});

test('a fragment says what it lacks', () => {
  const { limits } = compare([mizhi, madeUp({ year: 2023 })]);
  expect(textsOf(limits, 'basis').join('')).toContain('文件中没有可用的支出决算表');
});
