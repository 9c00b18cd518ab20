import { describe, expect, test } from 'vitest';
import { checkMoney } from '../../lib/check/engine';
import type { Finding } from '../../lib/findings';
import type { ColumnId } from '../../lib/statements';
import { type AccountSource, readingOf } from './account';
import { account, fiscal, narrated, summary, table } from './sources';

const T3: ColumnId[] = ['total', 'basic', 'project'];
const t3 = (rows: Parameters<typeof table>[2]) => table('expenditure', T3, rows);
const t5 = (rows: Parameters<typeof table>[2]) => table('general_budget_expenditure', T3, rows);
const t6 = (rows: Parameters<typeof table>[2]) =>
  table('general_budget_basic_expenditure', ['total', 'personnel', 'operating'], rows);

/** 支出决算表 of two classes, with one row or cell replaced. */
const expenditure = (changes: Record<string, (string | null)[] | undefined> = {}) => {
  const rows: Record<string, (string | null)[] | undefined> = {
    total: ['1500.37', '1075.63', '424.74'],
    '201': ['1270.11', '845.37', '424.74'],
    '20113': ['1270.11', '845.37', '424.74'],
    '2011301': ['845.37', '845.37', null],
    '2011302': ['178.72', null, '178.72'],
    '2011399': ['246.02', null, '246.02'],
    '208': ['230.26', '230.26', null],
    '20805': ['230.26', '230.26', null],
    '2080505': ['150.04', '150.04', null],
    '2080506': ['80.22', '80.22', null],
    ...changes,
  };
  return t3(Object.fromEntries(Object.entries(rows).flatMap(([line, cells]) => (cells ? [[line, cells]] : []))));
};

async function serious(source: AccountSource): Promise<Finding[]> {
  const { findings } = await checkMoney(readingOf(source));
  return findings.filter((finding) => finding.severity !== 'note');
}

interface Told {
  check: string;
  severity: string;
  blamed: string[];
  value: string | null;
  why: string | undefined;
}

const told = (finding: Finding | undefined): Told => ({
  check: finding?.check ?? '',
  severity: finding?.severity ?? '',
  blamed: (finding?.detail?.repair?.cells ?? []).map((cell) => cell.label),
  value: finding?.suggestion?.value ?? null,
  why: finding?.suggestion?.why,
});

const at = (line: string, column: string): string => `支出表 · ${line} · ${column}`;

describe('one wrong figure is blamed, with its likely value and cause', () => {
  test.each<[string, AccountSource, Omit<Told, 'blamed'>, string[]]>([
    [
      'digits swapped',
      account(expenditure({ total: ['1500.37', '1705.63', '424.74'] })),
      { check: 'T3-01', severity: 'error', value: '1075.63', why: '数字颠倒' },
      [at('total', '基本支出')],
    ],
    [
      'digit lost',
      account(expenditure({ total: ['1500.37', '175.63', '424.74'] })),
      { check: 'T3-01', severity: 'error', value: '1075.63', why: '漏印一位数字' },
      [at('total', '基本支出')],
    ],
    [
      'digit doubled',
      account(expenditure({ '2011399': ['2466.02', null, '246.02'] })),
      { check: 'T3-01', severity: 'error', value: '246.02', why: '数字重复' },
      [at('2011399 2011399', '本年支出合计')],
    ],
    [
      'point moved',
      account(expenditure({ '2080505': ['150.04', '15.004', null] })),
      { check: 'T3-01', severity: 'error', value: '150.04', why: '小数点错位' },
      [at('2080505 2080505', '基本支出')],
    ],
    [
      'sign',
      account(expenditure({ '2080506': ['80.22', '-80.22', null] })),
      { check: 'T3-01', severity: 'error', value: '80.22', why: '正负号有误' },
      [at('2080506 2080506', '基本支出')],
    ],
    [
      '元 for 万元',
      account(expenditure({ '2080506': ['802200', '80.22', null] })),
      { check: 'T3-01', severity: 'error', value: '80.22', why: '元与万元混用' },
      [at('2080506 2080506', '本年支出合计')],
    ],
    [
      'copied into the column beside it',
      account(expenditure({ '2011399': ['246.02', '246.02', '246.02'] })),
      { check: 'T3-01', severity: 'error', value: '0.00', why: '邻栏的金额重复填入' },
      [at('2011399 2011399', '基本支出')],
    ],
    [
      'a blank that should hold a subtotal',
      account(expenditure({ '208': ['230.26', null, null] })),
      { check: 'T3-02', severity: 'warning', value: '230.26', why: '与“支出表 · 20805 20805 · 基本支出”一致' },
      [at('208 208', '基本支出')],
    ],
  ])('%s', async (_, source, expected, blamed) => {
    const findings = await serious(source);
    expect(findings.map(told)).toEqual([{ ...expected, blamed }]);
  });
});

describe('several cells with one cause are one finding', () => {
  test('the same amount in the wrong column of a whole chain of rows', async () => {
    const wrong = ['845.37', '845.37', '845.37'];
    const [finding, ...others] = await serious(
      account(expenditure({ '2011301': wrong }), t5({ '2011301': ['845.37', '845.37', '0.00'] })),
    );
    expect(told(finding)).toMatchObject({ value: '0.00', why: '邻栏的金额重复填入' });
    expect(others).toEqual([]);
  });

  test('a lost row that another statement prints', async () => {
    const revenue = table('revenue', ['total', 'fiscal_appropriation', 'other'], {
      total: ['1270.11', '1270.11', null],
      '20113': ['1270.11', '1270.11', null],
      '2011301': ['845.37', '845.37', null],
      '2011399': ['246.02', '246.02', null],
    });
    const [finding, ...others] = await serious(account(revenue, expenditure()));
    expect(told(finding)).toMatchObject({ check: 'T2-03', severity: 'error', value: '178.72' });
    expect(told(finding).blamed).toEqual([
      '收入表 · 2011302 2011302 · 本年收入合计',
      '收入表 · 2011302 2011302 · 财政拨款收入',
    ]);
    expect(others).toEqual([]);
  });

  test('amounts of two columns that changed places', async () => {
    const findings = await serious(account(expenditure({ '2011302': ['178.72', '178.72', null] })));
    expect(findings).toHaveLength(1);
    expect(told(findings[0])).toMatchObject({ why: '金额填错栏' });
    expect(findings[0]?.detail?.repair?.cells.map((cell) => cell.value)).toEqual(['0.00', '178.72']);
  });

  test('a column of blank subtotals', async () => {
    const source = account(
      table('government_fund', ['opening', 'revenue', 'total', 'basic', 'project', 'closing'], {
        total: [null, '105.50', null, null, '105.50', null],
        '212': [null, '105.50', null, null, '105.50', null],
        '21208': [null, '105.50', null, null, '105.50', null],
      }),
    );
    const findings = await serious(source);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ check: 'TF-01', severity: 'warning' });
    expect(findings[0]?.detail?.repair?.cells.map((cell) => cell.value)).toEqual(['105.50', '105.50', '105.50']);
  });

  test('the whole of a statement under the wrong unit', async () => {
    const yuan = { ...expenditure(), unit: '元' as const };
    const findings = await serious(
      account(
        yuan,
        summary({}, { '201': '1270.11', '208': '230.26', year_total: '1500.37' }),
        fiscal({}, { year_total: ['1500.37'] }),
      ),
    );
    expect(findings.map(({ check, suggestion }) => [check, suggestion?.value])).toEqual([['X-30', '万元']]);
  });
});

describe('errors that meet in one sum', () => {
  const basics = (office: string, post: string) =>
    account(
      t6({
        total: ['8.40', null, '8.40'],
        '302': ['8.40', null, '8.40'],
        '30201': [office, null, '4.50'],
        '30205': ['0.50', null, '0.50'],
        '30207': [post, null, post],
        '30211': ['2.00', null, '2.00'],
        '30239': ['1.00', null, '1.00'],
      }),
    );

  test('a misplaced point allows 0.375 to 0.425 and is read as 0.40', async () => {
    const [finding, ...others] = await serious(basics('4.50', '.040'));
    expect(told(finding)).toMatchObject({ check: 'T6-01', value: '0.40', why: '小数点错位' });
    expect(finding?.detail?.allowed).toEqual({ low: '0.375', high: '0.425' });
    expect(others).toEqual([]);
  });

  test('each of two is blamed for its own part', async () => {
    const findings = await serious(basics('4.05', '.040'));
    expect(findings.map((finding) => told(finding).value).sort()).toEqual(['0.40', '4.50']);
  });
});

describe('what cannot be decided is said', () => {
  test('two figures that only confirm each other', async () => {
    const columns: ColumnId[] = ['total', 'conference', 'training'];
    const source = narrated(
      [{ measure: 'training', value: '18.14' }],
      table('three_public', columns, { final: [null, null, '11.84'] }),
    );
    const [finding] = await serious(source);
    expect(finding).toMatchObject({ check: 'N-10', severity: 'error' });
    expect(finding?.detail?.alternatives.map((one) => one.cells[0]?.value)).toEqual(['18.14']);
  });

  test('single sums hold, all of them together do not', async () => {
    const source = account(
      t3({
        total: ['20.01', '20.01', null],
        '201': ['10.00', '10.00', null],
        '20113': ['9.99', '9.99', null],
        '208': ['10.00', '10.00', null],
        '20805': ['9.99', '9.99', null],
      }),
    );
    const report = await checkMoney(readingOf(source));
    expect(report.relations.filter((relation) => relation.state === 'contradiction')).toEqual([]);
    expect(report.findings.filter((finding) => finding.severity === 'error').map((finding) => finding.check)).toContain(
      'X-25',
    );
  });
});

describe('what is no contradiction is silent', () => {
  test.each<[string, AccountSource]>([
    [
      'a class printed without its parts',
      account(t3({ total: ['10.00', '10.00', null], '208': ['10.00', '10.00', null] })),
    ],
    ['a total whose parts are not filled in', account(t3({ total: ['10.00', null, null] }))],
    ['only rows of 款', account(t3({ total: ['10.00', '4.00', '6.00'], '20805': ['10.00', '4.00', '6.00'] }))],
    [
      'other money spent: appropriations are less than all',
      account(
        summary({ institution: '5.00' }, { '208': '15.00', year_total: '15.00' }),
        t3({ total: ['15.00', '15.00', null], '208': ['15.00', '15.00', null] }),
        t5({ total: ['10.00', '10.00', null], '208': ['10.00', '10.00', null] }),
      ),
    ],
    [
      'carried over: revenue and expenditure of a heading differ',
      account(
        summary({ year_total: '12.00', opening: null }, { year_total: '10.00', closing: '2.00' }),
        table('revenue', ['total'], { total: ['12.00'], '208': ['12.00'] }),
        t3({ total: ['10.00', '10.00', null], '208': ['10.00', '10.00', null] }),
      ),
    ],
    [
      'operating costs of the organs below those of all units',
      narrated(
        [{ measure: 'agency_operating_cost', value: '8.00' }],
        table('general_budget_basic_expenditure', ['total'], { operating_total: ['10.00'] }),
      ),
    ],
    [
      'an initial budget beside the adjusted one',
      narrated(
        [{ measure: 'reception', aspect: 'initial_budget', value: '8.00' }],
        table('three_public', ['total', 'reception'], { budget: [null, '10.00'] }),
      ),
    ],
    [
      'a column that was not read',
      account(
        t3({
          total: ['10.00', '4.00', '5.00'],
          '208': ['10.00', '4.00', '5.00'],
          '20805': ['10.00', '4.00', '5.00'],
        }),
      ),
    ],
    [
      'appropriations in one line, as before 2020',
      account(
        summary({ general: '10.00', year_total: '10.00' }),
        table('revenue', ['total', 'fiscal_appropriation', 'other'], { total: ['10.00', '10.00', null] }),
        fiscal({ general: '4.00', fund: '6.00', year_total: '10.00' }),
      ),
    ],
    [
      'the second set of statements of another unit',
      account(expenditure(), t3({ total: ['7.00', '7.00', null], '201': ['7.00', '7.00', null] })),
    ],
  ])('%s', async (_, source) => {
    expect(await serious(source)).toEqual([]);
  });
});

test('an inequality between tables of other scope is told, and names no value', async () => {
  const columns: ColumnId[] = ['total', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_running', 'reception'];
  const findings = await serious(
    account(
      t6({
        total: ['30.00', '18.00', '12.00'],
        '301': ['18.00', '18.00', null],
        '30101': ['18.00', '18.00', null],
        '302': ['12.00', null, '12.00'],
        '30203': [null, null, null],
        '30217': ['12.00', null, '12.00'],
      }),
      table('three_public', columns, { final: ['10.00', null, null, null, null, '10.00'] }),
    ),
  );
  expect(findings.map(({ check, severity, suggestion }) => [check, severity, suggestion])).toEqual([
    ['X-19', 'warning', null],
  ]);
});
