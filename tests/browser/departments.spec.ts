import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { HENGSHAN, MIZHI, path, storedLines } from './store';

const OFFICE = HENGSHAN.replace(/-\d{4}$/, '');
const PAGE = `/departments/${OFFICE}`;
const REASON = '樊家河二号、三号矿职工生活补助增加';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the department over the years is accessible and never scrolls sideways', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('榆林市横山区工业商贸局');
  for (const width of [390, 768, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await overflow(page)]).toEqual([width, 0]);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
  expect(problems).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a director finds out within three clicks of the front page why 横山 grew by 404.91 %', async ({ page }) => {
    await page.goto('/');
    await page.locator(`a[href^="/accounts/${HENGSHAN}"], a[href="${PAGE}"]`).first().click();
    if (!page.url().endsWith(PAGE)) await page.getByRole('link', { name: '这个部门的历年' }).click();
    await expect(page).toHaveURL(PAGE);
    const why = page.locator('#why');
    await expect(why).toContainText('+404.91');
    await why.getByRole('link', { name: REASON }).first().click();
    await expect(page).toHaveURL(`/accounts/${HENGSHAN}/source#L337`);
    expect((await storedLines(HENGSHAN))[336]).toContain(REASON);
  });

  test('one stored year: what is missing is said, and the document’s own comparison is given with table and download', async ({
    page,
    request,
  }) => {
    await page.goto(PAGE);
    const bridge = page.locator('#bridge');
    await expect(bridge).toContainText('需要 2020 年度的部门决算');
    await expect(bridge).toContainText('1,719.18');
    const address = await bridge.getByRole('link', { name: '下载 CSV' }).getAttribute('href');
    const table = await request.get(address ?? '');
    expect(table.headers()['content-type']).toContain('text/csv');
    expect(await table.text()).toContain('收支总计,万元,1719.18,6961.05,8680.23,404.91');
  });

  test('nonsense in the address is said, an unknown department is not found', async ({ page }) => {
    const nonsense = await page.goto(`${PAGE}?from=never&by=everything`);
    expect(nonsense?.status()).toBe(200);
    for (const id of ['610803-nobody', 'x', '610803-gongye-shangmao-ju-2021-2021'])
      expect((await page.goto(`/departments/${id}`))?.status()).toBe(404);
    expect((await page.goto('/departments/610803-nobody/bridge'))?.status()).toBe(404);
  });
});

test('figures of the years are those of the store and lead to their lines', async ({ page }) => {
  await page.goto(`/departments/${MIZHI.replace(/-\d{4}$/, '')}`);
  const db = new Sqlite(path, { readonly: true });
  const printed = db
    .prepare<unknown[], { line: number }>(
      `SELECT f.place_line AS line FROM facts f JOIN accounts a ON a.key = f.account WHERE a.id = ? AND f.current = 1
        AND f.statement IN ('revenue_expenditure_summary', 'expenditure') AND f.fen = 3890080000`,
    )
    .all(MIZHI);
  db.close();
  const cell = page.locator('#years tr', { hasText: '本年支出合计' }).getByText('3,890.08').first();
  await expect(cell).toBeVisible();
  const href = await cell.getAttribute('href');
  expect(printed.map(({ line }) => `/accounts/${MIZHI}/source#L${line}`)).toContain(href);
});

test('reasons stand at the account and at the growth of a comparison', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  await expect(page.locator('#reasons')).toContainText(REASON);
  await page.goto(`/compare/${MIZHI},${HENGSHAN}`);
  const told = page.locator('#growth').getByRole('list', { name: '文件说明的原因' });
  await expect(told.getByRole('link', { name: REASON })).toHaveAttribute('href', `/accounts/${HENGSHAN}/source#L337`);
});
