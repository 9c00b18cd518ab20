import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { load, MIZHI } from './store';

test('an account loaded while the server runs shows at the next request', async ({ page }, info) => {
  const published = readFileSync('data/accounts/000_c35e400ed49bcbf2.txt', 'utf8');
  const file = info.outputPath('qingjian.txt');
  writeFileSync(file, published.replaceAll('米脂县工业商贸局', '清涧县工业商贸局').replaceAll('3890.08', '3890.09'));
  await page.goto('/');
  await expect(page.getByText('清涧县工业商贸局')).toHaveCount(0);
  load(file);
  await page.reload();
  const entry = page.locator('.entry', { hasText: '清涧县工业商贸局' });
  await expect(entry).toContainText('3,890.09');
  const address = await entry.getByRole('link', { name: '查看决算' }).getAttribute('href');
  await page.goto(`/compare/${MIZHI},${address?.split('/').at(-1)}`);
  await expect(page.locator('.main-figure .amount')).toHaveText([/3,890\.08/, /3,890\.09/]);
});
