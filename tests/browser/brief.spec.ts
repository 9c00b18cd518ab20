import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { HENGSHAN, MIZHI } from './store';

const brief = (...ids: string[]) => `/brief?accounts=${ids.join(',')}`;
/** A4 in points, to half a point. */
const A4 = { width: 595, height: 842 };

/** Pages and sheet of a PDF that Chromium wrote. */
function sheetsOf(pdf: Buffer) {
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[([\d.\s]+)\]/g)].map(([, box = '']) =>
    box.trim().split(/\s+/).map(Number),
  );
  return { pages: Number(/\/Count (\d+)/.exec(text)?.[1]), boxes, fonts: /\/FontFile|\/Type0|\/Type3/.test(text) };
}

/** What stands beyond the printed column, or is cut off inside its box. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 0.5;
    return [...document.querySelectorAll<HTMLElement>('.brief *')]
      .filter((one) => one.getClientRects().length > 0 && !one.closest('svg'))
      .filter((one) => one.getBoundingClientRect().right > edge || one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .filter((one) => !one.classList.contains('visually-hidden'))
      .map((one) => one.outerHTML.slice(0, 120));
  });

for (const ids of [[HENGSHAN], [MIZHI], [HENGSHAN, MIZHI]])
  test(`${ids.length} account(s), ${ids[0]}: one sheet of A4, nothing clipped`, async ({ page }) => {
    await page.goto(brief(...ids));
    const { pages, boxes, fonts } = sheetsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pages).toBe(1);
    expect(fonts).toBe(true);
    for (const [left, top, width, height] of boxes)
      expect([left, top, Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([0, 0, A4.width, A4.height]);
    await page.emulateMedia({ media: 'print' });
    // 184 mm, the sheet less its margins
    await page.setViewportSize({ width: 695, height: 1000 });
    expect(await clipped(page)).toEqual([]);
    expect(await page.evaluate(() => document.fonts.check('10pt "Noto Sans CJK SC"', '决算'))).toBe(true);
  });

test('each number carries its sign, figures in doubt only their two values', async ({ page }) => {
  await page.goto(brief(HENGSHAN));
  const text = page.locator('.brief-text');
  await expect(text).toContainText('收支总计 8,680.23 万元✓，比上年增加 6,961.05 万元✓，增长 404.91%✓。');
  await expect(text).toContainText('文件说明的原因：樊家河二号、三号矿职工生活补助增加（第 337 行）');
  await expect(text).not.toContainText(/1,?705\.63|1,?075\.63/);
  const doubts = page.getByRole('region', { name: '存疑，不作叙述' });
  await expect(doubts).toContainText('基本支出：1705.63 万元（第 216 行） / 1075.63 万元（第 348 行）');
  await expect(doubts.getByRole('link', { name: /1705\.63/ })).toHaveAttribute(
    'href',
    `/accounts/${HENGSHAN}/source#L216`,
  );
  await expect(page.locator('.brief-foot')).toContainText(brief(HENGSHAN));
  await expect(page.locator('.brief-figures tr', { hasText: '基本支出' }).first()).toContainText('存疑');
});

test('is accessible, and never scrolls sideways', async ({ page }) => {
  await page.goto(brief(HENGSHAN, MIZHI));
  for (const width of [390, 768, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, overflow]).toEqual([width, 0]);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('account and comparison lead to their briefs; what is not stored is said', async ({ page }) => {
    await page.goto(`/accounts/${MIZHI}`);
    await page.getByRole('link', { name: '打印简报' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('米脂县工业商贸局 2023 年度');
    await page.goto(`/compare/${MIZHI},${HENGSHAN}`);
    await page.getByRole('link', { name: '打印简报' }).click();
    await expect(page).toHaveURL(brief(MIZHI, HENGSHAN));
    await page.goto(brief(MIZHI, '610827-nobody-2023', '<x>'));
    await expect(page.getByRole('status').first()).toContainText('没有看懂：<x>。库中没有：610827-nobody-2023。');
    await page.goto('/brief?accounts=');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('简报要先选定决算');
  });
});
