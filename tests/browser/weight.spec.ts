import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pagesOf, routesOf } from '../addresses';
import { HENGSHAN, MIZHI } from './store';

const BOUND = 150_000;
const PAGES = pagesOf({ accounts: [MIZHI, HENGSHAN], department: MIZHI.slice(0, -5), code: '2080505' });

test('every page has an address here', () => {
  const pages = routesOf().filter(({ kind }) => kind === 'page');
  expect(PAGES.map(({ route }) => route)).toEqual(pages.map(({ route }) => route));
  expect(PAGES.length).toBeGreaterThan(8);
});

/** Gzip bytes of every script the page fetched on its own; sizes on the wire depend on the server's compression. */
test('no page loads 150 kB of scripts before it is used', async ({ page }) => {
  test.slow();
  const weights = new Map<string, number>();
  const heavy: [route: string, bytes: number, status: number | undefined][] = [];
  for (const { route, path } of PAGES) {
    const scripts: Promise<void>[] = [];
    let bytes = 0;
    const weigh = async (url: string, body: () => Promise<Buffer>): Promise<void> => {
      const weight = weights.get(url) ?? gzipSync(await body()).length;
      weights.set(url, weight);
      bytes += weight;
    };
    const seen = new Set<string>();
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || seen.has(response.url())) return;
      seen.add(response.url());
      scripts.push(weigh(response.url(), () => response.body()));
    });
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    await Promise.all(scripts);
    page.removeAllListeners('response');
    if (bytes >= BOUND || bytes < 50_000 || answer?.status() !== 200) heavy.push([route, bytes, answer?.status()]);
  }
  expect(heavy).toEqual([]);
});
