import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { STATEMENT_IDS } from '../../lib/statements';
import { recompute } from './recomputed';
import { askTable, HENGSHAN, HOSTILE, MIZHI, poison, rowsOf, withStore } from './store';

withStore();

const csv = async (account: string, name: string): Promise<Record<string, string>[]> =>
  parse(await (await askTable(account, `${name}.csv`)).text(), { columns: true });

const book = async (account: string, name: string) =>
  readXlsx(Buffer.from(await (await askTable(account, `${name}.xlsx`)).arrayBuffer()));

interface Printed {
  printed: string;
  name: string;
  fen: number;
  place_line: number;
}

const factsOf = (account: string, statement: string): Printed[] =>
  rowsOf<Printed>(
    `SELECT f.printed, f.name, f.fen, f.place_line FROM facts f JOIN accounts a ON a.key = f.account
      WHERE a.id = ? AND f.statement = ? AND f.current = 1 ORDER BY f.n`,
    account,
    statement,
  );

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

describe.each([MIZHI, HENGSHAN])('%s', (account) => {
  describe.each(STATEMENT_IDS)('%s', (statement) => {
    it('CSV has every figure of the store as printed, with its amount and line', async () => {
      const rows = await csv(account, statement);
      const facts = factsOf(account, statement);
      const figures = rows.flatMap((row) =>
        Object.entries(row).flatMap(([head, printed]) => {
          if (!head.endsWith(' 印数')) return [];
          const [, amount = ''] =
            Object.entries(row).find(([key]) => key.startsWith(`${head.slice(0, -3)}（`) && key.endsWith('元）')) ?? [];
          return amount === ''
            ? []
            : [`${row.项目} ${printed} ${Math.round(Number(amount) * 1_000_000)} ${row.原文行}`];
        }),
      );
      expect(sorted(figures)).toEqual(
        sorted(facts.map(({ name, printed, fen, place_line }) => `${name} ${printed} ${fen} ${place_line}`)),
      );
      for (const row of rows)
        expect(row.原文).toBe(`https://juesuan.example/accounts/${account}/source#L${row.原文行}`);
    });

    it('the workbook carries the same numbers, its sums come out', async () => {
      const [data, places, notes] = (await book(account, statement)).sheets;
      const rows = await csv(account, statement);
      expect(data?.rows.length).toBe(rows.length + 1);
      const heads = (data?.rows[0] ?? []).map(String);
      heads.forEach((head, at) => {
        if (!/（.*元）$/.test(head)) return;
        expect(data?.rows.slice(1).map((row) => row[at] ?? null)).toEqual(
          rows.map((row) => (row[head] === '' ? null : Number(row[head]))),
        );
      });
      for (const { carried, computed } of data ? recompute(data) : []) expect(computed).toBe(carried);
      expect(places?.rows.length).toBe(1 + factsOf(account, statement).length);
      expect(notes?.rows.map((row) => row[0])).toContain('许可');
    });
  });

  it('has sums as formulas where statements are filled', async () => {
    const counts = await Promise.all(
      ['revenue_expenditure_summary', 'expenditure', 'general_budget_expenditure'].map(async (name) => {
        const [data] = (await book(account, name)).sheets;
        return data ? recompute(data).length : 0;
      }),
    );
    expect(counts[0]).toBeGreaterThanOrEqual(3);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4);
  });

  it('one workbook holds every table', async () => {
    const { sheets } = await book(account, 'all');
    const names = sheets.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const name of ['收支总表', '情况说明', '绩效自评', '核对发现', '说明']) expect(names).toContain(name);
    for (const sheet of sheets) for (const { carried, computed } of recompute(sheet)) expect(computed).toBe(carried);
  });

  it('claims, findings and self-evaluations are those of the store', async () => {
    const claims = rowsOf<{ printed: string; sentence: string }>(
      'SELECT printed, sentence FROM claims c JOIN accounts a ON a.key = c.account WHERE a.id = ? AND current = 1 ORDER BY n',
      account,
    );
    expect((await csv(account, 'claims')).map((row) => row.句子)).toEqual(claims.map(({ sentence }) => sentence));
    expect((await csv(account, 'claims')).map((row) => row.印数)).toEqual(claims.map(({ printed }) => printed));
    const findings = rowsOf<{ message: string }>(
      'SELECT message FROM findings f JOIN accounts a ON a.key = f.account WHERE a.id = ? AND current = 1 ORDER BY n',
      account,
    );
    expect((await csv(account, 'findings')).map((row) => row.发现)).toEqual(findings.map(({ message }) => message));
    const [{ n = 0 } = {}] = rowsOf<{ n: number }>(
      'SELECT count(*) AS n FROM performance_indicators p JOIN accounts a ON a.key = p.account WHERE a.id = ?',
      account,
    );
    expect((await csv(account, 'performance')).filter((row) => row.部分 === '指标')).toHaveLength(n);
  });
});

it('a contradiction is told at its row, with the column', async () => {
  const rows = await csv(HENGSHAN, 'expenditure');
  expect(rows.find((row) => row.原文行 === '216')?.核对发现).toMatch(/矛盾（第 \d+ 处）/);
});

test('programs get no byte order mark, people do', async () => {
  expect(await (await askTable(MIZHI, 'revenue.csv')).text()).not.toMatch(/^\ufeff/);
  const bytes = Buffer.from(await (await askTable(MIZHI, 'revenue.csv', '?download=1')).arrayBuffer());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
});

test('who has it gets 304', async () => {
  const { serveTable } = await import('../../app/_downloads/accountTables');
  const first = await askTable(MIZHI, 'revenue.csv');
  const again = new Request('https://juesuan.example/', {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect((await serveTable(again, MIZHI, 'revenue.csv')).status).toBe(304);
});

test.each([
  ['610827-no-such-2023', 'revenue.csv'],
  ['%00', 'revenue.csv'],
  [MIZHI, 'revenue.pdf'],
  [MIZHI, 'nothing.csv'],
  [MIZHI, 'all.csv'],
  [MIZHI, '../../etc/passwd'],
])('%s %s is a problem', async (account, file) => {
  const answer = await askTable(account, file);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

describe('hostile text', () => {
  it('stays text in every table', async () => {
    poison(MIZHI);
    const answer = await askTable(MIZHI, 'claims.csv');
    expect(answer.headers.get('content-disposition')).not.toMatch(/[\r\n]|Evil: 1/);
    const [claim] = await csv(MIZHI, 'claims');
    expect(claim?.句子).toBe(`'${HOSTILE}`);
    const { sheets } = await book(MIZHI, 'all');
    const texts = sheets.flatMap(({ rows }) => rows.flat());
    expect(texts).toContain(HOSTILE);
    const formulas = sheets.flatMap(({ cells }) =>
      [...(cells ?? new Map()).values()].flatMap((cell) => cell.formula ?? []),
    );
    expect(formulas.filter((formula) => !/^SUM\([A-Z0-9:,]+\)$/.test(formula))).toEqual([]);
    const findings = await csv(MIZHI, 'findings');
    expect(findings.some((row) => row.发现 === `'${HOSTILE}`)).toBe(true);
  });
});
