import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storePrepared } from '../../db/loading/store';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase, tx } from '../../db/open';
import { getAccount, getAccountsByIds } from '../../db/queries/account';
import { getAccounts, getAccountsOfDepartment } from '../../db/queries/accounts';
import { getDepartments } from '../../db/queries/departments';
import { getDocument } from '../../db/queries/documents';
import { getFindings, getReport } from '../../db/queries/findings';
import { getRegions } from '../../db/queries/regions';
import { getRevisions } from '../../db/queries/revisions';
import { getSubjectNames } from '../../db/queries/subjects';
import { getDataVersion } from '../../db/queries/version';
import { placeAt } from '../../lib/place';
import { madePrepared, madeReading, madeReport } from './made';

let db: Db;
beforeEach(() => {
  db = openDatabase({ path: ':memory:' });
  migrate(db);
});
afterEach(() => db.sqlite.close());

const ID = '990101-lincao-ju-2022';
const store = (...args: Parameters<typeof madePrepared>) => tx(db, () => storePrepared(db, madePrepared(...args)));
const count = (sql: string): unknown => db.sqlite.prepare(sql).pluck().get();

describe('round trip', () => {
  it('an account is the reading that was stored, to the last digit and place', async () => {
    const reading = madeReading();
    expect(store(reading)).toEqual({ status: 'added', account: ID, revision: 1 });
    const { unread: _unread, ...content } = reading;
    expect(await getAccount(db, ID)).toEqual({
      ...content,
      id: ID,
      revision: 1,
      department: '青石县林草局',
      region: { code: '990101', name: '青石县' },
      fiscalYear: 2022,
    });
  });

  it('amounts of money are whole 分; those that are none keep their text', () => {
    store(madeReading());
    const rows = db.sqlite.prepare('SELECT printed, fen, exact FROM facts ORDER BY n').raw().all();
    expect(rows).toEqual([
      ['1,234.50', 1234500000, null],
      ['.040', 40000, null],
      ['1,234.46', 1234460000, null],
      ['205.7', 205700000, null],
      ['6', 6000000, null],
      ['0.1234567', null, '0.1234567'],
      ['-0.00', 0, '-0.00'],
      ['98765432109876543.21', null, '98765432109876543.21'],
      ['(3,890.08)', -3890080000, null],
      ['12', 12000000, null],
    ]);
  });

  it('the document is kept byte for byte, with the lines that places count', async () => {
    store(madeReading());
    const document = await getDocument(db, ID);
    expect(document).toMatchObject({
      account: ID,
      revision: 1,
      file: 'made.txt',
      mediaType: 'text/plain',
      lines: ['甲', '', '乙'],
    });
    expect(document?.bytes).toEqual(Buffer.from('甲'));
  });

  it('what is not stored is undefined or empty', async () => {
    expect(await getAccount(db, 'none')).toBeUndefined();
    expect(await getDocument(db, 'none')).toBeUndefined();
    expect(await getReport(db, 'none')).toBeUndefined();
    expect(await getAccounts(db)).toEqual([]);
    store(madeReading());
    expect(await getAccount(db, ID, 7)).toBeUndefined();
    expect(await getAccountsByIds(db, ['none', ID])).toHaveLength(1);
  });
});

describe('summaries', () => {
  it('states of the statements, levels of the key measures and counts of findings', async () => {
    store(madeReading(), { report: madeReport });
    const [summary] = await getAccounts(db);
    expect(summary).toMatchObject({
      id: ID,
      slug: 'lincao-ju',
      fiscalYear: 2022,
      revision: 1,
      statements: [
        { statement: 'expenditure', state: 'filled' },
        { statement: 'state_capital', state: 'absent' },
        { statement: 'government_fund', state: 'empty' },
      ],
      findings: { error: 1, warning: 0, note: 1 },
    });
    expect(summary?.figures.year_expenditure).toMatchObject({ value: '1234.50', unit: '万元' });
    expect(summary?.figures.headcount_actual).toMatchObject({
      value: '25',
      unit: '人',
      status: 'agreed',
      disputed: false,
      place: placeAt(40),
    });
    expect(summary?.figures.basic_expenditure).toMatchObject({
      status: 'adopted',
      disputed: true,
      reason: expect.stringContaining('见 T3-01'),
    });
    expect(summary?.figures.three_public).toBeUndefined();
  });

  it('departments, regions and subject names', async () => {
    store(madeReading());
    store(madeReading({ bytes: Buffer.from('乙') }), { bytes: Buffer.from('乙'), year: 2021 });
    expect(await getDepartments(db)).toEqual([
      {
        slug: 'lincao-ju',
        name: '青石县林草局',
        region: { code: '990101', name: '青石县' },
        accounts: 2,
        firstYear: 2021,
        lastYear: 2022,
      },
    ]);
    expect(await getRegions(db)).toEqual([{ code: '990101', name: '青石县', level: '县级', parent: '990100' }]);
    expect((await getSubjectNames(db)).functional['208']).toBe('社会保障和就业支出');
    const years = await getAccountsOfDepartment(db, { region: '990101', slug: 'lincao-ju' });
    expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual([2021, 2022]);
    expect(await getAccountsOfDepartment(db, { region: null, slug: 'lincao-ju' })).toEqual([]);
  });

  it('findings come back whole, most severe first, and can be filtered', async () => {
    store(madeReading(), { report: madeReport });
    const all = await getFindings(db);
    expect(all.map(({ finding }) => finding)).toEqual(madeReport.findings);
    expect(all[0]).toMatchObject({ account: ID, department: '青石县林草局', fiscalYear: 2022 });
    expect(await getFindings(db, { severity: 'note' })).toHaveLength(1);
    expect(await getFindings(db, { check: 'T3-01', year: 2022, account: ID })).toHaveLength(1);
    expect(await getFindings(db, { year: 2021 })).toEqual([]);
    expect(await getReport(db, ID)).toEqual(madeReport);
  });
});

describe('revisions', () => {
  const first = Buffer.from('甲');
  const second = Buffer.from('乙');
  const changed = madeReading({ bytes: second, file: 'corrected.txt', claims: [] });

  it('the same document twice changes nothing', async () => {
    store(madeReading());
    const version = await getDataVersion(db);
    expect(store(madeReading())).toEqual({ status: 'unchanged', account: ID, revision: 1 });
    expect(await getDataVersion(db)).toBe(version);
    expect(count('SELECT count(*) FROM facts')).toBe(10);
  });

  it('a changed document becomes a revision, and the old one stays with its content', async () => {
    store(madeReading(), { bytes: first });
    expect(store(changed, { bytes: second })).toEqual({ status: 'revised', account: ID, revision: 2 });
    expect(await getRevisions(db, ID)).toMatchObject([
      { revision: 1, current: false, file: 'made.txt' },
      { revision: 2, current: true, file: 'corrected.txt' },
    ]);
    expect((await getAccount(db, ID))?.claims).toEqual([]);
    expect((await getAccount(db, ID, 1))?.claims).toEqual(madeReading().claims);
    expect((await getDocument(db, ID))?.bytes).toEqual(second);
    expect((await getDocument(db, ID, 1))?.bytes).toEqual(first);
    expect(await getAccounts(db)).toHaveLength(1);
  });

  it('rows of an old revision are marked, so that questions over many accounts pass them by', () => {
    store(madeReading(), { report: madeReport });
    store(changed, { bytes: second });
    for (const table of ['facts', 'levels', 'findings', 'claims'])
      expect(count(`SELECT count(*) FROM ${table} WHERE current = 1 AND revision = 1`), table).toBe(0);
    expect(count('SELECT count(*) FROM facts WHERE current = 1')).toBe(10);
  });

  it('the bytes of an old revision are no new revision', () => {
    store(madeReading());
    store(changed, { bytes: second });
    expect(store(madeReading())).toEqual({ status: 'unchanged', account: ID, revision: 1 });
  });

  it('the same document read better replaces its content in place', async () => {
    store(madeReading({ claims: [] }), { report: madeReport });
    const version = await getDataVersion(db);
    expect(store(madeReading())).toEqual({ status: 'reread', account: ID, revision: 1 });
    expect((await getAccount(db, ID))?.claims).toHaveLength(4);
    expect(await getDataVersion(db)).toBe(version + 1);
    expect(await getFindings(db)).toEqual([]);
  });

  it('code lists that change raise the data version even where the documents say the same', async () => {
    store(madeReading());
    const known = madePrepared(madeReading());
    const regions = known.task.reference.regions.map((each) => ({ ...each, name: `${each.name}（新）` }));
    const task = { ...known.task, reference: { ...known.task.reference, regions } };
    expect(tx(db, () => storePrepared(db, { ...known, task })).status).toBe('unchanged');
    expect(await getDataVersion(db)).toBe(2);
    expect((await getRegions(db))[0]?.name).toBe('青石县（新）');
  });

  it('each load raises the data version', async () => {
    expect(await getDataVersion(db)).toBe(0);
    store(madeReading());
    expect(await getDataVersion(db)).toBe(1);
    store(changed, { bytes: second });
    expect(await getDataVersion(db)).toBe(2);
  });
});

describe('whole or not at all', () => {
  it('a row that the store refuses takes everything back, the department and the region with it', () => {
    const reading = madeReading();
    const broken = { ...reading, claims: reading.claims.map((claim) => ({ ...claim, place: placeAt(-1) })) };
    expect(() => store(broken)).toThrow(/CHECK/);
    for (const table of [
      'accounts',
      'departments',
      'documents',
      'revisions',
      'facts',
      'statements',
      'regions',
      'subjects',
    ])
      expect(count(`SELECT count(*) FROM ${table}`), table).toBe(0);
    expect(count('SELECT version FROM data_version')).toBe(0);
  });
});

describe('accounts kept as objects', () => {
  it('are shared until the stored data changes', async () => {
    store(madeReading());
    const account = await getAccount(db, ID);
    expect(await getAccount(db, ID)).toBe(account);
    expect((await getAccountsByIds(db, [ID]))[0]).toBe(account);
    store(madeReading({ bytes: Buffer.from('乙') }), { bytes: Buffer.from('乙'), year: 2021 });
    expect(await getAccount(db, ID)).not.toBe(account);
    expect(await getAccount(db, ID)).toEqual(account);
  });
});
