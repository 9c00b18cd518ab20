import { expect, type Page, test } from '@playwright/test';
import { crawl, type Known, ROUTES } from '../public/addresses';
import { fuzzRoute } from '../public/fuzz';
import { faultsOf } from '../public/judged';
import { say } from '../public/wire';
import { BOTH, HENGSHAN, MIZHI } from './store';

const ACCOUNTS = `accounts=${MIZHI},${HENGSHAN}`;
const port = (baseURL: string | undefined): number => Number(new URL(baseURL ?? '').port);

interface Listening {
  violations: string[];
  errors: string[];
}

/** Collects what the browser objects to, from the first line of the page on. */
async function listen(page: Page): Promise<Listening> {
  const heard: Listening = { violations: [], errors: [] };
  await page.exposeFunction('objected', (text: string) => heard.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { objected: (text: string) => void }).objected(
        `${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') heard.errors.push(message.text());
  });
  page.on('pageerror', (error) => heard.errors.push(error.message));
  return heard;
}

const PAGES = [
  '/',
  '/accounts',
  `/accounts/${MIZHI}`,
  `/accounts/${HENGSHAN}/findings`,
  `/accounts/${MIZHI}/source`,
  BOTH,
  '/findings',
  '/subjects/functional',
  '/embeds',
  `/embed/totals?${ACCOUNTS}`,
  `/embed/flow?${ACCOUNTS}&theme=auto`,
];

test('pages and embeds run under their policy: nothing is violated, nothing fails, no cookie is set', async ({
  page,
  context,
}) => {
  test.slow();
  const heard = await listen(page);
  for (const path of PAGES) {
    await page.goto(path, { waitUntil: 'load' });
    await expect(page.locator('h1').first()).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    expect([path, heard.violations, heard.errors]).toEqual([path, [], []]);
  }
  expect(await context.cookies()).toEqual([]);
});

test('a chart becomes interactive under the policy', async ({ page }) => {
  const heard = await listen(page);
  await page.goto(BOTH);
  await page.locator('#totals').scrollIntoViewIfNeeded();
  await expect(page.locator('#totals canvas, #totals [_echarts_instance_]').first()).toBeAttached();
  expect([heard.violations, heard.errors]).toEqual([[], []]);
});

test('a script written into a page does not run', async ({ page }) => {
  const heard = await listen(page);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="/nothing" onerror="document.title = \'taken\'">';
    document.body.append(script);
  });
  await expect.poll(() => heard.violations.length).toBeGreaterThan(0);
  expect(await page.title()).not.toBe('taken');
});

test('every kind of answer carries the headers: pages, data, pictures, scripts, errors, 304', async ({
  request,
  baseURL,
}) => {
  const at = port(baseURL);
  const html = await (await request.get('/')).text();
  const [, chunk = ''] = /src="(\/_next\/[^"]+\.js)"/.exec(html) ?? [];
  const [, style = ''] = /href="(\/_next\/[^"]+\.css)"/.exec(html) ?? [];
  const addresses = [
    '/',
    chunk,
    style,
    '/icon.svg',
    '/no/such/page',
    '/embed.js',
    '/embed/frame.js',
    '/embed/self-test',
    ...['', '.svg', '.png', '.csv', '.json', '.xlsx', '.metadata.json'].map((end) => `/embed/totals${end}?${ACCOUNTS}`),
    '/embed/nothing',
    '/findings/table',
    '/healthz',
    '/readyz',
    '/_next/static/nothing.js',
    '/%zz',
  ];
  for (const address of addresses) {
    const heard = await say(at, address);
    expect([address, faultsOf(heard)]).toEqual([address, []]);
    const framed = heard.headers.get('content-security-policy')?.match(/frame-ancestors ([^;]+)/)?.[1];
    expect([address, framed]).toEqual([address, address.startsWith('/embed/') ? '*' : "'none'"]);
  }
  const svg = await say(at, `/embed/totals.svg?${ACCOUNTS}`);
  const again = await say(at, `/embed/totals.svg?${ACCOUNTS}`, {
    headers: [['If-None-Match', svg.headers.get('etag') ?? '']],
  });
  expect([again.status, faultsOf(again)]).toEqual([304, []]);
});

test('alive and ready', async ({ request }) => {
  expect(await (await request.get('/healthz')).json()).toMatchObject({
    status: 'ok',
    data_version: expect.any(Number),
  });
  expect(await (await request.get('/readyz')).json()).toMatchObject({ status: 'ready' });
});

test('an embed is painted before any script runs', async ({ page }) => {
  let asked = false;
  await page.route('**/embed/frame.js', async (route) => {
    asked = true;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(`/embed/totals?${ACCOUNTS}`, { waitUntil: 'load' });
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    script: performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/embed/frame.js')) as
      | PerformanceResourceTiming
      | undefined,
  }));
  expect(asked).toBe(true);
  expect(times.paint).toBeGreaterThan(0);
  expect(times.paint).toBeLessThan(times.script?.responseEnd ?? 0);
});

test.describe('asked for everything and nothing', () => {
  /** seconds for all routes together */
  const SECONDS = 30;
  test.setTimeout(180_000);

  test('no public address fails, or shows what is inside', async ({ baseURL }) => {
    const known: Known = await crawl(new URL(baseURL ?? '').origin, 60);
    const milliseconds = (SECONDS * 1000) / ROUTES.length;
    expect(known.paths.length).toBeGreaterThan(ROUTES.length);
    let asked = 0;
    for (const route of ROUTES) {
      const fuzzed = await fuzzRoute(port(baseURL), route, known, { milliseconds, seed: 20231 });
      asked += fuzzed.asked;
      expect(fuzzed.found.slice(-1), route).toEqual([]);
    }
    expect(asked).toBeGreaterThan(ROUTES.length * 8);
  });
});
