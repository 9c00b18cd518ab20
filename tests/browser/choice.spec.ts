import { expect, test } from '@playwright/test';
import { BOTH, HENGSHAN, MIZHI } from './store';

test.describe('the form', () => {
  for (const scripts of [true, false])
    test.describe(scripts ? 'with scripts' : 'without scripts', () => {
      test.use({ javaScriptEnabled: scripts });

      test('leads to the comparison', async ({ page }) => {
        await page.goto('/');
        for (const name of [/^榆林市横山区工业商贸局 2021/, /^米脂县工业商贸局 2023/])
          await page.getByRole('checkbox', { name }).check();
        await page.getByRole('button', { name: '比较所选决算' }).click();
        await expect(page).toHaveURL(`/compare/${HENGSHAN},${MIZHI}`);
        await expect(page.getByRole('heading', { level: 1 })).toContainText('决算比较');
      });

      test('asks for a second account', async ({ page }) => {
        await page.goto('/compare');
        for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
        await page.getByRole('checkbox', { name: /^米脂县工业商贸局 2023/ }).check();
        await page.getByRole('button', { name: '比较所选决算' }).click();
        await expect(page.getByRole('status')).toContainText('至少要 2 份');
        await expect(page.getByRole('checkbox', { name: /^米脂县工业商贸局 2023/ })).toBeChecked();
      });
    });
});

/** Addresses that people mistype or cut: status, where they end, and what the page says. */
const ADDRESSES = [
  [`/compare/${MIZHI}`, 200, `/compare?choose=${MIZHI}`, '至少要 2 份'],
  [`/compare/${MIZHI},${MIZHI}`, 200, `/compare?choose=${MIZHI}`, '至少要 2 份'],
  [`/compare/${MIZHI},${MIZHI},${HENGSHAN}`, 200, BOTH, '部门决算比较'],
  [`/compare?accounts=${MIZHI},${HENGSHAN}`, 200, BOTH, '部门决算比较'],
  [`/compare?accounts=${MIZHI}&accounts=${HENGSHAN}`, 200, BOTH, '部门决算比较'],
  [`/compare/${MIZHI},610827-meiyou-2023`, 404, null, '没有找全'],
  [`/compare/${MIZHI},%3Cscript%3E`, 404, null, '没有找全'],
  ['/accounts/610827-meiyou-2023', 404, null, '没有收录这份决算'],
  ['/accounts/nonsense', 404, null, '没有收录这份决算'],
  ['/accounts/610827-meiyou-2023/source', 404, null, '没有收录这份决算'],
] as const;

for (const [path, status, end, words] of ADDRESSES)
  test(`${path} answers ${status}: ${words}`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    if (end !== null) await expect(page).toHaveURL(end);
    await expect(page.getByRole('main')).toContainText(words);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });

test('nine accounts are too many', async ({ page }) => {
  const nine = Array.from({ length: 9 }, (_, at) => `610827-bumen-${2010 + at}`);
  await page.goto(`/compare/${nine.join(',')}`);
  await expect(page.getByRole('status')).toContainText('最多比较 8 份决算，现在选了 9 份');
});

test('the health of the service', async ({ request }) => {
  const answer = await request.get('/healthz');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: 'ok' });
});

test('charts for the interactive drawing are answered once a data version', async ({ request }) => {
  const first = await request.get(`/charts/totals?accounts=${MIZHI},${HENGSHAN}`);
  expect(await first.json()).toMatchObject({
    option: { series: expect.any(Array) },
    narrow: { height: expect.any(Number) },
  });
  const again = await request.get(`/charts/totals?accounts=${MIZHI},${HENGSHAN}`, {
    headers: { 'If-None-Match': first.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  expect(first.headers()['content-encoding']).toBe('gzip');
  for (const [path, status, code] of [
    ['/charts/nothing?accounts=x', 404, 'unknown_panel'],
    ['/charts/totals', 400, 'account_count'],
    ['/charts/totals?accounts=610827-meiyou-2023', 404, 'unknown_account'],
  ] as const) {
    const refused = await request.get(path);
    expect([path, refused.status()]).toEqual([path, status]);
    expect(await refused.json()).toMatchObject({ status, type: `urn:juesuan:problem:${code}` });
  }
});
