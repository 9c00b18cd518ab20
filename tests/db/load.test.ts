import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../../db/folder';
import { type LoadOptions, loadDocument } from '../../db/load';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase } from '../../db/open';
import { getAccount } from '../../db/queries/account';
import { getAccounts } from '../../db/queries/accounts';
import { getDocument } from '../../db/queries/documents';
import { getReport } from '../../db/queries/findings';
import { getDataVersion } from '../../db/queries/version';
import { loadReference } from '../../db/reference';
import { readDocument } from '../../lib/read';

const reference = loadReference(join(projectFolder(), 'data', 'reference'));
const folder = join(projectFolder(), 'data', 'accounts');
const documents = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const bytesOf = (file: string): Uint8Array => readFileSync(join(folder, file));
const now = new Date('2025-01-01T00:00:00Z');

let db: Db;
beforeEach(() => {
  db = openDatabase({ path: ':memory:' });
  migrate(db);
});
afterEach(() => db.sqlite.close());

const load = (bytes: Uint8Array | string, file = 'made.txt', more: Partial<LoadOptions> = {}) =>
  loadDocument(db, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, file, { reference, now, ...more });
const count = (table: string): unknown => db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** A statement of a made-up department, complete enough to be an account. */
const text = (
  department: string,
  year: number | null,
  basic = '30.00',
) => `${department}${year === null ? '' : ` ${year} 年度`}部门决算

支出决算表
公开03表
单位：万元
科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
合计\t\t100.00\t${basic}\t70.00\t\t\t
208\t社会保障和就业支出\t100.00\t${basic}\t70.00\t\t\t
20805\t行政事业单位养老支出\t100.00\t${basic}\t70.00\t\t\t
2080501\t行政单位离退休\t100.00\t${basic}\t70.00\t\t\t
`;

describe('the published documents', () => {
  it('there are some', () => expect(documents.length).toBeGreaterThan(1));

  it.each(documents)('%s: the stored account is the reading, the stored document its bytes', async (file) => {
    const bytes = bytesOf(file);
    const { unread: _unread, sentences: _sentences, ...reading } = await readDocument(bytes, file, reference);
    const result = await load(bytes, file);
    expect(result).toMatchObject({ status: 'added', revision: 1, file, notes: [] });
    const id = result.status === 'refused' ? '' : result.account;
    expect(await getAccount(db, id)).toMatchObject(JSON.parse(JSON.stringify(reading)));
    const document = await getDocument(db, id);
    expect(document?.bytes.equals(bytes)).toBe(true);
    for (const { printed, place } of reading.facts) expect(document?.lines[place.line - 1]).toContain(printed);
    expect(await getReport(db, id)).toEqual(result.status === 'refused' ? null : result.report);
  });

  it('have the ids of the contract', async () => {
    for (const file of documents) await load(bytesOf(file), file);
    expect((await getAccounts(db)).map(({ id }) => id)).toEqual([
      '610803-gongye-shangmao-ju-2021',
      '610827-gongye-shangmao-ju-2023',
    ]);
  });
});

describe('the same bytes again', () => {
  it('change nothing, whatever the file is called now', async () => {
    const first = await load(text('青石县林草局', 2022));
    const version = await getDataVersion(db);
    expect(await load(text('青石县林草局', 2022), 'other.txt')).toMatchObject({ status: 'unchanged', revision: 1 });
    expect(first.status).toBe('added');
    expect(await getDataVersion(db)).toBe(version);
    expect(count('revisions')).toBe(1);
  });

  it('read by other readers stay in their account, under what the loader was told', async () => {
    const stored = await load(text('青石县林草局', null), 'made.txt', { year: 2020, department: '林草局' });
    db.sqlite.prepare("UPDATE revisions SET reader = 'older', digest = 'older'").run();
    const again = await load(text('青石县林草局', null));
    expect(again).toMatchObject({ status: 'reread', account: 'account' in stored ? stored.account : '' });
    expect((await getAccounts(db)).map(({ department, fiscalYear }) => [department, fiscalYear])).toEqual([
      ['林草局', 2020],
    ]);
  });

  it('that differ in one figure are a revision', async () => {
    await load(text('青石县林草局', 2022));
    const revised = await load(text('青石县林草局', 2022, '30.01'));
    expect(revised).toMatchObject({ status: 'revised', revision: 2 });
    const account = await getAccount(db, 'account' in revised ? revised.account : '');
    expect(account?.facts.filter(({ printed }) => printed === '30.01').length).toBeGreaterThan(0);
  });
});

describe('department, year and region', () => {
  it('come from the options where the document does not say them', async () => {
    const fragment = text('', null).replace(/^.*\n/, '');
    expect(await load(fragment)).toMatchObject({ status: 'refused', code: 'no_department' });
    expect(await load(fragment, 'made.txt', { department: '林草局' })).toMatchObject({
      status: 'refused',
      code: 'no_year',
    });
    expect(
      await load(fragment, 'made.txt', { department: '米脂县林业和草原局', year: 2022, region: '610827' }),
    ).toMatchObject({ status: 'added', account: '610827-linye-he-caoyuan-ju-2022', notes: [] });
  });

  it('a department without a region has a region code of zeros', async () => {
    expect(await load(text('林草局', 2022), 'made.txt', { department: '林草局', year: 2022 })).toMatchObject({
      status: 'added',
      account: '000000-lincao-ju-2022',
    });
  });

  it('options win over the document, and a note says so', async () => {
    const result = await load(text('米脂县林业局', 2022), 'made.txt', { year: 2021 });
    expect(result).toMatchObject({ status: 'added', notes: ['文件写的是 2022 年度，按选项存为 2021 年度'] });
  });

  it('one department under two printed names is one department', async () => {
    const one = await load(text('米脂县林业局', 2021));
    const other = await load(text('陕西省榆林市米脂县林业局', 2022));
    const slugs = [one, other].map((result) =>
      'account' in result ? result.account.replace(/-\d{4}$/, '') : result.code,
    );
    expect(new Set(slugs)).toEqual(new Set(['610827-linye-ju']));
    expect(count('departments')).toBe(1);
  });

  it('two departments that sound alike get different slugs', async () => {
    await load(text('甲', 2021), 'a.txt', { department: '林业局', year: 2021 });
    await load(text('乙', 2021), 'b.txt', { department: '淋业局', year: 2021 });
    expect((await getAccounts(db)).map(({ id }) => id)).toEqual(['000000-linye-ju-2021', '000000-linye-ju-2-2021']);
  });
});

describe('refusals store nothing', () => {
  it.each<[string, Uint8Array | string, Partial<LoadOptions>, string]>([
    ['an empty file', '', {}, 'empty_file'],
    ['a binary file', new Uint8Array(5000).map((_, index) => (index * 7) % 256), {}, 'not_text'],
    ['a future year', text('青石县林草局', null), { year: 2026 }, 'impossible_year'],
    ['a year before all accounts', text('青石县林草局', null), { year: 1989 }, 'impossible_year'],
    ['a region of no list', text('青石县林草局', 2022), { region: '999999' }, 'unknown_region'],
    [
      'no figures',
      '青石县林草局 2022 年度部门决算\n\n没有别的。\n',
      { department: '林草局', year: 2022 },
      'nothing_to_store',
    ],
  ])('%s', async (_case, bytes, options, code) => {
    const result = await load(bytes, 'made.txt', options);
    expect(result).toMatchObject({ status: 'refused', file: 'made.txt', code });
    expect('message' in result && /\p{Script=Han}/u.test(result.message)).toBe(true);
    for (const table of ['accounts', 'departments', 'documents', 'facts', 'claims'])
      expect(count(table), table).toBe(0);
  });
});

describe('two years of one department', () => {
  const growing = `${text('米脂县甲局', 2022)}
第二部分 2022 年度部门决算情况说明

三、支出决算情况说明

2022 年度本年支出合计 100.00 万元，与上年相比增加 30.00 万元，增长 42.86%。
`;
  const yearFindings = async (): Promise<string[]> => {
    const later = (await getAccounts(db)).find(({ fiscalYear }) => fiscalYear === 2022);
    const report = await getReport(db, later?.id ?? 'none');
    if (!report) throw new Error('the later year has no report');
    return report.findings.map(({ check }) => check).filter((check) => check === 'N-18');
  };

  it.each([
    ['the earlier first', [2021, 2022]],
    ['the later first', [2022, 2021]],
  ])('are checked against each other, %s', async (_, order) => {
    for (const year of order)
      expect(await load(year === 2021 ? text('米脂县甲局', 2021) : growing)).toMatchObject({ status: 'added' });
    expect(await yearFindings()).toEqual(['N-18']);
  });

  it('say nothing of a later account that stands alone', async () => {
    await load(growing);
    expect(await yearFindings()).toEqual([]);
  });
});
