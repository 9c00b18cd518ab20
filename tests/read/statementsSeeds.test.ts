import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden, readFile, renderStatements, root } from './rendering';

const MIZHI = 'data/accounts/000_c35e400ed49bcbf2.txt';
const HENGSHAN = 'data/accounts/004_26498f16d37d7910.txt';

/** The tables of a document by the line of their first row, and the cells of a row that count rows, not money. */
interface Stretch {
  from: string;
  rowNumbers: readonly number[];
}

/** Counts printed amounts without the reader: all numbers of the tables but codes, row numbers and column numbers. */
function countAmounts(path: string, stretches: readonly Stretch[]): number {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  let count = 0;
  for (const { from, rowNumbers } of stretches) {
    let at = lines.findIndex((line) => line.startsWith(from) && line.includes('\t'));
    expect(at, from).toBeGreaterThan(0);
    for (; lines[at]?.includes('\t'); at++) {
      const cells = (lines[at] ?? '').split('\t').map((cell) => cell.trim());
      if (/^(栏\s*次|项 目 栏 次)/.test(cells[0] ?? '')) continue;
      cells.forEach((cell, index) => {
        const isCode = /^\d{3}(\d\d){0,2}$/.test(cell) && /[\u4e00-\u9fff]/.test(cells[index + 1] ?? '');
        if (/^[\d.,]+$/.test(cell) && !isCode && !rowNumbers.includes(index)) count++;
      });
    }
  }
  return count;
}

const plain = (from: string): Stretch => ({ from, rowNumbers: [] });

describe('the two published accounts', () => {
  it('米脂县工业商贸局 2023 prints 301 amounts, each a fact', async () => {
    const counted = countAmounts(MIZHI, [
      { from: '一、一般公共预算财政拨款收入\t1', rowNumbers: [1, 4] },
      plain('合计\t\t3890.08\t3890.08'),
      plain('合计\t\t3890.08\t488.13'),
      { from: '一、一般公共预算财政拨款\t1', rowNumbers: [1, 4] },
      plain('合计\t\t3784.58'),
      plain('301\t工资福利支出'),
      plain('合计\t\t\t105.50'),
    ]);
    const { facts } = await readFile(MIZHI);
    expect(counted).toBe(301);
    expect(facts).toHaveLength(301);
  });

  it('榆林市横山区工业商贸局 2021 prints 142 amounts, each a fact', async () => {
    const counted = countAmounts(HENGSHAN, [
      plain('1. 一般公共预算财政拨款\t'),
      plain('合计\t\t8680.23\t8680.23'),
      plain('合计\t\t8680.23\t1705.63'),
      plain('1. 一般公共预算 财政拨款\t'),
      plain('合计\t\t1075.63'),
      plain('预算数'),
    ]);
    const { facts } = await readFile(HENGSHAN);
    expect(counted).toBe(142);
    expect(facts).toHaveLength(142);
  });

  it.each([MIZHI, HENGSHAN])('%s reads as reviewed, fact by fact', async (path) => {
    const reading = await readFile(path);
    expectGolden(`${path.split('/').at(-1)}`, renderStatements({ ...reading, unread: [] }));
  });

  it.each([MIZHI, HENGSHAN])('%s: every fact prints what stands at its place', async (path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    const { facts, statements } = await readFile(path);
    for (const fact of facts)
      expect(lines[fact.place.line - 1]?.split('\t')[fact.place.cell ?? -1]?.trim()).toBe(fact.printed);
    const claimed = statements.flatMap((statement) => statement.lines.flatMap((line) => line.facts));
    expect(claimed.sort((one, other) => one - other)).toEqual(facts.map((_, index) => index));
  });

  it('tells filled, empty and absent statements, with the reasons of the list of tables', async () => {
    const states = async (path: string): Promise<string[]> =>
      (await readFile(path)).statements.map((one) => `${one.statement} ${one.state} ${one.listedEmpty} ${one.reason}`);
    expect(await states(HENGSHAN)).toEqual([
      'revenue_expenditure_summary filled false null',
      'revenue filled false null',
      'expenditure filled false null',
      'fiscal_appropriation_summary filled false null',
      'general_budget_expenditure absent false null',
      'general_budget_basic_expenditure filled false null',
      'government_fund absent true 本部门无政府性基金预算财政拨款收入支出',
      'state_capital absent true 本部门无国有资本经营预算财政拨款支出',
      'three_public filled false null',
    ]);
    expect((await states(MIZHI)).slice(7)).toEqual([
      'state_capital empty true 本单位不涉及故公开空表',
      'three_public empty true 本单位不涉及故公开空表',
    ]);
  });

  it('keeps odd figures as printed', async () => {
    const { facts } = await readFile(HENGSHAN);
    const postage = facts.filter((fact) => fact.code === '30207');
    expect(postage.map(({ printed, amount, decimals }) => [printed, amount, decimals])).toEqual([
      ['.040', '0.040', 3],
      ['.040', '0.040', 3],
    ]);
  });
});
