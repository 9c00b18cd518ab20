import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { HENGSHAN, MIZHI, storedAccount } from './store';

const TREE = '/subjects/functional';
const OFFICE = '610803-gongye-shangmao-ju';

const PAGES = [
  [`${TREE}?to=2023`, '支出功能分类科目'],
  ['/subjects/economic', '支出经济分类科目'],
  [`${TREE}/208`, '社会保障和就业支出'],
  [`${TREE}/2150101?codes=2080601,2150805`, '行政运行'],
  ['/subjects/economic/30101', '基本工资'],
] as const;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [path, heading] of PAGES)
  test(`${path} is accessible and never scrolls sideways`, async ({ page }) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    for (const width of [320, 390, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    expect(problems).toEqual([]);
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the tree opens in place down to the 项', async ({ page }) => {
    await page.goto(TREE);
    const tree = page.getByRole('region', { name: '科目树' });
    const item = tree.getByRole('link', { name: '2080601' });
    await expect(item).toBeHidden();
    await tree.getByLabel('208 社会保障和就业支出的下级科目').click();
    await tree.getByLabel('20806 企业改革补助的下级科目').click();
    await expect(item).toBeVisible();
    await item.click();
    await expect(page).toHaveURL(`${TREE}/2080601`);
  });

  for (const [words, code] of [
    ['养老保险', '2080505'],
    ['20805', '2080505'],
    ['jgsydwjbyl', '2080505'],
    ['qiyeguanbi', '2080601'],
  ] as const)
    test(`“${words}” finds ${code}`, async ({ page }) => {
      await page.goto(TREE);
      await page.getByLabel('查找科目').fill(words);
      await page.getByRole('button', { name: '查找' }).click();
      await page.waitForURL(/text=|\/20805$/);
      await expect(page.getByRole('link', { name: new RegExp(`^${code}`) }).first()).toBeVisible();
    });

  test('a whole code leads straight to its page, and words that nothing answers say so', async ({ page }) => {
    await page.goto(`${TREE}?text=2080505`);
    await expect(page).toHaveURL(`${TREE}/2080505`);
    await page.goto(`${TREE}?text=zzzzqq`);
    await expect(page.getByRole('status').first()).toContainText('没有科目与“zzzzqq”相符');
  });

  for (const [path, words] of [
    [`${TREE}/2999999`, '没有这个科目'],
    ['/subjects/other', '没有这个科目'],
    ['/accounts/610827-meiyou-2023', '没有收录这份决算'],
    [`/compare/${HENGSHAN},610827-meiyou-2023`, '没有找全'],
    ['/departments/610803-nobody', '没有这个部门'],
    ['/embeds/totals?accounts=610827-meiyou-2023', '没有找到这个页面'],
  ] as const)
    test(`${path} says that it is not found`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words);
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    });

  test('the departments of the form decide what is summed', async ({ page }) => {
    await page.goto(TREE);
    await page.getByText('部门：全部').click();
    await page.getByRole('checkbox', { name: /榆林市横山区工业商贸局/ }).check();
    await page.getByRole('button', { name: '查看' }).click();
    await expect(page).toHaveURL(`${TREE}?departments=${OFFICE}`);
    const tree = page.getByRole('region', { name: '科目树' });
    await expect(tree).toContainText('8,209.08');
    await expect(tree).not.toContainText('2,233.13');
  });
});

test('each year’s amount of a department is the printed one and leads to its line', async ({ page }) => {
  const { facts } = await storedAccount(MIZHI);
  const fact = facts.find(
    ({ statement, code, column }) => statement === 'expenditure' && code === '2080601' && column === 'total',
  );
  if (!fact) throw new Error('no 2080601 in the account');
  await page.goto(`${TREE}/2080601`);
  const row = page.locator('#spenders tbody tr', { hasText: '米脂县工业商贸局' });
  const amount = row.getByRole('link', { name: '756.90' }).first();
  await expect(amount).toHaveAttribute('href', `/accounts/${MIZHI}/source#L${fact.place.line}`);
  await amount.click();
  await expect(page.locator(`#L${fact.place.line}`)).toContainText('756.90');
});

test('figures in dispute are marked; years without an account stay gaps', async ({ page }) => {
  await page.goto(`${TREE}/2150101`);
  const row = page.locator('#years tbody tr', { hasText: '合计' }).first();
  await expect(row.locator('.mark-disputed')).toHaveCount(1);
  await expect(row.getByRole('cell')).toHaveText([/^—/, /^—/, /^488\.13/]);
  await expect(page.locator('#years .chart-wide')).toContainText('未收录');
});

test('codes are compared, and the address says which', async ({ page }) => {
  await page.goto(`${TREE}/20806`);
  await page.getByRole('link', { name: '加入比较：20899' }).click();
  await expect(page).toHaveURL(`${TREE}/20806?codes=20899#beside`);
  const rows = page.getByRole('region', { name: '科目比较', exact: true }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('161.00');
  await page.goBack();
  await expect(page.getByRole('region', { name: '科目比较', exact: true })).toHaveCount(0);
});

test('the way down shows what stands beside each step', async ({ page }) => {
  await page.goto(`${TREE}/2080505`);
  const crumbs = page.getByRole('navigation', { name: '所在位置' });
  await expect(crumbs.getByRole('link', { name: '20805 行政事业单位养老支出', exact: true })).toBeVisible();
  await crumbs.getByText('同级').last().click();
  await crumbs.getByRole('link', { name: /^2080506/ }).click();
  await expect(page).toHaveURL(`${TREE}/2080506`);
});

for (const path of [`${TREE}/2999999`, `${TREE}/20805x`, '/subjects/economic/3010101', '/subjects/other'])
  test(`${path} is not found, in Chinese`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('main')).toContainText(/没有这个科目|没有找到/);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });

test('a code of the list that nobody uses says so', async ({ page }) => {
  await page.goto(`${TREE}/2050202`);
  await expect(page.getByRole('main')).toContainText('没有在这个科目列支');
});

test('tables are taken along with units in their heads, Chinese names and addresses that lead back', async ({
  request,
  baseURL,
}) => {
  const spenders = await request.get(`${TREE}/2080505/spenders/table.csv`);
  expect(spenders.headers()['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent('2080505 机关事业单位基本养老保险缴费支出：哪些部门列支.csv')}`,
  );
  const [heads = '', ...rows] = (await spenders.text()).split('\r\n');
  expect(heads).toMatch(/^\ufeff年度,.*金额（万元）,下限（万元）,上限（万元）,基本支出（万元）,项目支出（万元）,/);
  expect(rows[0]).toContain(`${baseURL}/accounts/${HENGSHAN}/source#L`);
  const tree = await request.get(`${TREE}/tree/table.csv?departments=${OFFICE}`);
  const [names = '', ...codes] = (await tree.text()).split('\r\n');
  expect(names).toContain('2021 年占上级（%）,2021 年比上年（%）,2021 年部门数（个）');
  for (const line of codes.filter(Boolean)) expect(line).toMatch(/^\d{3,7},/);
  expect(codes.join()).not.toMatch(/\.\d{7}/);
});

test('codes of the statements lead to their pages', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  await page.locator('#expenditure').getByRole('link', { name: '2080505', exact: true }).click();
  await expect(page).toHaveURL(`${TREE}/2080505`);
  await page.goto(`/accounts/${HENGSHAN}`);
  await page.locator('#general-budget-basic-expenditure').getByRole('link', { name: '30101', exact: true }).click();
  await expect(page).toHaveURL('/subjects/economic/30101');
});

test('the digits of a column stand below each other, marked or not', async ({ page }) => {
  await page.goto(TREE);
  const edges = await page
    .getByRole('region', { name: '科目树' })
    .locator('.subject-row[data-level="1"]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('.cell-link')].map((link) => Math.round(link.getBoundingClientRect().right)),
      ),
    );
  expect(edges.length).toBeGreaterThan(2);
  const columns = new Set(edges.flat());
  expect(columns.size).toBeLessThanOrEqual(3);
});

test('prints fit the paper, with nothing lying over it', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1050 });
  await page.goto(`${TREE}/2080505`);
  await expect(page.locator('.siblings').first()).toBeHidden();
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1040, height: 718 });
  await page.goto(TREE);
  expect(await overflow(page)).toBe(0);
});
