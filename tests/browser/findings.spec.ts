import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { StoredFinding } from '../../db/queries/findings';
import { HENGSHAN, MIZHI, storedFindings } from './store';

/** What a list shows: account and number of each finding, over all its pages. */
async function listed(page: Page): Promise<string[]> {
  const shown: string[] = [];
  for (;;) {
    shown.push(
      ...(await page
        .locator('.finding-list > li')
        .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-finding') ?? ''))),
    );
    const next = page.getByRole('link', { name: '下一页' });
    if ((await next.count()) === 0) return shown;
    await next.click();
    await page.waitForLoadState();
  }
}

/** Account and number of the stored findings that pass. */
async function stored(passes: (one: StoredFinding) => boolean): Promise<string[]> {
  const numbers = new Map<string, number>();
  return (await storedFindings()).flatMap((one) => {
    const number = (numbers.get(one.account) ?? 0) + 1;
    numbers.set(one.account, number);
    return passes(one) ? [`${one.account} ${number}`] : [];
  });
}

test('every stored finding is listed once, the most severe first', async ({ page }) => {
  await page.goto('/findings');
  const all = await stored(() => true);
  expect(all.length).toBeGreaterThan(20);
  await expect(page.getByRole('status')).toContainText(`2 份决算中的 ${all.length} 处`);
  const first = await page.locator('.finding-list .severity').allTextContents();
  const ranks = first.map((word) => ['矛盾', '待查', '提示'].indexOf(word));
  expect(ranks).toEqual([...ranks].sort());
  expect((await listed(page)).sort()).toEqual(all.sort());
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  const FILTERS: [string, string, (one: StoredFinding) => boolean][] = [
    ['程度', 'error', ({ finding }) => finding.severity === 'error'],
    ['年度', '2023', ({ fiscalYear }) => fiscalYear === 2023],
    ['地区', '610803', ({ account }) => account === HENGSHAN],
    ['地区', '610800', () => true],
    ['部门', MIZHI.replace(/-\d{4}$/, ''), ({ account }) => account === MIZHI],
    ['核对规则', 'N-25', ({ finding }) => finding.check === 'N-25'],
  ];

  for (const [label, value, passes] of FILTERS)
    test(`${label} ${value} leaves what the store has`, async ({ page }) => {
      await page.goto('/findings');
      const expected = await stored(passes);
      const field = page.getByLabel(label, { exact: true });
      await expect(field.locator(`option[value="${value}"]`)).toHaveText(new RegExp(`（${expected.length}）$`));
      await field.selectOption(value);
      await page.getByRole('button', { name: '筛选' }).click();
      await expect(page).toHaveURL(new RegExp(`\\?\\w+=${value}$`));
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
      expect((await listed(page)).sort()).toEqual(expected.sort());
    });

  test('filters and words narrow each other; nothing found says what to do', async ({ page }) => {
    await page.goto('/findings');
    await page.getByLabel('程度').selectOption('error');
    await page.getByLabel('包含文字').fill('颠倒');
    await page.getByRole('button', { name: '筛选' }).click();
    expect(await listed(page)).toHaveLength(1);
    await page.getByLabel('年度').selectOption('2021');
    await page.getByLabel('包含文字').fill('没有这样的话');
    await page.getByRole('button', { name: '筛选' }).click();
    await expect(page.getByRole('status')).toHaveText('没有符合条件的发现。');
    await page.getByRole('link', { name: '清除全部条件' }).first().click();
    await expect(page).toHaveURL(/\/findings$/);
  });

  test('a mark opens its card, by the browser itself', async ({ page }) => {
    await page.goto(`/accounts/${HENGSHAN}`);
    await page.locator('#F216-3').getByRole('button').click();
    await expect(page.getByRole('dialog')).toContainText('8680.23 ≠ 1705.63 + 7604.60');
  });
});

test('the list can be taken along as a table', async ({ page, request }) => {
  await page.goto('/findings?severity=error');
  const href = await page.getByRole('link', { name: /^下载这些发现（CSV）/ }).getAttribute('href');
  const answer = await request.get(href ?? '');
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
  const [head, ...rows] = (await answer.text()).trimEnd().split('\r\n');
  expect(head).toMatch(/^\ufeff决算,部门,/);
  const expected = await stored(({ finding }) => finding.severity === 'error');
  const numbers = rows.map((row) =>
    row
      .split(',')
      .filter((_, at) => at === 0 || at === 4)
      .join(' '),
  );
  expect(numbers.sort()).toEqual(expected.sort());
});

test('what an address says that is no filter is dropped', async ({ page }) => {
  await page.goto('/findings?severity=dreadful&year=abc&page=0&check=%27;&nonsense=1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对发现');
  expect(await listed(page)).toHaveLength((await stored(() => true)).length);
  await page.goto('/findings?page=99');
  await expect(page).toHaveURL(/page=2$/);
});

test('the running head counts contradictions and open questions', async ({ page }) => {
  const grave = await stored(({ finding }) => finding.severity !== 'note');
  for (const path of ['/', `/accounts/${MIZHI}`]) {
    await page.goto(path);
    const link = page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: /^核对发现/ });
    await expect(link).toContainText(String(grave.length));
  }
});

test('mark → equation → all of it → line of the document', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  const mark = page.locator('#F216-3').getByRole('button', { name: /^矛盾：/ });
  await mark.click();
  const card = page.getByRole('dialog');
  await expect(card).toContainText('8680.23 ≠ 1705.63 + 7604.60');
  await expect(card).toContainText('8,680.225 至 8,680.235');
  await expect(card).toContainText('9,310.22 至 9,310.24');
  await expect(card).toContainText('1,075.63');
  await expect(card.locator('mark')).toHaveText(['1705.63']);
  await card.getByRole('link', { name: '全部算式与改法' }).click();
  const finding = page.locator('article:target');
  await expect(finding).toBeInViewport();
  await expect(finding).toContainText('改正后成立的关系：T3-01');
  await finding.getByText(/同一原因还牵动 \d+ 项关系/).click();
  await expect(finding.locator('.equation')).toHaveCount(4);
  await finding.getByRole('link', { name: '第 216 行' }).click();
  await expect(page).toHaveURL(/\/source#L216$/);
  await expect(page.locator('#L216')).toBeInViewport();
  await page
    .locator('#L216')
    .getByRole('button', { name: /^矛盾：/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('8680.23 ≠ 1705.63 + 7604.60');
});

test('a mark is reached and closed by keyboard', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  const mark = page.locator('#F216-3').getByRole('button');
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(mark).toBeFocused();
});

test('a number of the narrative that contradicts its table is marked', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  const sentence = page
    .locator('.narrative p', { hasText: '基本支出 8680.23' })
    .or(page.locator('.narrative p', { hasText: '8680.23万元，包括人员经费' }));
  await sentence
    .first()
    .getByRole('button', { name: /^矛盾：/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('8680.23 ≠ 1075.63');
});

test('a blank subtotal is one open question, however many sums it breaks', async ({ page }) => {
  await page.goto(`/accounts/${MIZHI}`);
  const verdict = page.locator('#government-fund .verdict');
  await expect(verdict).toHaveText(/核对 \d+ 项关系，1 处待查（涉及 \d+ 项关系）。/);
  await expect(verdict).not.toContainText('矛盾');
  await expect(page.locator('#expenditure .verdict')).toContainText('1 处矛盾（涉及 5 项关系）');
  await expect(page.locator('#revenue .verdict')).toContainText('全部相符');
  await expect(page.locator('#findings')).toContainText('至少参加一项核对');
});

test('every finding of an account stands on its page with its rule', async ({ page }) => {
  const own = (await storedFindings()).filter(({ account }) => account === MIZHI);
  await page.goto(`/accounts/${MIZHI}/findings`);
  await expect(page.locator('article.finding')).toHaveCount(own.length);
  for (const [at, { finding }] of own.entries()) {
    const article = page.locator(`#finding-${at + 1}`);
    await expect(article).toContainText(finding.message);
    await expect(article).toContainText('规则：');
  }
});

for (const width of [390, 1440])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const path of ['/findings', `/accounts/${MIZHI}/findings`, `/accounts/${HENGSHAN}`])
      test(`${path} is accessible and never scrolls sideways`, async ({ page }) => {
        await page.goto(path);
        if (path.endsWith(HENGSHAN)) await page.locator('#F216-3').getByRole('button').click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        expect(scrollWidth).toBe(clientWidth);
      });
  });
