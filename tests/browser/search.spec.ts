import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const palette = (page: Page) => page.getByRole('dialog', { name: '查找' });
const field = (page: Page) => palette(page).getByRole('combobox');
const ready = (page: Page) => expect(page.getByRole('button', { name: /^查找/ }).first()).toBeVisible();

test('Ctrl+K finds a code by its name, and Enter leads to it', async ({ page }) => {
  await page.goto('/findings');
  await ready(page);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('养老保险');
  const options = palette(page).getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(palette(page).getByRole('status')).toContainText('支出功能科目');
  const { violations } = await new AxeBuilder({ page }).include('dialog.palette').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
  const wanted = palette(page).getByRole('option', { name: /2080505/ });
  for (let steps = 0; (await wanted.getAttribute('aria-selected')) !== 'true' && steps < 20; steps += 1)
    await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await wanted.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/subjects/functional/2080505');
  await page.goBack();
  await expect(page).toHaveURL('/findings');
});

test('the slash opens it outside of fields, Esc closes it and gives the focus back', async ({ page }) => {
  await page.goto('/findings');
  await ready(page);
  const words = page.getByLabel('包含文字');
  await words.focus();
  await page.keyboard.press('/');
  await expect(words).toHaveValue('/');
  await expect(palette(page)).toHaveCount(0);
  const home = page.getByRole('link', { name: '决算通览' });
  await home.focus();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(home).toBeFocused();
});

for (const [words, path] of [
  ['2080505', '/subjects/functional/2080505'],
  ['jgyxjf', '/rankings?figure=agency_operating_cost'],
  ['gysmj', /^\/departments\/6108\d\d-gongye-shangmao-ju$/],
  ['横山', /^\/(?:departments\/610803|accounts\?region=610803)/],
  ['T3-03', '/findings?check=T3-03'],
] as const)
  test(`“${words}” leads to ${path}`, async ({ page }) => {
    await page.goto('/search');
    await ready(page);
    await page.getByRole('button', { name: /^查找 Ctrl/ }).click();
    await field(page).fill(words);
    const chosen = palette(page).locator('[aria-selected="true"]');
    await expect(chosen).toHaveAttribute('href', path);
  });

test('an answer that comes late does not stand under newer words', async ({ page }) => {
  await page.goto('/search');
  await ready(page);
  await page.route('**/search/hits?q=%E6%94%AF', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue().catch(() => undefined);
  });
  await page.keyboard.press('Control+k');
  await field(page).fill('支');
  await page.waitForTimeout(300);
  await field(page).fill('2080505');
  await expect(palette(page).getByRole('option')).toHaveCount(1);
  await page.waitForTimeout(1_500);
  await expect(palette(page).getByRole('option')).toHaveCount(1);
});

test('what nothing answers says so', async ({ page }) => {
  await page.goto('/search?q=zzzzqq');
  await expect(page.getByRole('status').first()).toContainText('没有与“zzzzqq”相符的内容');
  await ready(page);
  await page.keyboard.press('Control+k');
  await field(page).fill('zzzzqq');
  await expect(palette(page).getByRole('status')).toContainText('没有与“zzzzqq”相符的内容');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the field in the running head leads to a page with the same hits, paged', async ({ page }) => {
    await page.goto('/findings');
    await page.getByLabel('查找部门、科目、指标').fill('支出');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=/);
    await page.getByRole('link', { name: /^全部 \d+ 项支出功能科目$/ }).click();
    await expect(page.getByRole('listitem')).not.toHaveCount(0);
    const first = await page.locator('.hits a').first().textContent();
    await page.getByRole('link', { name: '下一页' }).click();
    await expect(page).toHaveURL(/kind=functional&page=2$/);
    expect(await page.locator('.hits a').first().textContent()).not.toBe(first);
  });
});

test('the page of hits is accessible and never scrolls sideways', async ({ page }) => {
  await page.goto('/search?q=支出');
  for (const width of [390, 768, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([width, over]).toEqual([width, 0]);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
});
