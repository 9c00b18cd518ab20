import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PerformanceCell, PerformanceTable } from '../../lib/facts';
import { readPerformance } from '../../lib/read/performance';
import { readText } from '../../lib/read/text';

const read = (text: string): PerformanceTable[] =>
  readPerformance(readText(new TextEncoder().encode(text), 'x.txt'), { title: { department: '某局' } }).tables;
const account = (file: string): PerformanceTable[] =>
  read(readFileSync(new URL(`../../data/accounts/${file}`, import.meta.url), 'utf8'));
const shown = (cell: PerformanceCell | null): string => cell?.printed ?? '·';

const fundsLine = (table: PerformanceTable, at: number): string => {
  const funds = table.funds[at];
  return funds
    ? [
        funds.name,
        ...[funds.initialBudget, funds.budget, funds.executed, funds.points, funds.rate, funds.score].map(shown),
      ].join(' ')
    : 'none';
};
const indicatorLine = (table: PerformanceTable, at: number): string => {
  const found = table.indicators[at];
  return found
    ? [
        found.level1,
        found.level2,
        found.level3,
        ...[found.target, found.result, found.points, found.score].map(shown),
      ].join(' ')
    : 'none';
};
const heading = (table: PerformanceTable): string =>
  [
    table.kind,
    table.subject,
    table.funds.length,
    table.indicators.length,
    shown(table.totalPoints),
    shown(table.totalScore),
    table.place.line,
  ].join(' ');

describe('the self-evaluation tables of the two published accounts', () => {
  const first = account('000_c35e400ed49bcbf2.txt');
  const second = account('004_26498f16d37d7910.txt');

  it('finds every table with its subject, funds, indicators and total', () => {
    expect(first.map(heading)).toEqual([
      'department 米脂县工业商贸局 4 9 100 95 300',
      'project 米脂银州氮肥有限责任公司企业改制资金 4 6 100 · 343',
      'project 疫情防控隔离酒店征用经费 4 6 100 95 365',
      'project 银州氮肥有限公司企业改制 4 6 100 94 387',
      'project 2022年市级工业转型升级项目 4 8 100 99 409',
      'project 困难群众运煤运费补贴 4 6 100 · 433',
      'special_fund 工业发展专项资金和小微企业发展专项资金 4 6 100 98 461',
    ]);
    expect(second.map(heading)).toEqual(['project 横山区碘盐配售款 3 7 · 99 459', 'department 某局 0 22 100 100 486']);
  });

  it.each([
    [0, 0, '任务1 · 3401.95 3401.95 · 100% ·'],
    [0, 3, '金额合计 · 3890.08 3890.08 10 · 10'],
    [1, 0, '年度资金总额 795.41 795.41 795.41 10 100% 10'],
    [1, 2, '上年结转资金 · · · · · ·'],
    [4, 1, '其中：当年财政拨款 228.64 228.64 228.64 · · ·'],
    [6, 3, '其他资金 · · · · · ·'],
  ])('funds line %i/%i', (table, line, expected) => {
    expect(fundsLine(first[table] as PerformanceTable, line)).toBe(expected);
  });

  it.each([
    [0, 3, '产出指标(50分) 成本指标 财政拨款 4881.02万元 4881.02万元 10 10'],
    [3, 5, '满意度指标(10分) 服务对象满意度 企业职工满意度 >90% >90% 10 10'],
    [5, 1, '产出指标(50分) 质量指标 困难群众到位精准率 100% · 10 10'],
    [5, 5, '满意度指标(10分) 服务对象满意度指标 保障对象满意度 100% · · ·'],
  ])('indicator %i/%i, also where a row stands one cell aside', (table, line, expected) => {
    expect(indicatorLine(first[table] as PerformanceTable, line)).toBe(expected);
  });

  it('carries the upper levels down and leaves criteria out', () => {
    expect(indicatorLine(second[1] as PerformanceTable, 2)).toBe('投入(15分) 预算配置(15分) 重点支出安排率 · · 5 5');
    expect(indicatorLine(second[1] as PerformanceTable, 18)).toBe('效果(20分) 履职效益(20分) 经济效益 · · 15 15');
  });

  it('keeps the place of every cell', () => {
    expect(first[1]?.funds[0]?.budget?.place).toMatchObject({ line: 346, cell: 3 });
    expect(first[1]?.indicators[3]?.score?.place).toMatchObject({ line: 356, cell: 7 });
  });
});

describe('forms of other places', () => {
  it('reads amounts printed beside their labels', () => {
    const [table] = read(
      '项目绩效目标自评表\n项目名称\t甲工程\n预算数：\t120.50\t执行数：\t118.00\n绩效指标\t一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\n\t产出指标\t数量指标\t里程\t12公里\t12公里\n',
    );
    expect(fundsLine(table as PerformanceTable, 0)).toBe('年度资金总额 · 120.50 118.00 · · ·');
    expect(indicatorLine(table as PerformanceTable, 0)).toBe('产出指标 数量指标 里程 12公里 12公里 · ·');
  });

  it('a table broken by a page number goes on, and a new 项目名称 begins the next', () => {
    const page = (name: string): string =>
      `项目名称\t${name}\n项目资金\t\t全年预算数\t全年执行数\t分值\t执行率\t得分\n\t年度资金总额\t10\t9\t10\t90%\t9\n\n- 12 -\n\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n\t产出指标\t数量指标\t件数\t5件\t5件\t20\t18\n`;
    const tables = read(`项目支出绩效自评表\n${page('甲')}${page('乙')}`);
    expect(tables.map((table) => [table.subject, fundsLine(table, 0), indicatorLine(table, 0)])).toEqual([
      ['甲', '年度资金总额 · 10 9 10 90% 9', '产出指标 数量指标 件数 5件 5件 20 18'],
      ['乙', '年度资金总额 · 10 9 10 90% 9', '产出指标 数量指标 件数 5件 5件 20 18'],
    ]);
  });

  it('is silent on tables of money', () => {
    expect(read('支出决算表\n科目代码\t科目名称\t合计\n201\t一般公共服务支出\t10.00\n')).toEqual([]);
  });
});
