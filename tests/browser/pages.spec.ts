import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { BOTH, HENGSHAN, MIZHI } from './store';

const PAGES = [
  ['/', '收录 2 个部门 2021 至 2023 年度的 2 份决算'],
  ['/accounts', '全部决算'],
  ['/compare', '选择要比较的决算'],
  [BOTH, '米脂县工业商贸局 2023 年度和榆林市横山区工业商贸局 2021 年度部门决算比较'],
  [`/accounts/${MIZHI}`, '米脂县工业商贸局 2023 年度部门决算'],
  [`/accounts/${HENGSHAN}/source`, '榆林市横山区工业商贸局 2021 年度部门决算：原文'],
  ['/api', '数据接口'],
  ['/nothing-here', '没有找到这个页面'],
] as const;

/** The part of the page that sticks out of the window, if any: what a reader would have to scroll sideways for. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

for (const [path, heading] of PAGES) {
  test.describe(path, () => {
    for (const width of [390, 1440]) {
      test(`is accessible at ${width} px`, async ({ page }) => {
        test.slow();
        const problems: string[] = [];
        page.on('pageerror', (error) => problems.push(error.message));
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
        expect(problems).toEqual([]);
      });
    }

    test('never scrolls sideways', async ({ page }) => {
      await page.goto(path);
      for (const width of [320, 390, 768, 1024, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await overflow(page)]).toEqual([width, 0]);
      }
    });

    test('has a title, a language and landmarks', async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveTitle(/决算通览$/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      for (const landmark of ['banner', 'main', 'contentinfo'] as const)
        await expect(page.getByRole(landmark)).toHaveCount(1);
    });
  });
}

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto(BOTH);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('headings of a page go down by one level at a time', async ({ page }) => {
  for (const [path] of PAGES) {
    await page.goto(path);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  }
});

for (const path of [BOTH, `/accounts/${MIZHI}`]) {
  test(`${path} prints on A4 without losing its sides`, async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 688, height: 971 });
    await expect(page.getByRole('navigation', { name: '主要栏目' })).toBeHidden();
    await expect(page.locator('.chart-live').first()).toBeHidden();
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
}
