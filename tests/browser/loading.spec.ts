import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { load, MIZHI, path } from './store';

/** One writer at a time. */
test.describe.configure({ mode: 'default' });

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

test('a second year makes the bridge of a department: its steps sum to the change', async ({ page, request }, info) => {
  test.slow();
  const published = readFileSync('data/accounts/000_c35e400ed49bcbf2.txt', 'utf8');
  const file = info.outputPath('mizhi2022.txt');
  const earlier = published
    .replaceAll('2023', '2022')
    .replaceAll('756.90', '656.90')
    .replaceAll('962.20', '862.20')
    .replaceAll('3890.08', '3790.08');
  writeFileSync(file, earlier);
  load(file);
  const department = MIZHI.replace(/-\d{4}$/, '');
  await page.goto(`/departments/${department}`);
  const bridge = page.locator('#bridge');
  await expect(bridge).toContainText('2022 年支出 3,790.08 万元，2023 年 3,890.08 万元，增加 100.00 万元');
  await expect(bridge).toContainText('社会保障和就业支出（208）+100.00 万元');
  await bridge.getByRole('link', { name: '项', exact: true }).click();
  await expect(page).toHaveURL(`/departments/${department}?from=2022&to=2023&by=item#bridge`);
  await expect(bridge).toContainText('企业关闭破产补助（2080601）+100.00 万元');
  const db = new Sqlite(path, { readonly: true });
  const spent = db
    .prepare<unknown[], { fen: number; line: number }>(
      `SELECT f.fen, f.place_line AS line FROM facts f JOIN accounts a ON a.key = f.account
        WHERE a.id = ? AND f.current = 1 AND f.statement = 'expenditure' AND f.line = '2080601' AND f."column" = 'total'`,
    )
    .get(`${department}-2022`);
  db.close();
  expect(spent?.fen).toBe(656_900_000);
  await bridge.getByText('数据表').click();
  for (const table of ['变动最多的项', /变在哪些项？（数据表）$/]) {
    const row = bridge.getByRole('region', { name: table }).locator('tr', { hasText: '企业关闭破产补助' });
    await expect(row.getByRole('link', { name: '656.90' })).toHaveAttribute(
      'href',
      `/accounts/${department}-2022/source#L${spent?.line}`,
    );
  }
  const address = await bridge.getByRole('link', { name: '下载 CSV' }).getAttribute('href');
  const lines = (await (await request.get(address ?? '')).text()).trim().split('\r\n').slice(1);
  const [total = 0, ...parts] = lines.map((line) => Math.round(Number(line.split(',')[5]) * 100));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
});
