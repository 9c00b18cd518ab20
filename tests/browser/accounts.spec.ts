import { expect, test } from '@playwright/test';
import { HENGSHAN, MIZHI, storedAccount, storedLines } from './store';

for (const id of [MIZHI, HENGSHAN]) {
  test(`${id}: every stored figure stands in its cell and leads to its line`, async ({ page }) => {
    const { facts } = await storedAccount(id);
    await page.goto(`/accounts/${id}`);
    const shown = await page
      .locator('.statement td[id]')
      .evaluateAll((cells) =>
        cells.map((cell) => [cell.id, cell.textContent, cell.querySelector('a')?.getAttribute('href')].join(' ')),
      );
    const stored = facts.map(
      ({ place: { line, cell }, printed }) => `F${line}-${cell} ${printed} /accounts/${id}/source#L${line}`,
    );
    expect([...shown].sort()).toEqual([...stored].sort());
  });

  test(`${id}: every claim is marked and says what was read`, async ({ page }) => {
    const { claims } = await storedAccount(id);
    await page.goto(`/accounts/${id}`);
    const anchors = await page
      .locator('.narrative [id^="N"]')
      .evaluateAll((marks) => marks.map((mark) => Number(mark.id.slice(1))));
    expect(anchors.sort((one, other) => one - other)).toEqual(claims.map((_, index) => index + 1));
    await expect(page.locator('.narrative .claim').first()).toHaveAttribute('data-read', /：.*\d/);
  });

  test(`${id}: the source shows every line of the document`, async ({ page }) => {
    const lines = await storedLines(id);
    await page.goto(`/accounts/${id}/source`);
    const shown = await page
      .locator('[id^="L"]')
      .evaluateAll((elements) =>
        elements.map((element) => [element.id, (element.textContent ?? '').replace(/\s/g, '')] as const),
      );
    const printed = lines.flatMap((text, at) =>
      text.trim() === '' ? [] : [[`L${at + 1}`, `${at + 1}${text.replace(/\s/g, '')}`] as const],
    );
    expect(shown).toEqual(printed);
  });
}

test('blank cells stay blank, and a printed zero is a zero', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  const row = page.locator('#expenditure tr', { hasText: '2011302' });
  await expect(row.getByRole('cell')).toHaveText(['178.72', '0.00', '178.72', '', '', '']);
  await expect(page.locator('#general-budget-basic-expenditure')).toContainText('.040');
});

test('statements that are missing or empty say why', async ({ page }) => {
  await page.goto(`/accounts/${HENGSHAN}`);
  const list = page.getByRole('region', { name: '决算表清单' });
  await expect(list.getByRole('row', { name: /一般公共预算财政拨款支出决算表/ })).toContainText('文件中却没有这张表');
  await expect(list.getByRole('row', { name: /政府性基金/ })).toContainText('本部门无政府性基金预算财政拨款收入支出');
});

test.describe('the tree of codes', () => {
  for (const scripts of [true, false])
    test.describe(scripts ? 'with scripts' : 'without scripts', () => {
      test.use({ javaScriptEnabled: scripts });
      test('opens and closes by keyboard', async ({ page }) => {
        await page.goto(`/accounts/${MIZHI}`);
        const table = page.locator('#expenditure');
        const row = (code: string) =>
          table.locator('tr', { has: page.locator('.code', { hasText: new RegExp(`^${code}$`) }) });
        await expect(row('2080601')).toBeVisible();
        await row('20806').getByRole('checkbox').focus();
        await page.keyboard.press('Space');
        await expect(row('2080601')).toBeHidden();
        await expect(row('20825')).toBeVisible();
        await table.getByRole('checkbox', { name: '显示“社会保障和就业支出”的下级科目' }).press('Space');
        await expect(row('20825')).toBeHidden();
        await expect(table.getByText('卫生健康支出')).toBeVisible();
      });
    });
});

test('personnel and self-evaluations are shown as published', async ({ page }) => {
  await page.goto(`/accounts/${MIZHI}`);
  const personnel = page.getByRole('region', { name: '人员', exact: true });
  await expect(personnel.getByRole('row', { name: /^人员编制/ })).toContainText('7');
  await expect(personnel.getByRole('row', { name: /^实有人员/ })).toContainText('25');
  const overview = page.getByRole('region', { name: '绩效自评一览' });
  await expect(overview.getByRole('row', { name: /疫情防控隔离酒店征用经费/ })).toContainText('474.58');
  await page.locator('details.performance', { hasText: '疫情防控隔离酒店征用经费' }).locator('summary').click();
  await expect(
    page.getByRole('cell', { name: '征用酒店数量' }).or(page.getByText('征用酒店数量')).first(),
  ).toBeVisible();
});

test('a line leads back to the figures read from it', async ({ page }) => {
  const { facts } = await storedAccount(HENGSHAN);
  const fact = facts.find(({ printed }) => printed === '1705.63');
  if (!fact) throw new Error('no such figure');
  await page.goto(`/accounts/${HENGSHAN}#F${fact.place.line}-${fact.place.cell}`);
  await page.locator(':target').getByRole('link').click();
  const line = page.locator(`#L${fact.place.line}`);
  await expect(line).toBeInViewport();
  const highlighted = await line
    .locator('td')
    .last()
    .evaluate((cell) => getComputedStyle(cell).backgroundColor);
  const plain = await page
    .locator('.source-table td')
    .first()
    .evaluate((cell) => getComputedStyle(cell).backgroundColor);
  expect(highlighted).not.toBe(plain);
  await line.getByRole('link', { name: /^1705\.63/ }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${HENGSHAN}#F${fact.place.line}-${fact.place.cell}$`));
  await expect(page.locator(':target')).toHaveText('1705.63');
});
