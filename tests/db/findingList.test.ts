import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { storePrepared } from '../../db/loading/store';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase, tx } from '../../db/open';
import { getChecks } from '../../db/queries/checks';
import type { FindingQuery } from '../../db/queries/findingConditions';
import { getFindingCounts, getFindingTotals } from '../../db/queries/findingCounts';
import { getFindingList } from '../../db/queries/findingList';
import type { Finding } from '../../lib/findings';
import { madePrepared, madeReading, madeReport } from './made';

const [sum, template] = madeReport.findings as [Finding, Finding];
const report = (...findings: Finding[]) => ({ ...madeReport, findings });
const DEPARTMENT = '990101-lincao-ju';

let db: Db;
/** 2022: an error and a note; 2023: first an error and a warning, then, revised, a warning alone. */
beforeAll(() => {
  db = openDatabase({ path: ':memory:' });
  migrate(db);
  const later = { ...template, check: 'P-02', severity: 'warning', message: '占位符 xx 未填' } as const;
  const put = (year: number, text: string, findings: Finding[]) => {
    const bytes = Buffer.from(text);
    tx(db, () =>
      storePrepared(db, madePrepared(madeReading({ bytes, year }), { bytes, year, report: report(...findings) })),
    );
  };
  put(2022, '甲', [sum, template]);
  put(2023, '乙', [sum, later]);
  put(2023, '丙', [later]);
});
afterAll(() => db.sqlite.close());

test.each<[string, FindingQuery, string[]]>([
  ['all of the current revisions, the most severe first', {}, ['2022 T3-01', '2023 P-02', '2022 P-01']],
  ['a severity', { severity: 'note' }, ['2022 P-01']],
  ['a check', { check: 'P-02' }, ['2023 P-02']],
  ['a check of a revision that is past', { check: 'T3-01', year: 2023 }, []],
  ['a county', { region: '990101' }, ['2022 T3-01', '2023 P-02', '2022 P-01']],
  ['the city around it', { region: '990100' }, ['2022 T3-01', '2023 P-02', '2022 P-01']],
  ['another province', { region: '610000' }, []],
  ['a department', { department: DEPARTMENT, year: 2022 }, ['2022 T3-01', '2022 P-01']],
  ['a department that is not stored', { department: '990101-no-ju' }, []],
  ['a word of the message', { text: '占位符' }, ['2023 P-02']],
  ['letters in either case', { text: 'XX' }, ['2023 P-02']],
  ['a word of the name and a check', { text: '林草局 t3-01' }, ['2022 T3-01']],
  ['what SQL might take for a pattern', { text: '%' }, []],
  ['a quotation mark', { text: "'" }, []],
])('%s', async (_name, query, expected) => {
  const { rows, total } = await getFindingList(db, query);
  expect(rows.map(({ fiscalYear, check }) => `${fiscalYear} ${check}`)).toEqual(expected);
  expect(total).toBe(expected.length);
  const counts = await getFindingCounts(db, query);
  expect(counts.total).toBe(expected.length);
});

describe('counts', () => {
  it('tell what each value of a filter would leave, the others being as they are', async () => {
    const counts = await getFindingCounts(db, { severity: 'error', year: 2022 });
    expect(counts.severities).toEqual({ error: 1, warning: 0, note: 1 });
    expect(counts.years).toEqual([{ value: 2022, label: '2022', count: 1 }]);
    expect(counts.departments).toEqual([{ value: DEPARTMENT, label: '青石县林草局', count: 1 }]);
    expect(counts.accounts).toBe(1);
  });

  it('name checks by their titles', async () => {
    const { checks } = await getFindingCounts(db);
    expect(checks.map(({ value, count }) => [value, count])).toEqual([
      ['P-01', 1],
      ['P-02', 1],
      ['T3-01', 1],
    ]);
    expect(checks.find(({ value }) => value === 'T3-01')?.label).toBe('本年支出合计等于各栏之和');
  });

  it('of the whole store are kept for the running head', async () => {
    expect(await getFindingTotals(db)).toEqual({ error: 1, warning: 1, note: 1 });
  });
});

it('a page is a part of the list', async () => {
  const { rows, total } = await getFindingList(db, { limit: 1, offset: 1 });
  expect([rows.map(({ check, number }) => [check, number]), total]).toEqual([[['P-02', 1]], 3]);
});

it('an entry says whose it is, where it stands and what should stand there', async () => {
  const { rows } = await getFindingList(db, { check: 'T3-01' });
  expect(rows).toEqual([
    {
      account: `${DEPARTMENT}-2022`,
      department: '青石县林草局',
      region: { code: '990101', name: '青石县' },
      fiscalYear: 2022,
      number: 1,
      check: 'T3-01',
      title: null,
      severity: 'error',
      message: sum.message,
      places: sum.places,
      suggestion: sum.suggestion,
    },
  ]);
});

it('titles, formulas and sources of the checks are kept', async () => {
  const cards = await getChecks(db);
  expect(cards.find(({ id }) => id === 'T3-01')).toMatchObject({ severity: 'error', kind: 'sum' });
  expect(cards.every(({ title, formula, source }) => title !== '' && formula !== '' && source !== '')).toBe(true);
});
