import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askPivot } from '../../app/_pivot/askPivot';
import {
  columnId,
  type GridCell,
  lineOf,
  markOf,
  noteOf,
  type PivotGrid,
  plainNumber,
  textOf,
} from '../../app/_pivot/gridShape';
import { gridTable } from '../../app/_pivot/gridTable';
import { memberHref } from '../../app/_pivot/links';
import { marksIn } from '../../app/_pivot/marks';
import { holding, inOrder } from '../../app/_pivot/order';
import { fileOf } from '../../app/_pivot/pivotFiles';
import { growthOf, moneyText, percentText } from '../../app/_pivot/quotients';
import { printFit } from '../../app/_pivot/StillGrid';
import type { Db } from '../../db/open';
import { DEFAULT_PIVOT, type PivotSelection } from '../../lib/pivot';
import { copyOf, sampleStore } from '../db/sampleStore';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let db: Db;
beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 20, lastYear: 2021, years: 4 }));
});
afterAll(() => db.sqlite.close());

const all = <Row>(sql: string, ...values: unknown[]): Row[] =>
  db.sqlite.prepare<unknown[], Row>(sql).all(...values) as Row[];
const ask = (selection: Partial<PivotSelection>, of: Db = db, version = 1) =>
  askPivot({ db: of, version }, { ...DEFAULT_PIVOT, ...selection });
const fen = (text: string): number => Math.round(Number(plainNumber(text)) * 1_000_000);

const cellAt = (grid: PivotGrid, row: string, column: string): GridCell => {
  const line = grid.lines.find(({ keys }) => keys.join('|') === row);
  const at = grid.heads.findIndex((head) => columnId(head) === column);
  const cell = line?.cells[at];
  if (cell === undefined) throw new Error(`no cell: ${row} × ${column}`);
  return cell;
};

describe('quotients', () => {
  it.each([
    [0, '0.00'],
    [1_234_567_890_000, '1,234,567.89'],
    [-5_000_000, '−5.00'],
    [1_234_567, '1.234567'],
  ])('%d 分 is %s 万元', (amount, text) => expect(moneyText(amount)).toBe(text));

  it.each([
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [1, 800, '0.13'],
    [-1, 800, '−0.13'],
    [-1, 1_000_000, '0.00'],
    [9_007_199_254_740_991, 9_007_199_254_740_990, '100.00'],
  ])('%d of %d is %s %%', (part, whole, text) => expect(percentText(part, whole)).toBe(text));

  it('growth is not told from nothing, and says when the last digits leave it open', () => {
    expect(growthOf({ fen: 5, half: 0 }, { fen: 1, half: 1 })).toBeUndefined();
    expect(growthOf({ fen: 300, half: 0 }, { fen: 200, half: 0 })).toEqual({ text: '50.00', open: null });
    expect(growthOf({ fen: 30_000, half: 5_000 }, { fen: 20_000, half: 5_000 })?.open).toBe(
      '尾差使它在 0.00% 与 133.33% 之间',
    );
  });
});

describe('amounts', () => {
  it('every department’s 2080505 over the years is the printed one, and leads to its line', async () => {
    const { grid } = await ask({ rows: ['department'], columns: ['year'], codes: ['2080505'] });
    const rows = all<{ id: string; year: number; fen: number }>(
      `SELECT a.id, f.year, f.fen FROM facts f JOIN accounts a ON a.key = f.account
      WHERE f.current = 1 AND f.statement = 'expenditure' AND f."column" = 'total' AND f.line = '2080505'`,
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const { id, year, fen: printed } of rows) {
      const cell = cellAt(grid, id.slice(0, -5), String(year));
      expect([id, fen(textOf(cell))]).toEqual([id, printed]);
      expect(lineOf(cell)).toBeGreaterThan(0);
    }
    const shown = grid.lines
      .slice(1)
      .flatMap(({ cells }) => cells.slice(0, -1).filter((cell) => /\d/.test(textOf(cell))));
    expect(shown).toHaveLength(rows.length);
    expect(fen(textOf(cellAt(grid, '', 'total')))).toBe(rows.reduce((sum, row) => sum + row.fen, 0));
  });

  it('years without an account are gaps, accounts without the code are not', async () => {
    const { grid } = await ask({ rows: ['department'], columns: ['year'], codes: ['2050202'] });
    const stored = new Set(all<{ id: string }>('SELECT id FROM accounts').map(({ id }) => id));
    for (const { keys, cells } of grid.lines.slice(1))
      for (const [at, head] of grid.heads.slice(0, -1).entries())
        expect(markOf(cells[at]) === 'gap').toBe(!stored.has(`${keys[0]}-${head.keys[0]}`));
  });

  it('totals of departments are the printed ones', async () => {
    const { grid } = await ask({ rows: ['department'], columns: ['year'] });
    for (const { id, value } of all<{ id: string; value: number }>(
      `SELECT a.id, f.value FROM figures f JOIN figure_names n ON n.id = f.figure JOIN accounts a
        ON a.department = f.department AND a.year = f.year WHERE n.figure = 'year_expenditure' AND f.value IS NOT NULL`,
    ))
      expect(fen(textOf(cellAt(grid, id.slice(0, -5), id.slice(-4))))).toBe(value);
  });

  it.each<[string, Partial<PivotSelection>]>([
    ['region × 类', { rows: ['region'], columns: ['class'] }],
    ['kind × nature', { rows: ['kind'], columns: ['nature'] }],
    ['类 款 项 × year', { rows: ['class', 'item', 'subitem'] }],
    ['year × fund', { rows: ['year'], columns: ['fund'] }],
    ['department, 类 without columns', { rows: ['department', 'class'], columns: [] }],
  ])('%s: each sum is that of its parts', async (_name, selection) => {
    const { grid } = await ask(selection);
    for (const [at, line] of grid.lines.entries()) {
      const depth = line.keys.length;
      if (depth === grid.rows.length) continue;
      const below = grid.lines
        .slice(at + 1)
        .filter(({ keys }) => keys.length === depth + 1 && keys.slice(0, depth).join() === line.keys.join());
      for (const column of grid.heads.keys()) {
        const parts = below.map(({ cells }) => textOf(cells[column])).filter((text) => /\d/.test(text));
        expect(parts.reduce((sum, text) => sum + fen(text), 0)).toBe(fen(textOf(line.cells[column]) || '0') || 0);
      }
    }
  });
});

describe('sums are checked', () => {
  it('a total that the printed one contradicts says by how much', async () => {
    const copy = copyOf(db);
    const [row] = all<{ department: number; year: number; id: string }>(
      `SELECT s.department, s.year, a.id FROM spending s JOIN accounts a ON a.key = s.account
      WHERE s.code = '208' AND s.disputed = 0 LIMIT 1`,
    );
    if (!row) throw new Error('nobody spends on 208');
    copy.sqlite
      .prepare("UPDATE spending SET total = total + 12345678 WHERE department = ? AND year = ? AND code = '208'")
      .run(row.department, row.year);
    const { grid } = await ask({ rows: ['department', 'class', 'item'], columns: ['year'] }, copy, 2);
    const cell = cellAt(grid, `${row.id.slice(0, -5)}|208`, String(row.year));
    expect(markOf(cell)).toBe('contradicted');
    expect(noteOf(cell)).toMatch(/分项之和 .* 比印出的合计 .* 少 12\.3\d* 万元/);
    copy.sqlite.close();
  });

  it('of present codes only the totals are compared with printed ones, and that is said', async () => {
    const copy = copyOf(db);
    const [row] = all<{ department: number; year: number; id: string }>(
      `SELECT s.department, s.year, a.id FROM spending s JOIN accounts a ON a.key = s.account
      WHERE s.code = '208' AND s.disputed = 0 LIMIT 1`,
    );
    if (!row) throw new Error('nobody spends on 208');
    copy.sqlite
      .prepare("UPDATE spending SET total = total + 12345678 WHERE department = ? AND year = ? AND code = '208'")
      .run(row.department, row.year);
    const rows = ['department', 'class', 'item'] as const;
    const { grid, notes } = await ask({ rows: [...rows], columns: ['year'], like: true }, copy, 3);
    expect(markOf(cellAt(grid, `${row.id.slice(0, -5)}|208`, String(row.year)))).not.toBe('contradicted');
    expect(notes.join()).toContain('不与它们核对；合计仍与印出的支出合计核对');
    copy.sqlite
      .prepare("UPDATE spending SET total = total + 12345678 WHERE department = ? AND year = ? AND code LIKE '208____'")
      .run(row.department, row.year);
    const { grid: changed } = await ask({ rows: [...rows], columns: ['year'], like: true }, copy, 4);
    expect(markOf(cellAt(changed, row.id.slice(0, -5), String(row.year)))).toBe('contradicted');
    const { notes: ofOne } = await ask({ rows: [...rows], codes: ['208'], like: true }, copy, 4);
    expect(ofOne.join()).toMatch(/不与它们核对。/);
    copy.sqlite.close();
  });

  it('a code under the present list holds its former ones, and every changed sum says what was printed', async () => {
    const [move] = all<{ former: string; present: string }>(
      `SELECT c.old_code AS former, c.new_code AS present FROM subject_changes c JOIN spending s ON s.code = c.old_code
      WHERE c.kind = 'moved' AND length(c.new_code) = 7 GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1`,
    );
    if (!move) throw new Error('no code of the sample moved');
    const printedIn = (code: string) =>
      new Map(
        all<{ year: number; fen: number }>(
          `SELECT year, sum(fen) AS fen FROM facts WHERE current = 1 AND statement = 'expenditure' AND "column" = 'total'
          AND line = ? GROUP BY year`,
          code,
        ).map(({ year, fen: sum }) => [year, sum]),
      );
    const [former, present] = [printedIn(move.former), printedIn(move.present)];
    for (const codes of [[move.present], [move.former]])
      for (const rows of [['kind'], ['subitem']] as const) {
        const { grid } = await ask({ rows: [...rows], columns: ['year'], codes, like: true });
        for (const [year, sum] of former) {
          const cell = cellAt(grid, '', String(year));
          const own = present.get(year) ?? 0;
          expect([codes, year, fen(textOf(cell))]).toEqual([codes, year, sum + own]);
          const asPrinted = codes[0] === move.former ? sum : own;
          if (asPrinted !== sum + own)
            expect(noteOf(cell)).toContain(
              asPrinted === 0 ? '按印出的科目为 没有列支' : `按印出的科目为 ${moneyText(asPrinted)} 万元`,
            );
        }
      }
    const { grid } = await ask({ rows: ['subitem'], columns: ['year'], codes: [move.present] });
    expect(grid.lines.flatMap(({ cells }) => cells).some((cell) => markOf(cell) === 'moved')).toBe(false);
  });

  it('what no fund and no kind of expenditure holds is said to be a rest', async () => {
    const { grid, notes } = await ask({ rows: ['fund'] });
    const rest = fen(textOf(cellAt(grid, 'other', 'total')));
    const [printed] = all<{ fen: number }>(`SELECT sum(total) - sum(coalesce(general, 0)) - sum(coalesce(fund, 0))
      - sum(coalesce(capital, 0)) AS fen FROM spending WHERE length(code) = 3`);
    expect(rest).toBe(printed?.fen);
    expect(notes.join()).toContain('“其他资金或差额”是支出决算表的数减去三项预算的数');
    expect((await ask({ rows: ['class'] })).notes.join()).not.toContain('差额”是');
  });

  it('a print lies across where it must, and leaves out what has no room', () => {
    const wide = (columns: number): PivotGrid => ({
      rows: ['class'],
      columns: ['department'],
      heads: [
        ...Array.from({ length: columns - 1 }, (_, at) => ({ keys: [`${at}`], note: null })),
        { keys: [], note: null },
      ],
      lines: [{ keys: [], note: null, cells: Array.from({ length: columns }, () => '123,456.78') }],
      labels: {},
      unit: '万元',
    });
    expect(printFit(wide(9))).toEqual({ isAcross: false, unprinted: new Set() });
    expect(printFit(wide(13))).toEqual({ isAcross: true, unprinted: new Set() });
    const { unprinted } = printFit(wide(40));
    expect([unprinted.size, unprinted.has(39), unprinted.has(38), unprinted.has(0)]).toEqual([25, false, true, false]);
  });

  it('sums over less than all departments say so', async () => {
    const { grid, notes } = await ask({ rows: ['region'], columns: ['year'] });
    const known = all<{ n: number }>('SELECT count(*) AS n FROM departments')[0]?.n ?? 0;
    for (const { year, n } of all<{ year: number; n: number }>(
      'SELECT year, count(*) AS n FROM accounts GROUP BY year',
    )) {
      const head = grid.heads.find((one) => columnId(one) === String(year));
      expect(head?.note).toBe(n < known ? `收录 ${n}/${known}` : null);
    }
    expect(notes.join()).toContain('收录的部门不全');
  });
});

describe('other values', () => {
  it('shares are of the row, the column, the parent, the total', async () => {
    const rows = ['class', 'item'] as const;
    const { grid } = await ask({ rows: [...rows] });
    const amount = (row: string, column: string) => fen(textOf(cellAt(grid, row, column)));
    const share = async (value: PivotSelection['value'], row: string, column: string) =>
      textOf(cellAt((await ask({ rows: [...rows], value })).grid, row, column));
    const percent = (part: number, whole: number) => percentText(part, whole);
    const [cell, year] = ['208|20805', '2021'] as const;
    expect(await share('row_share', cell, year)).toBe(percent(amount(cell, year), amount(cell, 'total')));
    expect(await share('column_share', cell, year)).toBe(percent(amount(cell, year), amount('', year)));
    expect(await share('parent_share', cell, year)).toBe(percent(amount(cell, year), amount('208', year)));
    expect(await share('total_share', cell, year)).toBe(percent(amount(cell, year), amount('', 'total')));
  });

  it('growth reaches back to the year before the first one shown', async () => {
    const { grid: amounts } = await ask({ rows: ['class'] });
    const { grid } = await ask({ rows: ['class'], value: 'growth', from: 2020, to: 2021 });
    expect(grid.heads.map(columnId)).toEqual(['2020', '2021', 'total']);
    const [now, before] = ['2020', '2019'].map((year) => fen(textOf(cellAt(amounts, '208', year))));
    expect(textOf(cellAt(grid, '208', '2020'))).toBe(percentText((now ?? 0) - (before ?? 0), before ?? 1));
  });

  it('amounts per person are by the staff of those who say it', async () => {
    const { grid } = await ask({ rows: ['department'], columns: ['year'], value: 'per_person' });
    const rows = all<{ id: string; value: number; headcount: number | null }>(
      `SELECT a.id, f.value, r.headcount FROM account_rollups r JOIN accounts a ON a.key = r.account
        JOIN figures f ON f.department = r.department AND f.year = r.year JOIN figure_names n ON n.id = f.figure
      WHERE n.figure = 'year_expenditure' AND f.value IS NOT NULL`,
    );
    for (const { id, value, headcount } of rows)
      if (headcount !== null)
        expect(Number(plainNumber(textOf(cellAt(grid, id.slice(0, -5), id.slice(-4)))))).toBeCloseTo(
          value / headcount,
          1,
        );
    const counted = rows.filter(({ headcount, id }) => headcount !== null && id.endsWith('2021'));
    const [sum, people] = [
      counted.reduce((total, { value }) => total + value, 0),
      counted.reduce((total, { headcount }) => total + (headcount ?? 0), 0),
    ];
    expect(Number(plainNumber(textOf(cellAt(grid, '', '2021'))))).toBeCloseTo(sum / people, 1);
  });

  it.each<[Partial<PivotSelection>, string]>([
    [{ rows: ['class'], columns: [], value: 'growth' }, '比上年增减要有“年度”'],
    [{ value: 'per_person' }, '人均要有“部门”'],
  ])('%j cannot be answered, and amounts stand there instead', async (selection, words) => {
    const { notes, selection: answered } = await ask(selection);
    expect(notes[0]).toContain(words);
    expect(answered.value).toBe('amount');
  });
});

describe('links and marks', () => {
  it('a code leads to its page under the scope of the pivot', () => {
    const selection = { ...DEFAULT_PIVOT, region: '610800', from: 2019, fund: 'other' as const, like: true };
    expect(memberHref(selection, { dimension: 'item', key: '20805' })).toBe(
      '/subjects/functional/20805?region=610800&from=2019&like=1',
    );
    expect(memberHref(DEFAULT_PIVOT, { dimension: 'item', key: '20805' })).toBe('/subjects/functional/20805');
  });

  it.each<[GridCell, string[]]>([
    ['1.00', []],
    [['', null, 'gap', '没有收录'], []],
    [['1.00', null, 'moved', '按现行科目归并；按印出的科目为 没有列支'], ['moved']],
    [
      ['1.00', null, 'disputed', '公布的数字互相矛盾；按现行科目归并；按印出的科目为 2.00 万元'],
      ['disputed', 'moved'],
    ],
  ])('%j has the marks %j', (cell, marks) => expect(marksIn(cell)).toEqual(marks));
});

describe('the order and the choice of rows', () => {
  it('rows of one parent are sorted, the total stays first', async () => {
    const { grid } = await ask({ rows: ['class', 'item'] });
    const lines = inOrder(grid, { by: '2021', descending: true });
    const at = grid.heads.findIndex((head) => columnId(head) === '2021');
    expect(lines).toHaveLength(grid.lines.length);
    expect(lines[0]?.keys).toEqual([]);
    const classes = lines.filter(({ keys }) => keys.length === 1).map(({ cells }) => fen(textOf(cells[at])));
    const known = classes.filter((value) => !Number.isNaN(value));
    expect(known).toEqual([...known].sort((one, other) => other - one));
    for (const [place, { keys }] of lines.entries())
      if (keys.length === 2) expect(lines[place - 1]?.keys[0]).toBe(keys[0]);
  });

  it('words keep the rows that hold them, with those above', async () => {
    const { grid } = await ask({ rows: ['class', 'item', 'subitem'] });
    const kept = holding(grid, grid.lines, '2080505').map(({ keys }) => keys.join('|'));
    expect(kept).toEqual(['', '208', '208|20805', '208|20805|2080505']);
  });
});

describe('files', () => {
  const selection: PivotSelection = { ...DEFAULT_PIVOT, rows: ['region', 'department'], codes: ['2080505'] };

  it('the workbook sums by formula what the table shows', async () => {
    const { body } = await fileOf({ db, version: 1 }, 'table.xlsx', selection, 'https://example.org');
    const { sheets } = await readXlsx(body as Uint8Array);
    expect(sheets.map(({ name }) => name)).toEqual(['数据', '说明', '出处']);
    const { grid } = await ask(selection);
    const table = gridTable(grid, grid.lines);
    const [data, , sources] = sheets;
    expect(data?.rows).toHaveLength(table.length);
    expect(data?.rows[0]).toEqual(table[0]);
    expect(data?.rows[1]?.[4]).toBe(Number(table[1]?.[4]));
    const formulas = [...(data?.cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter((formula) => formula.startsWith('SUBTOTAL(9,')).length).toBeGreaterThan(grid.heads.length);
    const printed = all<{ n: number }>(
      `SELECT count(*) AS n FROM facts WHERE current = 1 AND statement = 'expenditure' AND "column" = 'total' AND line = '2080505'`,
    );
    expect(sources?.rows).toHaveLength((printed[0]?.n ?? 0) + 1);
    expect(sources?.rows[1]?.[5]).toMatch(/^https:\/\/example\.org\/accounts\/\d{6}-.+-\d{4}\/source#L\d+$/);
  });

  it('the CSV is for people: with a mark, codes and names apart, remarks last', async () => {
    const { body } = await fileOf({ db, version: 1 }, 'table.csv', selection, '');
    const [head, total] = String(body).split('\r\n');
    expect(head?.startsWith('\ufeff地区代码,地区,部门编号,部门,2018（万元）')).toBe(true);
    expect(total?.startsWith(',合计,,,')).toBe(true);
  });
});
