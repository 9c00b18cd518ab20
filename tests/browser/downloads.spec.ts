import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { MIZHI, storedAccount } from './store';

async function saved(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('an account is taken along: a statement, all tables, the document', async ({ page }) => {
  test.slow();
  const account = await storedAccount(MIZHI);
  await page.goto(`/accounts/${MIZHI}`);
  const csv = await saved(page, '下载支出决算表（CSV）');
  expect(csv.name).toBe('米脂县工业商贸局 2023 年度部门决算 支出决算表.csv');
  expect(csv.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const rows: Record<string, string>[] = parse(csv.bytes, { columns: true, bom: true });
  const printed = rows.flatMap((row) =>
    Object.entries(row).flatMap(([head, text]) => (/ 印数$/.test(head) && /\d/.test(text) ? [text] : [])),
  );
  const facts = account.facts.filter(({ statement }) => statement === 'expenditure');
  expect(printed.sort()).toEqual(facts.map((fact) => fact.printed).sort());
  const book = await saved(page, '下载全部表格（XLSX）');
  expect(book.name).toBe('米脂县工业商贸局 2023 年度部门决算 全部表格.xlsx');
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  const original = await saved(page, '下载原件');
  expect(original.name).toBe(account.document.file);
  expect(createHash('sha256').update(original.bytes).digest('hex')).toBe(account.document.sha256);
});

test('the page of all data is accessible, fits a phone, and leads to the files', async ({ page, request }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto('/data');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('数据');
  await page.locator('#facts summary').click();
  await expect(page.getByRole('region', { name: '表内数字的字段' })).toContainText('printed');
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const href = await page.getByRole('link', { name: 'juesuan.zip' }).getAttribute('href');
  const answer = await request.get(href ?? '', { timeout: 60_000 });
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  expect((await request.get(feed ?? '')).status()).toBe(200);
});
