import { expect, it } from 'vitest';
import { economic } from '../../lib/panels/economic';
import { mizhi } from './seeds';

/** The account with its 类 of basic expenditure taken out, as documents print it that list only 款. */
const withoutHeadings = {
  ...mizhi,
  statements: mizhi.statements.map((statement) =>
    statement.statement === 'general_budget_basic_expenditure'
      ? { ...statement, lines: statement.lines.filter(({ code }) => code?.length !== 3) }
      : statement,
  ),
};
const build = (count: number) =>
  economic.build(
    Array.from({ length: count }, () => withoutHeadings),
    {},
  );
const labels = ({ chart }: ReturnType<typeof build>): Set<string> =>
  new Set(JSON.stringify(chart?.option).match(/\b\d{5} [^"]+/g) ?? []);

it('draws every code of one account, and of many accounts the largest, as a note says', () => {
  const codes = build(1).rows.filter(({ code }) => code?.length === 5).length;
  expect(codes).toBeGreaterThan(12);
  expect(labels(build(1)).size).toBe(codes);
  expect(build(1).notes.join()).not.toContain('图中只画');
  const many = build(8);
  expect(labels(many).size).toBe(12);
  expect(many.notes).toContain(`图中只画数字最大的 12 个科目，共 ${codes} 个，其余见数据表。`);
  expect(many.rows.filter(({ code }) => code?.length === 5)).toHaveLength(codes);
  const drawn = many.rows.filter(({ code, label }) => labels(many).has(`${code} ${label}`));
  const left = many.rows.filter(({ code, label }) => code?.length === 5 && !labels(many).has(`${code} ${label}`));
  const size = (rows: typeof drawn) => rows.map(({ cells }) => Number(cells[0]?.value ?? 0));
  expect(Math.min(...size(drawn))).toBeGreaterThanOrEqual(Math.max(...size(left)));
});
