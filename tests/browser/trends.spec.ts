import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { HENGSHAN, MIZHI, storedAccount } from './store';

const OFFICE = '610803-gongye-shangmao-ju';
const OTHER = '610827-gongye-shangmao-ju';

const PAGES = [
  ['/trends', '支出总计历年怎样变化？'],
  [`/trends?figure=basic_expenditure&view=share&departments=${OFFICE}`, '基本支出历年怎样变化？'],
  [`/rankings?department=${OTHER}`, '哪些部门的本年支出合计最多？'],
  [`/distribution?year=2021&department=${OFFICE}`, '本年支出合计在各部门之间怎样分布？'],
  ['/scatter?x=headcount_actual&y=basic_share&year=2021', '实有人员与基本支出占比有什么关系？'],
] as const;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [path, heading] of PAGES)
  test(`${path} is accessible and never scrolls sideways`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('.chart-wide svg')).toBeVisible();
    for (const width of [320, 390, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a director looks a department up, sees its growth, and stands at the line that prints it', async ({ page }) => {
    await page.goto('/trends');
    await page.getByLabel('查找部门', { exact: true }).fill('横山');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await page.getByRole('link', { name: '加入 榆林市横山区工业商贸局' }).click();
    await expect(page).toHaveURL(`/trends?figure=total_expenditure&departments=${OFFICE}`);
    await expect(page.locator('.lead')).toContainText(
      '2020 年 1,719.18 万元（推算）到 2021 年 8,680.23 万元，增加 404.91%（文件印出）',
    );
    const { facts } = await storedAccount(HENGSHAN);
    const total = facts.find((fact) => fact.line === 'grand_total' && fact.printed === '8680.23');
    const amount = page.locator('#table').getByRole('link', { name: '8,680.23' });
    await expect(amount).toHaveAttribute('href', `/accounts/${HENGSHAN}/source#L${total?.place.line}`);
    await page.locator(`.chart-wide a[href="/accounts/${HENGSHAN}/source#L${total?.place.line}"]`).last().click();
    await expect(page.locator(`#L${total?.place.line}`)).toContainText('8680.23');
  });

  test('an analyst follows a code and takes it to a spreadsheet', async ({ page, request }) => {
    await page.goto('/trends');
    await page.getByLabel('或科目编码').fill('2080601');
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await expect(page).toHaveURL('/trends?figure=2080601');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2080601 企业关闭破产补助');
    const shown = await page.locator('#table tbody td').allInnerTexts();
    const path = await page.getByRole('link', { name: '数据（CSV）' }).getAttribute('href');
    const csv = await (await request.get(path ?? '')).text();
    const { facts } = await storedAccount(MIZHI);
    const fact = facts.find(
      ({ statement, code, column }) => statement === 'expenditure' && code === '2080601' && column === 'total',
    );
    expect(fact).toBeDefined();
    expect(shown.join()).toContain(fact?.printed);
    expect(csv).toContain(`,2023,${fact?.printed},`);
    expect(csv.split('\r\n')).toHaveLength(shown.length + 2);
  });
});

test('a switch says what it lost, and back restores what was before', async ({ page }) => {
  await page.goto(`/trends?departments=${OFFICE},${OTHER}`);
  await page.getByRole('link', { name: '人均', exact: true }).click();
  await expect(page).toHaveURL(/view=per_person/);
  await expect(page.locator('.panel-notes')).toContainText('2020 年的数字换算后缺失');
  await page.goBack();
  await expect(page.locator('.panel-notes')).not.toContainText('换算后缺失');
});

test('figures in dispute are vermilion diamonds in the drawing and marked in the table', async ({ page }) => {
  await page.goto('/trends?figure=basic_expenditure');
  await expect(page.locator('#table td .mark-disputed')).toHaveCount(1);
  await expect(page.locator('.chart-wide a title', { hasText: '互相矛盾' })).toHaveCount(1);
});

test('the tabs keep figure, year and marked department', async ({ page }) => {
  await page.goto(`/rankings?figure=basic_share&year=2021&department=${OFFICE}`);
  await page.getByRole('link', { name: '分布', exact: true }).click();
  await expect(page).toHaveURL(`/distribution?figure=basic_share&year=2021&department=${OFFICE}`);
  await expect(page.locator('.lead')).toContainText('12.39%');
  await page.getByRole('link', { name: '两项对照', exact: true }).click();
  await expect(page).toHaveURL(`/scatter?x=basic_share&year=2021&department=${OFFICE}`);
  await page.getByRole('link', { name: '排名', exact: true }).last().click();
  await expect(page.locator('.panel-notes')).toContainText('2 个部门中 1 个的 2021 年度决算已收录');
});

test('what is not understood is told, and the page goes on', async ({ page }) => {
  const answer = await page.goto('/rankings?figure=nonsense&year=1991&region=abc');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('status')).toContainText('指标“nonsense”');
  await expect(page.locator('.chart-wide svg')).toBeVisible();
});

for (const [path, type] of [
  ['/trends/chart.svg', 'image/svg+xml'],
  ['/rankings/table.xlsx', 'application/vnd.openxmlformats'],
  ['/scatter/table.json', 'application/json'],
] as const)
  test(`${path} is a file of its kind`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain(type);
    expect((await request.get(path.replace(/\.\w+$/, '.exe'))).status()).toBe(404);
  });

test('a page prints on paper without its forms', async ({ page }) => {
  await page.goto('/trends');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.filters')).toBeHidden();
  await expect(page.getByRole('button', { name: '查找', exact: true })).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
});
