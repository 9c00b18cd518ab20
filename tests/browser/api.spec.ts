import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { MIZHI, storedAccount } from './store';

test('a page of another origin fetches all facts of an account, page by page, as they are printed', async ({
  page,
  baseURL,
}) => {
  const portal = createServer((_request, response) => response.end('portal'));
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/`);
  const rows = await page.evaluate(async (first) => {
    const found: { printed: string; source: string }[] = [];
    for (let at: string | null = first; at; ) {
      const { data, links } = await (await fetch(at)).json();
      found.push(...data);
      at = links.next;
    }
    return found;
  }, `${baseURL}/api/v1/accounts/${MIZHI}/facts?limit=100`);
  portal.close();
  const { facts } = await storedAccount(MIZHI);
  expect(rows.map(({ printed }) => printed)).toEqual(facts.map(({ printed }) => printed));
  await page.goto(rows.at(-1)?.source ?? '');
  await expect(page.locator(`[id="L${facts.at(-1)?.place.line}"]`)).toContainText(facts.at(-1)?.printed ?? '?');
});

test('the server answers as declared: packed, headers alone, nothing but reading', async ({ request }) => {
  const list = await request.get(`/api/v1/accounts/${MIZHI}/facts.csv?limit=all`);
  expect(list.headers()['content-encoding']).toBe('gzip');
  expect(list.headers()['content-type']).toBe('text/csv; charset=utf-8');
  const { etag = '' } = list.headers();
  expect((await request.get(list.url(), { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  const head = await request.head(list.url());
  expect([head.status(), head.headers().etag, (await head.body()).length]).toEqual([200, etag, 0]);
  expect((await request.get(list.url().replace('.csv', ''), { headers: { Accept: 'image/png' } })).status()).toBe(406);
  expect((await request.post('/api/v1/facts')).status()).toBe(405);
  const document = await (await request.get('/api/v1/openapi.json')).json();
  expect(document.paths['/facts'].get.operationId).toBe('listFacts');
});

test('the readable page leads from its contents to an address, and its example answers', async ({ page, request }) => {
  await page.goto('/api');
  await page
    .getByRole('navigation', { name: '本页目录' })
    .getByRole('link', { name: '表中的数字', exact: true })
    .click();
  await expect(page).toHaveURL(/#listFacts$/);
  const section = page.locator('#listFacts');
  const [, address = ''] = /curl '([^']+)'/.exec((await section.locator('pre').first().textContent()) ?? '') ?? [];
  expect((await (await request.get(address)).json()).data).toHaveLength(2);
  await section.getByText('答复的例子').click();
  await expect(section.getByRole('region', { name: '表中的数字：答复的例子' })).toContainText('"printed"');
});
