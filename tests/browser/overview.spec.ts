import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { BOTH, HENGSHAN, MIZHI, storedAccount, storedFindings } from './store';

const OFFICE = '610803-gongye-shangmao-ju';
const REASON = '樊家河二号、三号矿职工生活补助增加';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const movement = (page: Page) =>
  page.getByRole('region', { name: '变动最大的部门' }).getByRole('row', { name: /横山区工业商贸局/ });

test('a director finds out why 横山 grew by 404.91 %', async ({ page }) => {
  const { claims } = await storedAccount(HENGSHAN);
  const claim = claims.find(({ aspect, printed }) => aspect === 'growth_on_year' && printed === '404.91');
  if (!claim) throw new Error('no 404.91 in the account');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收录 2 个部门 2021 至 2023 年度的 2 份决算');
  await expect(movement(page)).toContainText('+404.91');
  await expect(movement(page)).toContainText(REASON);
  await movement(page).getByRole('link', { name: REASON }).click();
  await expect(page).toHaveURL(`/accounts/${HENGSHAN}/source#L${claim.place.line}`);
  await expect(page.locator(`#L${claim.place.line}`)).toContainText(`增长 404.91%。主要是${REASON}`);
});

test('or over the department’s page, in three clicks', async ({ page }) => {
  await page.goto('/');
  await movement(page).getByRole('link', { name: '榆林市横山区工业商贸局' }).click();
  await expect(page).toHaveURL(`/departments/${OFFICE}?to=2021`);
  await expect(page.getByRole('main')).toContainText('404.91');
  await page.getByRole('link', { name: REASON }).first().click();
  await expect(page.locator(':target')).toContainText(REASON);
});

test('the rate opens its places: the printed line and what the amounts give', async ({ page }) => {
  await page.goto('/');
  await movement(page).getByRole('button', { name: '+404.91' }).click();
  const card = page.locator('.places:popover-open');
  await expect(card).toContainText('404.902–404.909');
  await expect(card.getByRole('link', { name: /404\.91/ })).toHaveAttribute('href', /source#L337$/);
});

test('the map shows what is there, what is missing and what the checks say', async ({ page }) => {
  const errors = (await storedFindings()).filter(
    ({ account, finding }) => account === HENGSHAN && finding.severity === 'error',
  ).length;
  await page.goto('/');
  const row = page.getByRole('region', { name: '收录情况表' }).getByRole('row', { name: /横山区工业商贸局/ });
  await expect(row.getByRole('cell')).toHaveText([new RegExp(`已收录，${errors} 处矛盾`), '没有收录', '没有收录']);
  await row.getByRole('link', { name: /已收录/ }).click();
  await expect(page).toHaveURL(`/accounts/${HENGSHAN}`);
});

test('a figure in dispute leads to the finding that says so', async ({ page }) => {
  await page.goto('/');
  const item = page.locator('.dispute-list li', { hasText: '印为 1705.63' });
  await expect(item).toContainText('1,075.63');
  await item.getByRole('link', { name: /印为 1705.63/ }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${HENGSHAN}/findings#finding-\\d+$`));
  await expect(page.locator(':target')).toContainText('1705.63');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('year and region are chosen in a form, and the way back works', async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('年度', { exact: true }).selectOption('2023');
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await expect(page).toHaveURL('/?year=2023');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 个部门中 1 个的 2023 年度决算已收录');
    await expect(page.locator('.overview-figures')).toContainText('只是 1 个部门之和，1 个没有收录，合计不完整');
    await page.getByRole('link', { name: '2023 年度没有收录的' }).click();
    await expect(page).toHaveURL('/?year=2023&state=missing#coverage');
    await expect(page.getByRole('region', { name: '收录情况表' })).not.toContainText('米脂县');
    await page.goBack();
    await expect(page.getByRole('region', { name: '收录情况表' })).toContainText('米脂县');
  });

  test('the two accounts are one click from their comparison', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '并排比较这 2 份决算' }).click();
    await expect(page).toHaveURL(`/compare/${HENGSHAN},${MIZHI}`);
  });

  test('ticks survive searching and lead to the comparison', async ({ page }) => {
    await page.goto('/accounts?text=mizhi');
    await page.getByRole('checkbox', { name: /米脂县工业商贸局 2023/ }).check();
    await page.getByLabel('部门、拼音、地区、年度').fill('横山 2021');
    await page.getByLabel('部门、拼音、地区、年度').press('Enter');
    await expect(page).toHaveURL(new RegExp(`accounts=${MIZHI}$`));
    await expect(page.getByRole('list', { name: '别页勾选的决算' })).toContainText('米脂县工业商贸局 2023');
    await page.getByRole('checkbox', { name: /横山区工业商贸局 2021/ }).check();
    await page.getByRole('button', { name: '比较所选决算' }).click();
    await expect(page).toHaveURL(BOTH);
  });

  test('the choice keeps what is chosen and proposes its like elsewhere', async ({ page }) => {
    await page.goto(`/compare?choose=${MIZHI}&text=gysm`);
    await expect(page.getByRole('checkbox', { name: /米脂县工业商贸局 2023/ })).toBeChecked();
    await page.getByRole('checkbox', { name: /横山区工业商贸局 2021/ }).check();
    await page.getByRole('button', { name: '比较所选决算' }).click();
    await expect(page).toHaveURL(BOTH);
  });
});

for (const [path, words] of [
  ['/?year=abc&region=x', '“年度”、“地区”没有看懂'],
  ['/?year=1995', '0 个的 1995 年度决算已收录'],
  ['/?region=990000', '没有收录决算'],
  ['/?page=99', '2 个部门'],
  ['/accounts?text=zzzzqq', '没有符合条件的决算'],
  ['/accounts?order=drop&accounts=x', '“次序”、“所选决算的编号”没有看懂'],
  ['/accounts?page=999', '2 份决算'],
  ['/compare?text=zzzzqq', '没有决算与“zzzzqq”相符'],
] as const)
  test(`${path} answers in Chinese, and stays within the page`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('main')).toContainText(words);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await overflow(page)).toBe(0);
  });

test('a year and a choice under a search are accessible', async ({ page }) => {
  for (const path of ['/?year=2023', `/compare?choose=${MIZHI}&text=gysm`]) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});

test('the tables say what the page says', async ({ request }) => {
  const lines = (text: string) => text.trim().split('\r\n');
  const coverage = lines(await (await request.get('/overview/table')).text());
  expect(coverage).toHaveLength(1 + 2 * 3);
  expect(coverage.filter((line) => line.includes('没有收录'))).toHaveLength(4);
  const [, first] = lines(await (await request.get('/overview/table?part=movements')).text());
  expect(first).toContain(`${HENGSHAN},支出总计,8680.23,1719.18,本年决算的比较,6961.05,6961.035,6961.065,404.91,`);
  const workbook = await request.get('/overview/table.xlsx');
  expect(workbook.headers()['content-type']).toContain('spreadsheetml');
  expect((await request.get('/overview/table?part=nothing')).status()).toBe(404);
});

test('the running head says where the reader is', async ({ page }) => {
  const current = page.getByRole('navigation', { name: '主要栏目' }).locator('[aria-current]');
  for (const [path, name, value] of [
    ['/', '总览', 'page'],
    ['/findings', '核对发现', 'page'],
    ['/subjects/functional/208', '科目', 'true'],
    ['/accounts', '比较', 'true'],
    ['/scatter', '排名', 'true'],
  ] as const) {
    await page.goto(path);
    await expect(current).toHaveText(new RegExp(`^${name}`));
    await expect(current).toHaveAttribute('aria-current', value);
  }
  await page.goto(`/accounts/${MIZHI}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('米脂县工业商贸局');
  await expect(current).toHaveCount(0);
});
