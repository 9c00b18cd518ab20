import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { type RowPosition, readRowPage } from '../../db/queries/rowPages';
import { readSource } from '../imports';
import { withSample } from './sample';
import { ask, askJson, below } from './store';

const store = withSample();

type Row = Record<string, unknown> & { account: string; amount: string; value: string | null };

const whole = async (address: string): Promise<Row[]> => {
  const answer = await ask(address.replace(/^([^?]*)\??/, '$1.ndjson?limit=all&'));
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Row);
};

async function walk(address: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  let at: string | null = `${address}${address.includes('?') ? '&' : '?'}limit=${limit}`;
  for (let pages = 0; at !== null; pages += 1) {
    expect(pages).toBeLessThan(5_000);
    const { data, links }: Awaited<ReturnType<typeof askJson<Row>>> = await askJson<Row>(at);
    expect(data.length).toBeLessThanOrEqual(limit);
    rows.push(...data);
    at = links.next && below(links.next);
  }
  return rows;
}

const count = (sql: string, ...values: unknown[]): number => store.rows<{ n: number }>(sql, ...values)[0]?.n ?? -1;

/** Fen as text of 万元, exact. */
const fenOf = (amount: string): bigint => {
  const [, sign = '', units = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  return BigInt(`${sign}${units}${fraction.padEnd(6, '0').slice(0, 6)}`);
};

describe('pages follow each other without gap or repetition', () => {
  test.each([
    ['/regions', 2],
    ['/departments', 3],
    ['/departments?level=县级', 3],
    ['/accounts', 5],
    ['/accounts?year=2019,2021', 5],
    ['/statements?state=filled', 37],
    ['/facts?statement=expenditure&code=208', 61],
    ['/claims?aspect=final', 11],
    ['/measures?year=2020', 101],
    ['/metrics?metric=growth_total,basic_share', 13],
    ['/findings', 3],
    ['/subjects?list=economic', 50],
  ])('%s, %i at a time', async (address, limit) => {
    const [walked, all] = [await walk(address, limit), await whole(address)];
    expect(all.length).toBeGreaterThan(limit);
    expect(walked).toEqual(all);
    expect(new Set(walked.map((row) => JSON.stringify(row))).size).toBe(walked.length);
  });

  it('the whole is the same in every form', async () => {
    const rows = await whole('/facts?year=2020');
    expect((await askJson('/facts?year=2020&limit=all')).data).toEqual(rows);
    const lines: string[][] = parse(await (await ask('/facts.csv?year=2020&limit=all')).text());
    expect(lines.slice(1).map((line) => [line[0], line[6], line[7], line[11]])).toEqual(
      rows.map((row) => [row.account, row.printed, row.amount, String((row.place as { line: number }).line)]),
    );
  });

  it('no question begins by counting rows', () => {
    for (const name of [
      'accountSteps',
      'rowPages',
      'contentPages',
      'figurePages',
      'accountPages',
      'departmentPages',
      'registerPages',
    ])
      expect(readSource(`db/queries/${name}.ts`)).not.toMatch(/\bOFFSET\b/);
  });
});

describe('numbers equal those of independent questions', () => {
  it('every current fact, once', async () => {
    const rows = await whole('/facts');
    expect(rows.length).toBe(count('SELECT count(*) AS n FROM facts WHERE current = 1'));
    const total = rows.filter(({ unit }) => unit === '万元').reduce((sum, { amount }) => sum + fenOf(amount), 0n);
    expect(Number(total)).toBe(count("SELECT sum(fen) AS n FROM facts WHERE current = 1 AND unit = '万元'"));
  });

  it('facts of a region, a year, a statement and a beginning of codes', async () => {
    const [region] = store.rows<{ code: string }>(
      "SELECT substr(region, 1, 4) || '00' AS code FROM departments GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    );
    const rows = await whole(
      `/facts?region=${region?.code}&year=2020&statement=expenditure&code=20805,201&column=total`,
    );
    const sums = store.rows<{ id: string; n: number; fen: number }>(
      `SELECT a.id, count(*) AS n, sum(f.fen) AS fen FROM facts f JOIN accounts a ON a.key = f.account
        JOIN departments d ON d.id = a.department
        WHERE f.current = 1 AND d.region LIKE ? AND f.year = 2020 AND f.statement = 'expenditure' AND f."column" = 'total'
        AND (f.code LIKE '20805%' OR f.code LIKE '201%') GROUP BY a.id ORDER BY a.id`,
      `${region?.code.slice(0, 4)}%`,
    );
    expect(sums.length).toBeGreaterThan(1);
    const found = [...new Set(rows.map(({ account }) => account))].map((id) => {
      const own = rows.filter(({ account }) => account === id);
      return { id, n: own.length, fen: Number(own.reduce((sum, { amount }) => sum + fenOf(amount), 0n)) };
    });
    expect(found).toEqual(sums);
  });

  it('claims come under the published measures', async () => {
    const rows = await whole('/claims?measure=project_expenditure&from=2020');
    expect(rows.length).toBe(
      count(`SELECT count(*) AS n FROM claims WHERE current = 1 AND year >= 2020
        AND measure IN ('project_expenditure', 'general_project_expenditure', 'fund_project_expenditure')`),
    );
    expect(new Set(rows.map(({ measure }) => measure))).toEqual(new Set(['project_expenditure']));
  });

  it('measures of a year, missing ones with their reason', async () => {
    const rows = await whole('/measures?year=2021&measure=total_expenditure,three_public');
    const stored = store.rows<{ value: number | null }>(
      `SELECT f.value FROM figures f JOIN figure_names n ON n.id = f.figure JOIN accounts a ON a.key = f.account
        WHERE n.figure IN ('total_expenditure', 'three_public') AND f.year = 2021 ORDER BY a.id, n.id`,
    );
    expect(rows.map(({ value }) => (value === null ? null : Number(fenOf(value))))).toEqual(
      stored.map(({ value }) => value),
    );
    for (const { value, reason } of rows) if (value === null) expect(reason).toBeTruthy();
  });

  test.each(['severity=error', 'severity=warning,note', 'check=T3-01'])('findings with %s', async (filter) => {
    const rows = await whole(`/findings?${filter}`);
    const [name = '', values = ''] = filter.split('=');
    const among = values.split(',').map((value) => `'${value}'`);
    expect(rows.length).toBe(
      count(
        `SELECT count(*) AS n FROM findings WHERE current = 1 AND ${name === 'check' ? 'check_id' : name} IN (${among})`,
      ),
    );
    for (const { url, account, number } of rows)
      expect(url).toContain(`/accounts/${account}/findings#finding-${number}`);
  });

  it('departments, accounts and regions', async () => {
    expect((await whole('/departments')).length).toBe(count('SELECT count(*) AS n FROM departments'));
    const accounts = await whole('/accounts?from=2019&to=2020');
    expect(accounts.map(({ account }) => account)).toEqual(
      store.rows<{ id: string }>('SELECT id FROM accounts WHERE year IN (2019, 2020) ORDER BY id').map(({ id }) => id),
    );
    for (const { code, accounts: known } of await whole('/regions'))
      expect(known).toBe(
        count('SELECT count(*) AS n FROM accounts WHERE id LIKE ?', `${String(code).replace(/(?:00)+$/, '')}%`),
      );
  });

  it('an account and a department named together give what both are', async () => {
    const [one] = await whole('/accounts?year=2020');
    const department = String(one?.department);
    expect((await whole(`/accounts?account=${one?.account}&department=${department}`)).length).toBe(1);
    expect((await whole(`/accounts?account=${one?.account}&department=000000-none`)).length).toBe(0);
    expect((await whole(`/accounts?department=${department}`)).length).toBe(
      count('SELECT count(*) AS n FROM accounts WHERE id LIKE ?', `${department}-____`),
    );
  });
});

describe('a page looks at a bounded part', () => {
  const rare = (ask: { after?: RowPosition; limit: number }) =>
    readRowPage(
      store.db(),
      {
        scope: {},
        mostAccounts: 5,
        read: (_db, { id }, after) => (after < 0 && id.endsWith('2021') ? [{ n: 0, row: id }] : []),
      },
      ask,
    );

  it('so that it may be short though others follow', () => {
    const found: string[] = [];
    let pages = 0;
    for (let at: RowPosition | null | undefined; at !== null; pages += 1) {
      const { rows, next } = rare({ limit: 10, ...(at ? { after: at } : {}) });
      expect(rows.length).toBeLessThanOrEqual(2);
      found.push(...rows);
      at = next;
    }
    expect(found).toEqual(
      store.rows<{ id: string }>('SELECT id FROM accounts WHERE year = 2021 ORDER BY id').map(({ id }) => id),
    );
    expect(pages).toBeGreaterThan(8);
  });

  it('a page never reaches beyond the accounts it is asked of, wherever its beginning is said to be', async () => {
    const [one, other] = await whole('/accounts?year=2020');
    const cursor = Buffer.from(JSON.stringify([other?.account, 0])).toString('base64url');
    const { data } = await askJson<Row>(`/accounts/${one?.account}/facts?cursor=${cursor}`);
    expect(data.filter(({ account }) => account !== one?.account)).toEqual([]);
  });
});

describe('made-up data', () => {
  it('say so in every form', async () => {
    const { meta } = await askJson('/facts?limit=1');
    expect(meta).toMatchObject({ sample: true, notice: '示例数据' });
    expect(JSON.stringify(meta)).not.toContain('著作权法');
    const { headers } = await ask('/facts.csv?limit=1');
    expect(headers.get('x-juesuan-data')).toBe('sample');
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('示例数据-facts.csv');
  });
});
