import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { serveCard } from '../../app/_downloads/cards';
import { accountDataset, catalogueOf } from '../../app/_downloads/datasets';
import { dataBlock } from '../../app/_downloads/JsonLd';
import { PER_PART, serveRobots, serveSitemap } from '../../app/_downloads/sitemap';
import { getAccount } from '../../db/queries/account';
import { servedDatabase } from '../../db/served';
import { askTable, HOSTILE, MIZHI, ORIGIN, poison, rowsOf, withStore } from './store';
import { childrenOf, parseXml, textOf } from './xml';

withStore();

const request = (path: string): Request => new Request(`${ORIGIN}${path}`);
const sitemap = async (part?: string): Promise<string[]> => {
  const answer = await serveSitemap(request('/sitemap.xml'), part);
  expect(answer.headers.get('content-type')).toMatch(/^application\/xml/);
  const document = parseXml(await answer.text());
  expect(document.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  expect(document.name).toBe(part === undefined ? 'sitemapindex' : 'urlset');
  return document.children.map((child) => textOf(child, 'loc'));
};

describe('the sitemap', () => {
  it('leads to every account, department and code, each once, none elsewhere', async () => {
    const parts = await sitemap();
    const listed = (await Promise.all(parts.map((part) => sitemap(part.split('/').at(-1))))).flat();
    expect(new Set(listed).size).toBe(listed.length);
    for (const address of listed) expect(new URL(address).origin).toBe(ORIGIN);
    const paths = listed.map((address) => new URL(address).pathname);
    const accounts = rowsOf<{ id: string }>('SELECT id FROM accounts').map(({ id }) => `/accounts/${id}`);
    expect(paths.filter((path) => path.startsWith('/accounts/')).sort()).toEqual(accounts.sort());
    const codes = rowsOf<{ path: string }>(
      `SELECT DISTINCT '/subjects/functional/' || code AS path FROM spending UNION SELECT DISTINCT '/subjects/economic/' || code FROM basic_spending`,
    ).map(({ path }) => path);
    expect(paths.filter((path) => /^\/subjects\/\w+\/\d/.test(path)).sort()).toEqual(codes.sort());
    expect(paths).toContain('/data');
    expect(PER_PART).toBeLessThanOrEqual(50_000);
  });

  it('tells when an account last changed', async () => {
    const answer = await serveSitemap(request('/'), 'accounts-1.xml');
    const moments = childrenOf(parseXml(await answer.text()), 'url').map((url) => textOf(url, 'lastmod'));
    expect(moments.sort()).toEqual(
      rowsOf<{ at: string }>('SELECT loaded_at AS at FROM revisions WHERE current = 1')
        .map(({ at }) => at)
        .sort(),
    );
  });

  test.each(['accounts-2.xml', 'accounts-0.xml', 'accounts-9999.xml', 'nothing.xml', '..xml', 'pages'])(
    '%s is a problem',
    async (part) => {
      expect((await serveSitemap(request('/'), part)).status).toBe(part === 'pages' ? 200 : 404);
    },
  );
});

it('robots.txt leads to the sitemap', async () => {
  const text = await (await serveRobots(request('/robots.txt'))).text();
  expect(text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  expect(text).not.toMatch(/^Disallow: \/$/m);
});

describe('structured data', () => {
  it('names downloads that are there', async () => {
    const account = await getAccount(servedDatabase(), MIZHI);
    if (!account) throw new Error('account is missing');
    const data = accountDataset(account, ORIGIN);
    expect(data['@type']).toBe('Dataset');
    expect(data.distribution.length).toBeGreaterThan(5);
    for (const { contentUrl } of data.distribution) {
      const path = new URL(contentUrl).pathname;
      const [, file] = /^\/accounts\/[\w-]+\/tables\/(.+)$/.exec(path) ?? [];
      if (file) expect((await askTable(MIZHI, file)).status).toBe(200);
      else expect(path).toBe(`/accounts/${MIZHI}/document`);
    }
  });

  it('cannot end its block, whatever the documents say', async () => {
    poison(MIZHI);
    const account = await getAccount(servedDatabase(), MIZHI);
    if (!account) throw new Error('account is missing');
    const data = accountDataset({ ...account, department: `${HOSTILE}\u2028<!--` }, ORIGIN);
    const text = dataBlock(data);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
    const whole = catalogueOf({ origin: ORIGIN, version: 1, changedAt: '2026-01-01T00:00:00Z', years: [] });
    expect(JSON.parse(dataBlock(whole)).dataset['@type']).toBe('Dataset');
  });
});

describe('cards', () => {
  const ask = (name: string, query = ''): Promise<Response> => serveCard(request(`/cards/${name}${query}`), name);

  test.each([
    ['home.png', ''],
    ['findings.png', '?severity=error'],
    ['subject.png', '?list=functional&code=215'],
    ['subject.png', '?list=economic&code=301&region=610827'],
  ])('%s%s is a picture of 1200 × 630', async (name, query) => {
    const answer = await ask(name, query);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const { width, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
  });

  test.each([
    ['nothing.png', '', 404],
    ['subject.png', '', 404],
    ['subject.png', '?list=functional&code=9999999', 404],
    ['home.png', `?${'x'.repeat(2_000)}`, 414],
  ])('%s%s is a problem', async (name, query, status) => {
    expect((await ask(name, query)).status).toBe(status);
  });
});
