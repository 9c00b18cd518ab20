import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { BOTH, HENGSHAN, MIZHI } from './store';

/** Portals of other origins: each answers every address with the page it is given. */
interface Portal {
  origin: string;
  show(body: string, headers?: Record<string, string>): void;
  close(): void;
}

async function openPortal(): Promise<Portal> {
  let page = { body: '', headers: {} as Record<string, string> };
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers });
    response.end(
      `<!doctype html><html lang="zh-CN"><title>门户</title><body style="margin:0">${page.body}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    show: (body, headers = {}) => {
      page = { body, headers };
    },
    close: () => server.close(),
  };
}

const PANEL = `/embed/classes?accounts=${MIZHI},${HENGSHAN}`;
const frame = (src: string, style = 'width:100%;height:600px;border:0'): string =>
  `<iframe src="${src}" title="图" style="${style}"></iframe>`;
const heightOf = (page: Page): Promise<number> => page.locator('iframe').evaluate((element) => element.clientHeight);
const isWhole = async (inside: FrameLocator): Promise<void> => {
  await expect(inside.getByRole('heading', { level: 1 })).toHaveText('钱主要花在哪些方面？');
  await expect(inside.locator('figure svg').filter({ visible: true })).toHaveCount(1);
  await expect(inside.getByText('核对：')).toBeVisible();
};

let portal: Portal;
let outer: Portal;
let own: string;
test.beforeEach(async ({ baseURL }) => {
  [portal, outer] = [await openPortal(), await openPortal()];
  own = baseURL ?? '';
});
test.afterEach(() => {
  portal.close();
  outer.close();
});

test('the frame follows its content, up and down again', async ({ page }) => {
  portal.show(`${frame(`${own}${PANEL}`)}<script src="${own}/embed.js" async></script>`);
  await page.goto(portal.origin);
  const inside = page.frameLocator('iframe');
  const fits = async (): Promise<number> => {
    const content = inside.locator('#content');
    await expect
      .poll(async () =>
        Math.abs((await heightOf(page)) - (await content.evaluate((main) => main.getBoundingClientRect().height))),
      )
      .toBeLessThan(2);
    return heightOf(page);
  };
  const closed = await fits();
  await inside.getByText('数据表').click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(closed + 100);
  const open = await fits();
  await inside.getByText('数据表').click();
  await expect.poll(() => heightOf(page)).toBeLessThan(open - 100);
  expect(Math.abs((await fits()) - closed)).toBeLessThan(2);
});

test('it tells its height in the three forms, and only when it changes', async ({ page }) => {
  portal.show(
    `<script>window.told=[];addEventListener('message',(event)=>told.push(event.data))</script>${frame(`${own}${PANEL}`)}`,
  );
  await page.goto(portal.origin);
  await expect.poll(() => page.evaluate('told.length')).toBeGreaterThanOrEqual(3);
  await page.waitForTimeout(500);
  const told = (await page.evaluate('told')) as unknown[];
  const [first, second, third] = told.slice(-3) as [Record<string, Record<string, number>>, { height: number }, string];
  const height = first['datawrapper-height']?.classes;
  expect(second).toEqual({ sentinel: 'amp', type: 'embed-size', height });
  expect(JSON.parse(third)).toEqual({ src: `${own}${PANEL}`, context: 'iframe.resize', height });
  const heights = told.flatMap((one) => (one as { height?: number }).height ?? []);
  expect(new Set(heights).size).toBe(heights.length);
});

test('messages of other frames and origins are not heeded', async ({ page }) => {
  outer.show(`<script>parent.postMessage({sentinel:'amp',type:'embed-size',height:5000},'*')</script>别家`);
  portal.show(`${frame(outer.origin)}<script src="${own}/embed.js"></script>`);
  await page.goto(portal.origin);
  await page.waitForTimeout(500);
  expect(await heightOf(page)).toBe(600);
});

test('nested frames', async ({ page }) => {
  portal.show(frame(`${own}${PANEL}`));
  outer.show(frame(portal.origin, 'width:100%;height:700px'));
  await page.goto(outer.origin);
  await isWhole(page.frameLocator('iframe').frameLocator('iframe'));
});

test('a host of strict policy that allows frames of ours and no scripts', async ({ page }) => {
  portal.show(frame(`${own}${PANEL}`), {
    'Content-Security-Policy': `default-src 'none'; frame-src ${own}; style-src 'unsafe-inline'`,
  });
  await page.goto(portal.origin);
  await isWhole(page.frameLocator('iframe'));
  expect(await heightOf(page)).toBe(600);
});

test('a sandboxed frame', async ({ page }) => {
  portal.show(
    `<iframe sandbox="allow-scripts" src="${own}${PANEL}" title="图" style="width:100%;height:600px"></iframe>`,
  );
  await page.goto(portal.origin);
  await isWhole(page.frameLocator('iframe'));
});

test('a narrow column shows the narrow drawing, and nothing sticks out', async ({ page }) => {
  portal.show(frame(`${own}${PANEL}`, 'width:320px;height:900px;border:0'));
  await page.goto(portal.origin);
  const inside = page.frameLocator('iframe');
  await isWhole(inside);
  await expect(inside.locator('.narrow svg')).toBeVisible();
  const over = await inside.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(over).toBe(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the frame is complete', async ({ page }) => {
    portal.show(frame(`${own}${PANEL}`));
    await page.goto(portal.origin);
    const inside = page.frameLocator('iframe');
    await isWhole(inside);
    await inside.getByText('数据表').click();
    await expect(
      inside
        .getByRole('row', { name: /215 资源勘探工业信息等支出/ })
        .getByRole('cell')
        .first(),
    ).toHaveText('2,233.13');
  });

  test('“嵌入” leads to a page that says the same', async ({ page }) => {
    await page.goto(BOTH);
    await page.locator('#classes').getByRole('link', { name: '嵌入' }).click();
    await expect(page).toHaveURL(/\/embeds\/classes\?accounts=/);
    await expect(page.getByLabel('框架（高度固定，不需脚本）')).toHaveValue(
      /^<iframe src="http:.*\/embed\/classes\?accounts=/,
    );
    await page.getByLabel('冻结为现在的版本').check();
    await page.getByRole('button', { name: '更新' }).click();
    await expect(page.getByLabel('链接')).toHaveValue(/v=\d+\.\d+-[0-9a-f]{8}$/);
  });
});

test('first paint needs no script', async ({ page }) => {
  await page.route('**/embed/frame.js', () => undefined);
  await page.goto(`${own}${PANEL}`, { waitUntil: 'commit' });
  await expect(page.locator('figure svg').filter({ visible: true })).toHaveCount(1);
});

test('a mark says what it is when it is pointed at', async ({ page }) => {
  await page.goto(PANEL);
  await page.waitForFunction(() => document.getElementById('tip'));
  const marks = page.locator('.wide svg path[fill="#82579a"]');
  await marks.first().hover();
  await expect(page.locator('#tip')).toHaveText(/米脂县工业商贸局 2023\s*215 资源勘探工业信息等支出 2,233\.13/);
});

test('drill-down stays in the frame and finds its way back; the page opens beside it', async ({ page }) => {
  portal.show(frame(`${own}/embed/functional-tree?accounts=${MIZHI},${HENGSHAN}&level=1`, 'width:100%;height:1200px'));
  await page.goto(portal.origin);
  const inside = page.frameLocator('iframe');
  await inside.getByRole('link', { name: /^208 / }).click();
  const crumbs = inside.getByRole('navigation', { name: '当前位置' });
  await expect(crumbs).toHaveText(/全部.*208 社会保障和就业支出/);
  await inside.getByRole('link', { name: /^20805 / }).click();
  await expect(crumbs).toHaveText(/208 .*20805 /);
  await crumbs.getByRole('link', { name: '全部' }).click();
  await expect(inside.locator('nav.crumbs')).toHaveCount(0);
  expect(page.url()).toContain(portal.origin);
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    inside.getByRole('link', { name: '决算通览' }).click(),
  ]);
  await expect(opened).toHaveURL(/\/compare\//);
});

test('the reader’s theme is followed where it is asked for', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.goto(`${PANEL}&theme=auto`);
  const dark = await paper();
  await page.goto(PANEL);
  expect(await paper()).not.toBe(dark);
});

test('the self-test says what gets through', async ({ page }) => {
  portal.show(`${frame(`${own}/embed/self-test`)}<script src="${own}/embed.js"></script>`);
  await page.goto(portal.origin);
  const inside = page.frameLocator('iframe');
  for (const id of ['script', 'framed', 'chain', 'headers', 'height'])
    await expect(inside.locator(`#${id}`)).toHaveClass('good');
  await expect(inside.locator('#chain')).toContainText(portal.origin);
});

test('every answer has the headers of all others, once, and no cookie', async ({ request }) => {
  for (const address of [
    PANEL,
    PANEL.replace('?', '.svg?'),
    PANEL.replace('?', '.csv?'),
    '/embed.js',
    '/oembed',
    '/embed/nothing',
  ]) {
    const answer = await request.get(address);
    const named = (name: string) => answer.headersArray().filter((one) => one.name.toLowerCase() === name);
    for (const name of ['x-content-type-options', 'referrer-policy', 'permissions-policy', 'content-security-policy'])
      expect(named(name), `${address} ${name}`).toHaveLength(1);
    expect(named('set-cookie')).toEqual([]);
    expect(answer.status()).toBeLessThan(500);
  }
});

test('what can be compressed is compressed', async ({ request }) => {
  for (const ending of ['', '.svg', '.csv', '.json']) {
    const answer = await request.get(PANEL.replace('?', `${ending}?`), { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.headers()['content-encoding'], ending).toBe('gzip');
  }
});

test('pages of ours cannot be framed, embeds can', async ({ page, request }) => {
  for (const address of ['/', '/embeds', BOTH])
    expect((await request.get(address)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  portal.show(frame(`${own}/embeds`));
  const [blocked] = await Promise.all([
    page.waitForEvent('console', (message) => message.text().includes('frame-ancestors')),
    page.goto(portal.origin),
  ]);
  expect(blocked.type()).toBe('error');
});

test('the dialog previews, snips, freezes and closes', async ({ page }) => {
  await page.goto(BOTH);
  await page.locator('#classes').getByRole('link', { name: '嵌入' }).click();
  const dialog = page.getByRole('dialog', { name: '嵌入：钱主要花在哪些方面？' });
  await expect(dialog.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  await dialog.getByLabel('宽度').selectOption('360');
  await expect.poll(() => dialog.locator('iframe').evaluate((element) => element.clientWidth)).toBe(360);
  await dialog.getByLabel('主题').selectOption('dark');
  await dialog.getByLabel('冻结为现在的版本').check();
  await expect(dialog.getByLabel('链接')).toHaveValue(/theme=dark&v=\d+\.\d+-[0-9a-f]{8}$/);
  await expect(dialog.getByLabel(/^图片/)).toHaveValue(/alt="米脂县工业商贸局 2023 年支出 6 类/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

for (const address of [
  '/embeds',
  `/embeds/classes?accounts=${MIZHI},${HENGSHAN}`,
  PANEL,
  `${PANEL}&theme=dark`,
  '/embed/self-test',
])
  test(`${address} is accessible`, async ({ page }) => {
    await page.goto(address);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
