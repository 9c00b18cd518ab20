import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { HENGSHAN, MIZHI, storedAccount } from './store';

const PENSIONS = '/pivot?rows=department&columns=year&codes=2080505';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** The grid with all rows comes when the page is used. */
async function use(page: Page): Promise<void> {
  let at = 0;
  await expect(async () => {
    at += 1;
    await page.mouse.move(2, at);
    await expect(page.locator('.pivot[data-live]')).toBeVisible({ timeout: 500 });
  }).toPass();
}
const grid = (page: Page) => page.locator('.pivot-live').getByRole('grid');

/** The printed amount of a code in an account's expenditure, with its line. */
async function printed(account: string, wanted = '2080505') {
  const { facts } = await storedAccount(account);
  const fact = facts.find(
    ({ statement, code, column }) => statement === 'expenditure' && code === wanted && column === 'total',
  );
  if (!fact) throw new Error(`no ${wanted} in ${account}`);
  return { amount: fact.amount, href: `/accounts/${account}/source#L${fact.place.line}` };
}

for (const path of ['/pivot', '/pivot?rows=region,department&columns=year,nature&value=row_share', PENSIONS])
  test(`${path} is accessible and never scrolls sideways`, async ({ page }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(path);
    await use(page);
    for (const width of [390, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    expect(problems).toEqual([]);
  });

test('an analyst finds every department’s 2080505 over the years and takes it to Excel', async ({ page }) => {
  await page.goto('/pivot');
  await page.getByRole('link', { name: '各部门 2080505 历年' }).click();
  await expect(page).toHaveURL(PENSIONS);
  await use(page);
  const { amount, href } = await printed(HENGSHAN);
  const row = grid(page).getByRole('row', { name: /横山区工业商贸局/ });
  await expect(row.getByRole('link', { name: amount }).first()).toHaveAttribute('href', href);
  await page.getByLabel('只看科目').fill('2080505 2089999');
  await page.getByRole('button', { name: '透视' }).click();
  await expect(page).toHaveURL(`${PENSIONS},2089999`);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Excel' }).click();
  const { sheets } = await readXlsx(await readFile(await (await coming).path()));
  const [heads = [], ...rows] = sheets[0]?.rows ?? [];
  const figure = (department: string, column: string) =>
    rows.find((one) => one[heads.indexOf('部门编号')] === department)?.[heads.indexOf(column)];
  const cents = async (account: string, codes: string[]) =>
    (await Promise.all(codes.map((code) => printed(account, code)))).reduce(
      (sum, one) => sum + Math.round(Number(one.amount) * 100),
      0,
    );
  const [hengshan, mizhi] = [await cents(HENGSHAN, ['2080505', '2089999']), await cents(MIZHI, ['2089999'])];
  expect(figure(HENGSHAN.slice(0, -5), '2021（万元）')).toBe(hengshan / 100);
  expect(figure(MIZHI.slice(0, -5), '2023（万元）')).toBe(mizhi / 100);
  const total = rows.find((one) => one[heads.indexOf('部门')] === '合计');
  expect(total?.[heads.indexOf('合计（万元）')]).toBe((hengshan + mizhi) / 100);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a form makes the pivot, and its columns sort by their heads', async ({ page }) => {
    await page.goto('/pivot');
    await page.getByLabel('行', { exact: true }).selectOption('department');
    await page.getByLabel('列', { exact: true }).selectOption('class');
    await page.getByRole('button', { name: '透视' }).click();
    await expect(page).toHaveURL('/pivot?rows=department&columns=class');
    const table = page.getByRole('table');
    await expect(table.locator('tbody tr')).toHaveCount(3);
    await table.getByRole('link', { name: /^208\D/ }).click();
    await expect(page).toHaveURL(/sort=-208$/);
    await expect(table.locator('th[aria-sort]')).toHaveAttribute('aria-sort', 'descending');
  });

  test('what is not understood is said', async ({ page }) => {
    await page.goto('/pivot?rows=planet&value=beauty');
    await expect(page.getByRole('status')).toContainText('rows=planet');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('透视：类 × 年度');
  });
});

test('a sum leads to its parts, down to the printed line', async ({ page }) => {
  await page.goto('/pivot?from=2021&to=2021');
  await use(page);
  await grid(page)
    .getByRole('row', { name: /^208\D/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page).toHaveURL(/rows=item.*codes=208$/);
  await use(page);
  await grid(page)
    .getByRole('row', { name: /^20805\D/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page).toHaveURL(/rows=subitem.*codes=20805$/);
  await use(page);
  await grid(page)
    .getByRole('row', { name: /^2080505\D/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page).toHaveURL(/rows=department.*codes=2080505$/);
  await use(page);
  await grid(page)
    .getByRole('row', { name: /^榆林市横山区/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page).toHaveURL((await printed(HENGSHAN)).href);
});

test('the keyboard goes through the grid; sorting and words stay in the address', async ({ page }) => {
  await page.goto('/pivot?rows=class,item');
  await use(page);
  const live = page.locator('.pivot-live');
  await live.getByRole('rowheader', { name: '合计' }).focus();
  const place = () => page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place'));
  for (const [key, expected] of [
    ['ArrowRight', '0:1'],
    ['ArrowDown', '1:1'],
    ['End', '1:3'],
    ['Control+End', expect.stringMatching(/^\d\d:3$/)],
    ['Home', expect.stringMatching(/^\d\d:0$/)],
    ['Control+Home', '0:0'],
    ['ArrowUp', '-1:0'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(place).toEqual(expected);
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/pivot?rows=class,item&columns=year&sort=-2021');
  await expect(live.getByRole('columnheader', { name: /2021/ })).toHaveAttribute('aria-sort', 'descending');
  await live.getByRole('searchbox', { name: '筛选行' }).fill('20805');
  await expect(live.locator('tbody tr')).toHaveCount(2);
  await page.reload();
  await use(page);
  await expect(live.locator('tbody tr')).toHaveCount(2);
  await expect(live.getByRole('searchbox', { name: '筛选行' })).toHaveValue('20805');
});

test('the grid is printed as it is sorted and filtered', async ({ page }) => {
  await page.goto('/pivot?rows=class');
  await use(page);
  const live = page.locator('.pivot-live');
  await live.getByRole('columnheader', { name: /2021/ }).getByRole('link').click();
  await expect(live.getByRole('columnheader', { name: /2021/ })).toHaveAttribute('aria-sort', 'descending');
  const sorted = await live.locator('tbody').getByRole('rowheader').allTextContents();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = page.locator('.pivot').getByRole('table').filter({ visible: true });
  await expect(paper).toHaveCount(1);
  expect(await paper.locator('tbody').getByRole('rowheader').allTextContents()).toEqual(['合计', ...sorted]);
  const amounts = (await paper.locator('tbody tr').locator('td:nth-of-type(1)').allTextContents()).map((text) =>
    Number(text.replace(/[^\d.]/g, '')),
  );
  expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.pivot-print')).toHaveCount(0);
});

test('of ten thousand rows only those in sight are drawn', async ({ page }) => {
  const years = ['2019', '2020', '2021', '2022', '2023'];
  const codes = Array.from({ length: 10_000 }, (_, at) => String(2_000_000 + at));
  const row = (keys: string[], at: number) => ({ keys, note: null, cells: years.map((_, year) => `${at}.0${year}`) });
  await page.route('**/pivot/grid.json*', (route) =>
    route.fulfill({
      json: {
        rows: ['subitem'],
        columns: ['year'],
        heads: years.map((year) => ({ keys: [year], note: null })),
        lines: [row([], 0), ...codes.map((code, at) => row([code], at + 1))],
        labels: { subitem: {} },
        unit: '万元',
      },
    }),
  );
  await page.goto('/pivot?rows=subitem');
  await use(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '10002');
  const drawn = grid(page).locator('tbody tr');
  expect(await drawn.count()).toBeLessThan(60);
  await page.locator('.pivot-live .pivot-scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(grid(page).getByRole('row', { name: /^2009999/ })).toBeVisible();
  await expect(grid(page).getByRole('row', { name: /^2009999/ })).toHaveAttribute('aria-rowindex', '10002');
  expect(await drawn.count()).toBeLessThan(60);
  await grid(page).getByRole('columnheader', { name: /2023/ }).getByRole('link').click();
  await page.locator('.pivot-live .pivot-scroll').evaluate((element) => element.scrollTo(0, 0));
  await expect(drawn.first()).toContainText('2009999');
});

test('the rows are copied as a table and as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PENSIONS);
  await use(page);
  await page.getByRole('button', { name: '复制表格' }).click();
  await expect(page.locator('.pivot-tools').getByRole('status')).toContainText('已复制 2 行');
  const [text, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return [await of('text/plain'), await of('text/html')];
  });
  expect(text.split('\r\n').map((line) => line.split('\t').length)).toEqual([4, 4, 4]);
  expect(text).toContain((await printed(HENGSHAN)).amount);
  expect(html).toContain('<td>榆林市横山区工业商贸局</td>');
});
