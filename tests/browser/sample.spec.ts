import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { projectFolder } from '../../db/folder';
import { openDatabase } from '../../db/open';
import { type Address, addressesOf, routesOf, subjectOf } from '../addresses';
import { scansOf } from '../plans';

const SAMPLE = '示例数据';
const folder = mkdtempSync(join(tmpdir(), 'juesuan-sample-'));
const database = join(folder, 'sample.db');
const statements = join(folder, 'statements');
const inProject = (...parts: string[]): string => join(projectFolder(), ...parts);

let server: ChildProcess | undefined;
let url = '';
let addresses: Address[] = [];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const size = ['--departments', '12', '--years', '3', '--database', database];
  execFileSync(process.execPath, [inProject('db', 'sample', 'sample.mjs'), ...size], { stdio: 'pipe' });
  const db = openDatabase({ path: database, readonly: true });
  const subject = await subjectOf(db);
  db.sqlite.close();
  addresses = routesOf().flatMap((route) => addressesOf(route, subject));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const args = [inProject('db', 'setup', 'server.mjs'), 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  server = spawn(process.execPath, args, {
    cwd: projectFolder(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      JUESUAN_DATABASE: database,
      JUESUAN_RATE_LIMIT: 'off',
      JUESUAN_TEST_STATEMENTS: statements,
      NODE_OPTIONS: `--require ${inProject('tests', 'setup', 'statements.cjs')}`,
    },
  });
  await expect
    .poll(
      () =>
        fetch(`${url}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
});

test.afterAll(() => {
  server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** Answers that show no figures: scripts, states of the server, what describes the interface. */
const PLAIN =
  /^\/(?:embed\.js|embed\/frame\.js|embed\/self-test(?:\.js)?|healthz|readyz|api\/v1\/openapi\.json|sitemap.*|robots.*)$/;

/** A picture says what its drawing says, and lists for scripts stand in pages: their header speaks. */
const WORDLESS = /^image\/png |^application\/json \S+ \[$/;

/** What an answer says, whatever its form; a picture says what its drawing says. */
async function textOf(type: string, body: ArrayBuffer): Promise<string> {
  return type.includes('spreadsheet')
    ? JSON.stringify(await readXlsx(Buffer.from(body)))
    : Buffer.from(body).toString();
}

test('every page, picture, table and workbook of a sample store says so', async () => {
  test.setTimeout(240_000);
  const silent: [path: string, status: number, type: string][] = [];
  for (const { route, path } of addresses.filter((one) => !PLAIN.test(one.route))) {
    const answer = await fetch(`${url}${path}`);
    const type = answer.headers.get('content-type') ?? '';
    const marked = answer.headers.get('x-juesuan-data') === 'sample' || type.startsWith('text/html');
    const text = await textOf(type, await answer.arrayBuffer());
    const says = WORDLESS.test(`${type.split(';')[0]} ${route} ${text.slice(0, 1)}`) || text.includes(SAMPLE);
    const claims = text.includes('国家机关公文');
    if (answer.status !== 200 || !marked || !says || claims) silent.push([`${route} ${path}`, answer.status, type]);
  }
  expect(silent).toEqual([]);
  expect(addresses.length).toBeGreaterThan(40);
});

test('an analyst finds every department’s 2080505 over the years and takes it to Excel', async ({ page }) => {
  await page.goto(`${url}/pivot`);
  await page.getByRole('link', { name: '各部门 2080505 历年' }).click();
  await expect(page).toHaveURL(/rows=department&columns=year&codes=2080505$/);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Excel' }).click();
  const { sheets } = await readXlsx(readFileSync(await (await coming).path()));
  const [heads = [], ...rows] = sheets.find(({ name }) => name === '数据')?.rows ?? [];
  const at = (head: string) => heads.indexOf(head);
  const taken = rows.flatMap((row) =>
    heads.flatMap((head, column) => {
      const [year] = /^\d{4}(?=（万元）$)/.exec(String(head)) ?? [];
      const [department, amount] = [row[at('部门编号')], row[column]];
      return year && department && typeof amount === 'number' ? [`${department}-${year} ${amount.toFixed(2)}`] : [];
    }),
  );
  const db = openDatabase({ path: database, readonly: true });
  const stored = db.sqlite
    .prepare<[], { account: string; fen: number }>(
      `SELECT a.id AS account, s.total AS fen FROM spending s JOIN accounts a ON a.key = s.account
      WHERE s.code = '2080505' AND s.total IS NOT NULL`,
    )
    .all()
    .map(({ account, fen }) => `${account} ${(fen / 1_000_000).toFixed(2)}`);
  db.sqlite.close();
  expect(stored.length).toBeGreaterThan(12);
  expect(taken.sort()).toEqual(stored.sort());
});

interface Moved {
  printed: string;
  code: string;
  name: string;
  before: number;
  now: number;
  line: number;
}

/** The printed growth of a department's total, and the 项 that moved most with it, in 分: of the stored tables alone. */
function movedMost(department: string, year: number): Moved | undefined {
  const db = openDatabase({ path: database, readonly: true });
  const sql = `SELECT c.printed, n.line AS code, n.name, p.fen AS before, n.fen AS now, n.place_line AS line
    FROM accounts a JOIN accounts b ON b.department = a.department AND b.year = a.year - 1
    JOIN claims c ON c.account = a.key AND c.current = 1 AND c.measure = 'total_revenue_expenditure' AND c.aspect = 'growth_on_year'
    JOIN facts n ON n.account = a.key AND n.current = 1 AND n.statement = 'expenditure' AND n."column" = 'total'
    JOIN facts p ON p.account = b.key AND p.current = 1 AND p.statement = n.statement AND p."column" = n."column" AND p.line = n.line
    WHERE a.id = ? AND length(n.line) = 7 ORDER BY iif(c.direction = 'increase', n.fen - p.fen, p.fen - n.fen) DESC LIMIT 1`;
  try {
    return db.sqlite.prepare<[string], Moved>(sql).get(`${department}-${year}`);
  } finally {
    db.sqlite.close();
  }
}

const wan = (fen: number): string =>
  (fen / 1_000_000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

for (const width of [1440, 390])
  test(`a director finds out in three clicks why a department moved by its large rate, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/`);
    const moved = page.getByRole('region', { name: '变动最大的部门' });
    // a department whose document gives no reason: the 项 that moved most stands in its place
    const silent = moved.getByRole('row', { name: /没有说明原因/ }).first();
    const why = silent
      .getByRole('link')
      .filter({ hasText: /[+−][\d,]+\.\d\d$/ })
      .first();
    const [, department = '', year = ''] =
      /departments\/([\w-]+)\?to=(\d+)/.exec((await why.getAttribute('href')) ?? '') ?? [];
    const told = movedMost(department, Number(year));
    if (!told) throw new Error(`nothing moved: ${department} ${year}`);
    await expect(silent).toContainText(told.printed);
    await expect(why).toContainText(told.name);
    await expect(why).toContainText(wan(Math.abs(told.now - told.before)));
    await why.click();
    await expect(page).toHaveURL(`${url}/departments/${department}?to=${year}&by=item#bridge`);
    const row = page.getByRole('region', { name: '变动最多的项' }).getByRole('row', { name: told.name }).first();
    await expect(row.getByRole('cell').nth(0)).toHaveText(wan(told.before));
    await expect(row.getByRole('cell').nth(1)).toHaveText(wan(told.now));
    await row.getByRole('link', { name: wan(told.now) }).click();
    await expect(page).toHaveURL(`${url}/accounts/${department}-${year}/source#L${told.line}`);
    await expect(page.locator(':target')).toContainText((told.now / 1_000_000).toFixed(2));
    // one whose document says why: its words, and the line they stand on
    await page.goto(`${url}/`);
    const words = moved.locator('q a').first();
    const reason = (await words.textContent()) ?? '';
    await moved.getByRole('row', { name: reason }).getByRole('rowheader').getByRole('link').click();
    await page.locator('#why').getByRole('link', { name: reason }).first().click();
    await expect(page.locator(':target')).toContainText(`主要是${reason}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

/** A pivot by department over the whole store shows every department, up to 10,000 cells: it reads what it shows. */
const OF_EVERY_DEPARTMENT =
  /FROM account_rollups r CROSS JOIN (?:departments d|(?:basic_)?spending s) ON .+ WHERE TRUE\b.+(?:GROUP BY 1, 2, 3, 4|ORDER BY r\.department, r\.year)\s*$/s;

test('no page reads a large table from end to end, but for pivots of every department', () => {
  const asked = readFileSync(statements, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as string);
  expect(asked.length).toBeGreaterThan(60);
  const db = openDatabase({ path: database, readonly: true });
  try {
    const others = asked.filter((sql) => !OF_EVERY_DEPARTMENT.test(sql));
    expect(others.flatMap((sql) => scansOf(db, sql))).toEqual([]);
    expect(asked.length - others.length).toBeLessThanOrEqual(4);
  } finally {
    db.sqlite.close();
  }
});
