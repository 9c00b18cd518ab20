import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectFolder } from '../../db/folder';
import { loadDocument } from '../../db/load';
import { fillRollups } from '../../db/loading/rollups/fill';
import { reorganisationOf } from '../../db/loading/rollups/reorganised';
import { scopesOf } from '../../db/loading/rollups/rolled';
import { migrate } from '../../db/migrate';
import { type Db, openDatabase } from '../../db/open';
import { getAccount } from '../../db/queries/account';
import { Chance } from '../../db/sample/chance';
import { SampleCodes } from '../../db/sample/codes';
import { planDepartments } from '../../db/sample/departments';
import { sampleDocument } from '../../db/sample/document';
import { copyOf, dump, ROLLUPS, reference, sampleOptions, sampleStore } from './sampleStore';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let db: Db;
const all = <Row>(sql: string): Row[] => db.sqlite.prepare<[], Row>(sql).all();

/** What a sum by regions must be, worked out from the departments' rows in one go. */
const regionalSums = (table: string, columns: readonly string[]) =>
  `
  SELECT region, level, code, year, ${columns.join(', ')} FROM (
    SELECT '000000' AS region, * FROM rows UNION ALL
    SELECT '@' || kind, * FROM rows UNION ALL
    SELECT substr(own, 1, 2) || '0000', * FROM rows WHERE own <> '' UNION ALL
    SELECT substr(own, 1, 4) || '00', * FROM rows WHERE own <> '' AND substr(own, 3, 2) <> '00' UNION ALL
    SELECT own, * FROM rows WHERE substr(own, 5, 2) <> '00')
  GROUP BY region, level, code, year ORDER BY 1, 2, 3, 4`.replaceAll('rows', table);

/** Everything the rollups say equals what independent SQL says of the facts, levels and departments. */
function expectConsistent(): void {
  const printed = `SELECT a.department, f.year, f.line AS code, f.fen FROM facts f JOIN accounts a ON a.key = f.account
    WHERE f.current = 1 AND f.statement = 'expenditure' AND f."column" = ? AND f.line GLOB '[0-9][0-9][0-9]*' ORDER BY 1, 2, 3`;
  for (const column of ['total', 'basic', 'project']) {
    const rolled = `SELECT department, year, code, ${column} AS fen FROM spending WHERE ${column} IS NOT NULL AND summed = 0 ORDER BY 1, 2, 3`;
    expect(all(rolled), column).toEqual(db.sqlite.prepare(printed).all(column));
  }
  const economic = `SELECT a.department, f.year, f.line AS code, f.fen FROM facts f JOIN accounts a ON a.key = f.account
    WHERE f.current = 1 AND f.statement = 'general_budget_basic_expenditure' AND f."column" = 'total' AND f.line GLOB '3[0-9][0-9]*' ORDER BY 1, 2, 3`;
  expect(
    all('SELECT department, year, code, total AS fen FROM basic_spending WHERE summed = 0 ORDER BY 1, 2, 3'),
  ).toEqual(all(economic));
  expectRegions('spending', 'region_spending', [
    'total',
    'basic',
    'project',
    'general',
    'general_basic',
    'fund',
    'fund_project',
  ]);
  expectRegions('basic_spending', 'region_basic_spending', ['total', 'personnel', 'operating']);
  expect(all("SELECT year, departments AS n FROM region_years WHERE region = '000000' ORDER BY 1")).toEqual(
    all('SELECT year, count(*) AS n FROM accounts GROUP BY year ORDER BY 1'),
  );
  expectPairs('spending', 'region_pairs', ['total', 'basic', 'project', 'general_basic', 'capital']);
  expectPairs('basic_spending', 'region_basic_pairs', ['total', 'personnel', 'operating']);
  expectFigures();
  expectFindings();
}

/** Sums of two years over the departments that are stored in both, worked out from the departments' rows. */
function expectPairs(from: string, into: string, columns: readonly string[]): void {
  const counted = [
    'count(*) AS departments',
    'sum(disputed) AS disputed',
    ...columns.map((one) => `sum(coalesce(${one}, 0)) AS ${one}`),
  ];
  for (const [later, year] of [
    [1, 's.year - 1'],
    [0, 's.year + 1'],
  ] as const) {
    const rows = `(SELECT r.region AS own, r.kind, (length(s.code) - 1) / 2 AS level, s.* FROM ${from} s JOIN account_rollups r ON r.account = s.account
      WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.department = s.department AND a.year = ${year}))`;
    const kept = `SELECT region, level, code, year, ${['departments', 'disputed', ...columns].join(', ')} FROM ${into} WHERE later = ${later} ORDER BY 1, 2, 3, 4`;
    expect(all(kept), `${into} ${later}`).toEqual(all(regionalSums(rows, counted)));
  }
  expect(all("SELECT year, paired FROM region_years WHERE region = '000000' ORDER BY 1")).toEqual(
    all(`SELECT a.year, count(b.year) AS paired FROM accounts a
      LEFT JOIN accounts b ON b.department = a.department AND b.year = a.year - 1 GROUP BY 1 ORDER BY 1`),
  );
}

/** Listed findings are those of the current revisions; sums are counted anew, region by region. */
function expectFindings(): void {
  const severity = "CASE x.rank WHEN 0 THEN 'error' WHEN 1 THEN 'warning' ELSE 'note' END";
  expect(all('SELECT account, n, check_id, year FROM finding_rows ORDER BY 1, 2')).toEqual(
    all('SELECT account, n, check_id, year FROM findings WHERE current = 1 ORDER BY 1, 2'),
  );
  for (const [scope, where] of [
    ["'000000'", 'TRUE'],
    ["substr(x.region, 1, 2) || '0000'", 'TRUE'],
    ['x.region', 'TRUE'],
  ] as const)
    for (const [one, other] of [
      [severity, 'x.check_id'],
      [severity, "''"],
      ["''", 'x.check_id'],
      ["''", "''"],
    ] as const) {
      const fresh = all<{
        region: string;
      }>(`SELECT ${scope} AS region, ${one} AS severity, ${other} AS check_id, x.year,
        count(*) AS findings, count(DISTINCT x.account) AS accounts FROM finding_rows x WHERE ${where} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`);
      const kept = all<{ region: string }>(`SELECT * FROM finding_sums WHERE (severity = '') = ${one === "''" ? 1 : 0}
        AND (check_id = '') = ${other === "''" ? 1 : 0} ORDER BY region, severity, check_id, year`);
      const regions = new Set(fresh.map(({ region }) => region));
      expect(kept.filter(({ region }) => regions.has(region))).toEqual(fresh);
    }
}

function expectRegions(from: string, into: string, columns: readonly string[]): void {
  const counted = [
    'count(*) AS departments',
    'sum(disputed) AS disputed',
    ...columns.map((one) => `sum(coalesce(${one}, 0)) AS ${one}`),
  ];
  const rows = `(SELECT r.region AS own, r.kind, (length(s.code) - 1) / 2 AS level, s.* FROM ${from} s JOIN account_rollups r ON r.account = s.account)`;
  const kept = `SELECT region, level, code, year, departments, disputed, ${columns.join(', ')} FROM ${into} WHERE own = 0 ORDER BY 1, 2, 3, 4`;
  expect(all(kept), into).toEqual(all(regionalSums(rows, counted)));
}

function expectFigures(): void {
  expect(
    all(
      "SELECT n.figure, f.account, f.value FROM figures f JOIN figure_names n ON n.id = f.figure WHERE n.kind = 'measure' AND n.unit = '万元' AND value IS NOT NULL ORDER BY 1, 2",
    ),
  ).toEqual(
    all(
      "SELECT measure AS figure, account, fen AS value FROM levels WHERE current = 1 AND unit = '万元' ORDER BY 1, 2",
    ),
  );
  expect(
    all("SELECT figure, year, departments, value FROM region_figures WHERE region = '000000' ORDER BY 1, 2"),
  ).toEqual(
    all(
      'SELECT f.figure, f.year, count(*) AS departments, sum(f.value) AS value FROM figures f JOIN figure_names n ON n.id = f.figure WHERE n.additive = 1 AND f.value IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2',
    ),
  );
  const moved = `SELECT m.department, m.figure, m.year, m.change FROM movements m WHERE m.before = 'account' ORDER BY 1, 2, 3`;
  const joined = `SELECT f.department, f.figure, f.year, f.value - o.value AS change FROM figures f
    JOIN figures o ON o.department = f.department AND o.figure = f.figure AND o.year = f.year - 1
    WHERE f.value IS NOT NULL AND o.value IS NOT NULL AND f.figure IN (SELECT DISTINCT figure FROM movements) ORDER BY 1, 2, 3`;
  expect(all(moved)).toEqual(all(joined));
}

describe('rollups of made-up accounts', () => {
  const codes = new SampleCodes(reference);
  const root = new Chance('test');
  const departments = planDepartments(reference, sampleOptions.departments, [2018, 2019, 2020, 2021], root);
  const [department] = departments;
  if (!department) throw new Error('no department planned');
  const documentOf = (text: (text: string) => string) => {
    const { text: own, file } = sampleDocument(department, codes, department.years[0] ?? 0, root.of(department.key));
    return { bytes: Buffer.from(text(own)), file };
  };
  const load = (text: (text: string) => string) => {
    const { bytes, file } = documentOf(text);
    return loadDocument(db, bytes, file, { reference, now: new Date('2023-01-01T00:00:00Z') });
  };

  let whole: Db;
  beforeAll(async () => {
    ({ db: whole } = await sampleStore());
  });
  beforeEach(() => {
    db = copyOf(whole);
  });
  afterEach(() => db.sqlite.close());
  afterAll(() => whole.sqlite.close());

  it('equal independent SQL over the facts', () => expectConsistent());

  it('equal it after a revision, and after the revision is read again', async () => {
    const before = dump(db, 'region_spending');
    expect(
      await load((text) => text.replace('\n第一部分', '\n更正版\n\n第一部分').replaceAll('2080505\t', '2080508\t')),
    ).toMatchObject({
      status: 'revised',
      revision: 2,
    });
    expectConsistent();
    expect(dump(db, 'region_spending')).not.toEqual(before);
    expect(all("SELECT code FROM spending WHERE account = 1 AND code IN ('2080505', '2080508')")).toEqual([
      { code: '2080508' },
    ]);
    const revised = ROLLUPS.map((table) => dump(db, table));
    db.sqlite.exec("UPDATE revisions SET reader = 'older', digest = 'older'");
    expect(
      await load((text) => text.replace('\n第一部分', '\n更正版\n\n第一部分').replaceAll('2080505\t', '2080508\t')),
    ).toMatchObject({ status: 'reread' });
    expectConsistent();
    expect(ROLLUPS.map((table) => dump(db, table))).toEqual(revised);
  });

  it('are worked out anew when only the readers changed, and nothing else', async () => {
    const made = ROLLUPS.map((table) => dump(db, table));
    db.sqlite.exec("UPDATE revisions SET reader = 'older'");
    expect(await load((text) => text)).toMatchObject({ status: 'reread' });
    const read = ROLLUPS.map((table) => dump(db, table));
    db.sqlite.exec("UPDATE revisions SET reader = 'older'; UPDATE spending SET line = 1 WHERE account = 1");
    expect(await load((text) => text)).toMatchObject({ status: 'unchanged' });
    expect(ROLLUPS.map((table) => dump(db, table))).toEqual(read);
    // made without findings, and checked when it was read
    const counted = (tables: typeof read) =>
      tables.slice(0, ROLLUPS.indexOf('finding_rows')).map((rows) => rows.length);
    expect(counted(read)).toEqual(counted(made));
  });

  it('are filled from the stored accounts when another version made them, or none', () => {
    const made = ROLLUPS.map((table) => dump(db, table));
    expect(fillRollups(db)).toBe(0);
    db.sqlite.exec("UPDATE account_rollups SET made_by = 'older' WHERE account % 2 = 1");
    expect(fillRollups(db)).toBeGreaterThan(5);
    expect(ROLLUPS.map((table) => dump(db, table))).toEqual(made);
    db.sqlite.pragma('foreign_keys = OFF');
    for (const table of ROLLUPS) db.sqlite.exec(`DELETE FROM ${table}`);
    expect(fillRollups(db)).toBe(made[0]?.length);
    expect(ROLLUPS.map((table) => dump(db, table))).toEqual(made);
  });
});

describe('rollups of the published accounts', () => {
  const folder = join(projectFolder(), 'data', 'accounts');
  beforeEach(async () => {
    db = openDatabase({ path: ':memory:' });
    migrate(db);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt')))
      await loadDocument(db, readFileSync(join(folder, file)), file, {
        reference,
        now: new Date('2025-01-01T00:00:00Z'),
      });
  });
  afterEach(() => db.sqlite.close());

  it('equal the printed amounts', async () => {
    const account = await getAccount(db, '610827-gongye-shangmao-ju-2023');
    const printed = (account?.facts ?? [])
      .filter(({ statement, column, code }) => statement === 'expenditure' && column === 'total' && code !== null)
      .map(({ code, amount }) => [code, Math.round(Number(amount) * 1_000_000)]);
    const rolled = db.sqlite
      .prepare(
        'SELECT code, total FROM spending s JOIN accounts a ON a.key = s.account WHERE a.id = ? AND total IS NOT NULL ORDER BY code',
      )
      .raw()
      .all('610827-gongye-shangmao-ju-2023');
    expect(printed.length).toBeGreaterThan(25);
    expect(rolled).toEqual(printed);
  });

  it('keep what a comparison implies for the year before', () => {
    const implied = `SELECT p.year, p.value FROM prior_figures p JOIN figure_names n ON n.id = p.figure
      JOIN departments d ON d.id = p.department WHERE n.figure = 'total_expenditure' AND d.region = '610803'`;
    expect(all(implied)).toEqual([{ year: 2020, value: 1_719_180_000 }]);
  });
});

describe('scopesOf', () => {
  it.each([
    ['', ['000000', '@财政局']],
    ['610827', ['000000', '@财政局', '610000', '610800', '610827']],
    ['610800', ['000000', '@财政局', '610000', '610800', '610800=']],
    ['610000', ['000000', '@财政局', '610000', '610000=']],
  ])('%s', (region, expected) => {
    expect(scopesOf({ region, kind: '财政局' }).map(({ region: code, own }) => (own ? `${code}=` : code))).toEqual(
      expected,
    );
  });
});

describe('reorganisationOf', () => {
  it.each([
    ['因机构改革，原青石县商务局并入本部门，本年度决算包含上述部门的收支。', true],
    ['原青石县卫生和计划生育局更名为青石县卫生健康局。', true],
    ['根据青石县机构改革方案，将水库移民职责划入本局。', true],
    ['不涉及机构改革，无预算单位变化调整。', false],
    ['负责指导全县机构改革，原有单位合并的组织实施。', false],
    ['推动企业合并重组。', false],
    ['', false],
  ])('%s', (sentence, told) => {
    expect(reorganisationOf(`第一行\n${sentence}\n`)).toBe(told ? sentence : null);
  });
});
