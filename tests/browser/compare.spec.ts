import { expect, test } from '@playwright/test';
import { BOTH, HENGSHAN, MIZHI } from './store';

/** Figures that must stand on the page: row of the key figures, 米脂 2023, 横山 2021. */
const KEY_FIGURES = [
  ['收支总计', '3,890.08', '8,680.23'],
  ['比上年增减额', '+531.83', '+6,961.05'],
  ['比上年增减幅度（公布）', '+15.83', '+404.91'],
  ['比上年增减幅度（重算）', '+15.84', '+404.91'],
  ['基本支出', '488.13', '1,075.63'],
  ['项目支出', '3,401.95', '7,604.60'],
  ['人员经费', '447.40', '1,067.23'],
  ['公用经费', '40.73', '8.40'],
  ['一般公共预算财政拨款支出', '3,784.58', '8,680.23'],
  ['政府性基金预算财政拨款支出', '105.50', null],
  ['机关运行经费', '40.73', '8.40'],
  ['培训费', null, '11.84'],
  ['实有人员', '25', '70'],
  ['人员编制', '7', '21'],
] as const;

const rowCells = (page: import('@playwright/test').Page, label: string, occurrence = 0) =>
  page
    .locator('#key-figures tbody tr')
    .filter({ has: page.locator('th .label', { hasText: new RegExp(`^${label.replace(/[（）]/g, '.')}(?:（.）)?$`) }) })
    .nth(occurrence)
    .locator('td .cell-link, td .missing, td .value');

test.describe('key figures', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(BOTH);
  });

  for (const [label, mizhi, hengshan] of KEY_FIGURES)
    test(`${label}: ${mizhi ?? '—'} and ${hengshan ?? '—'}`, async ({ page }) => {
      const cells = rowCells(page, label);
      if (mizhi !== null) await expect(cells.first()).toHaveText(mizhi);
      if (hengshan !== null) await expect(cells.last()).toHaveText(hengshan);
    });

  test('shares and movements of each part', async ({ page }) => {
    await expect(rowCells(page, '占本年支出合计', 0)).toHaveText(['12.55', '12.39']);
    await expect(rowCells(page, '占本年支出合计', 1)).toHaveText(['87.45', '87.61']);
    await expect(rowCells(page, '比上年增减额', 1).first()).toHaveText('+976.63');
    await expect(rowCells(page, '比上年增减幅度（公布）', 1).first()).toHaveText('+34.78');
    await expect(rowCells(page, '比上年增减额', 2)).toHaveText(['−1.96', '−34.04']);
    await expect(rowCells(page, '比上年增减幅度（重算）', 2)).toHaveText(['−4.59', '−80.21']);
  });

  test('the largest type of the page is its most important numbers', async ({ page }) => {
    const sizes = await page.locator('main *').evaluateAll((elements) =>
      elements
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((element) => ({
          size: Number.parseFloat(getComputedStyle(element).fontSize),
          text: element.textContent,
        })),
    );
    const most = Math.max(...sizes.map(({ size }) => size));
    expect(sizes.filter(({ size }) => size === most).map(({ text }) => text)).toEqual(['3,890.08', '8,680.23']);
  });
});

test('says in words what limits the comparison', async ({ page }) => {
  await page.goto(BOTH);
  const limits = page.getByRole('region', { name: '比较之前须知' });
  await expect(limits).toContainText('年度不同');
  await expect(limits).toContainText('行政运行列在不同的类');
  await expect(limits).toContainText(/215[\s\S]*201/);
  await expect(limits).toContainText('印数不一');
});

test('every panel has its question, unit, drawing, table twin and sources', async ({ page }) => {
  await page.goto(BOTH);
  const panels = page.locator('.panel:not(.panel-wide)');
  expect(await panels.count()).toBeGreaterThanOrEqual(8);
  for (const panel of await panels.all()) {
    await expect(panel.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(panel.getByRole('img')).toHaveAccessibleName(/\S{10}/);
    await expect(panel.locator('.panel-head .small').first()).toContainText(/单位|%/);
    await panel.getByText('数据表', { exact: true }).click();
    await expect(panel.getByRole('table')).toBeVisible();
    await panel.getByText('资料来源', { exact: true }).click();
    await expect(panel.locator('.sources a').first()).toHaveAttribute('href', /\/source#L\d+$/);
  }
});

test.describe('charts', () => {
  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    for (const [width, kind] of [
      [1440, 'wide'],
      [390, 'narrow'],
    ] as const)
      test(`the ${kind} drawing stands in the first HTML`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(BOTH);
        const drawings = page.locator(`.chart-${kind} > svg`);
        expect(await drawings.count()).toBeGreaterThanOrEqual(8);
        for (const drawing of await drawings.all()) await expect(drawing).toBeVisible();
        await expect(page.locator(`.chart-${kind === 'wide' ? 'narrow' : 'wide'} > svg`).first()).toBeHidden();
      });
  });

  test('become interactive when the reader comes near, without moving anything', async ({ page }) => {
    await page.goto(BOTH);
    const chart = page.locator('#totals .chart');
    const before = await chart.boundingBox();
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toHaveAttribute('data-live', '');
    await expect(chart.locator('.chart-live svg')).toBeVisible();
    expect((await chart.boundingBox())?.height).toBe(before?.height);
  });

  test('follow the width of the window', async ({ page }) => {
    await page.goto(BOTH);
    const chart = page.locator('#classes .chart');
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toHaveAttribute('data-live', '');
    await page.setViewportSize({ width: 390, height: 844 });
    const svg = chart.locator('.chart-live svg');
    await expect.poll(async () => (await svg.boundingBox())?.width).toBe((await chart.boundingBox())?.width);
  });
});

test.describe('options', () => {
  test('are links whose address restores the choice', async ({ page }) => {
    await page.goto(BOTH);
    const panel = page.locator('#classes');
    await panel.getByRole('link', { name: '占比', exact: true }).click();
    await expect(page).toHaveURL(/\?classes\.show=share/);
    await expect(panel.locator('.options [aria-current]')).toHaveText('占比');
    await panel.getByText('数据表', { exact: true }).click();
    await expect(panel.getByRole('table')).toContainText('57.41');
    const copied = page.url();
    await page.goBack();
    await expect(panel.locator('.options [aria-current]')).toHaveText('金额');
    await page.goto(copied);
    await expect(panel.locator('.options [aria-current]')).toHaveText('占比');
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('work as well', async ({ page }) => {
      await page.goto(BOTH);
      await page.locator('#functional-tree').getByRole('link', { name: '类', exact: true }).click();
      const levels = page.locator('#functional-tree .options', { hasText: '款' });
      await expect(levels.locator('[aria-current]')).toHaveText('类');
    });
  });
});

test('a disputed figure shows all its places by keyboard', async ({ page }) => {
  await page.goto(BOTH);
  const figure = page.locator('#key-figures').getByRole('button', { name: /^1,075\.63/ });
  await figure.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.places:popover-open');
  await expect(card).toContainText('1705.63');
  await expect(card).toContainText('1075.63');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(figure).toBeFocused();
});

test('a figure is one click from its highlighted line', async ({ page }) => {
  await page.goto(BOTH);
  await page.locator('#key-figures').getByRole('link', { name: '+531.83', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${MIZHI}/source#L\\d+$`));
  await expect(page.locator(':target')).toContainText('531.83');
  await expect(page.locator(':target')).toBeInViewport();
});

test('the order of the address is the order of the page', async ({ page }) => {
  await page.goto(`/compare/${HENGSHAN},${MIZHI}`);
  await expect(page.locator('.main-figure .name')).toHaveText([/^榆林市横山区工业商贸局/, /^米脂县工业商贸局/]);
});
