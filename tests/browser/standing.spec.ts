import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { type Front, openFront, provideNginx } from '../public/nginx';
import { copyStore, isTaken, type Own, openOwn } from '../public/served';
import { type Said, say } from '../public/wire';
import { HENGSHAN, MIZHI, path } from './store';

const ACCOUNTS = `accounts=${MIZHI},${HENGSHAN}`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** So many long pages at once are more than the system keeps for a reader who does not read. */
const MANY = 16;
const SOURCE = `GET /accounts/${MIZHI}/source HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

test.describe('stopping', () => {
  test.setTimeout(120_000);

  /** A server with a reader who has begun to read, and stopped. */
  async function openUnread(): Promise<{ own: Own; socket: Socket; first: Buffer }> {
    const own = await openOwn({ JUESUAN_DATABASE: copyStore(path), JUESUAN_LOG_LEVEL: 'info' });
    const socket = connect(own.port, '127.0.0.1').on('error', () => undefined);
    socket.write(SOURCE.repeat(MANY));
    const first = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    socket.pause();
    await pause(3_000);
    return { own, socket, first };
  }

  test('a slow download is finished, nothing new is taken, and the end is 0', async () => {
    const { own, socket, first } = await openUnread();
    const stopped = own.stop('SIGTERM');
    await pause(2_000);
    expect(own.process.exitCode).toBeNull();
    expect(await isTaken(own.port)).toBe(false);

    const received = [first];
    const end = new Promise((resolve) => socket.once('close', resolve));
    socket.on('data', (chunk) => received.push(chunk));
    socket.resume();
    await end;
    const text = Buffer.concat(received).toString('latin1');
    const heads = text.match(/^HTTP\/1\.1 200 OK\r$/gm) ?? [];
    expect(heads).toHaveLength(MANY);
    expect(text.match(/<\/html>/g)).toHaveLength(MANY);
    expect(text.endsWith('0\r\n\r\n')).toBe(true);
    const { code, seconds } = await stopped;
    expect([code, seconds < 10]).toEqual([0, true]);
    expect(own.output()).toContain('"msg":"stopping"');
    expect(own.output()).not.toContain('cutting off');
  });

  test('who never reads on is cut off after ten seconds; SIGINT is as good', async () => {
    const { own, socket } = await openUnread();
    const { code, seconds } = await own.stop('SIGINT');
    expect([code, seconds > 8, seconds < 14]).toEqual([0, true, true]);
    expect(own.output()).toContain('cutting off');
    socket.destroy();
  });
});

test.describe('nginx in front', () => {
  const { program, reason } = provideNginx();
  test.skip(program === undefined, reason);
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(120_000);

  let own: Own;
  let front: Front;
  test.beforeAll(async () => {
    own = await openOwn({
      JUESUAN_DATABASE: copyStore(path),
      JUESUAN_LOG_LEVEL: 'error',
      JUESUAN_TRUSTED_PROXIES: '127.0.0.1',
      JUESUAN_RATE_LIMIT: '60',
    });
    front = await openFront(program ?? '', own.port);
  });
  test.afterAll(async () => {
    await front.close();
    await own.stop();
  });

  const ask = (target: string, how: Said = {}) => say(front.port, target, how);
  const SVG = `/embed/totals.svg?${ACCOUNTS}`;

  test('the second time an embed comes from nginx, whole and with its headers', async () => {
    const first = await ask(SVG);
    const second = await ask(SVG);
    expect([first, second].map(({ headers }) => headers.get('x-cache'))).toEqual(['MISS', 'HIT']);
    expect(second.body).toBe(first.body);
    for (const name of ['content-security-policy', 'x-content-type-options', 'etag', 'content-type'])
      expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)]);
    const other = await ask(`${SVG}&theme=dark`);
    expect(other.headers.get('x-cache')).toBe('MISS');
  });

  test('packed answers pass through as the server packed them, each packing by itself', async () => {
    const packed = await ask(SVG, { headers: [['Accept-Encoding', 'gzip, deflate']] });
    expect([packed.headers.get('content-encoding'), packed.headers.get('x-cache')]).toEqual(['gzip', 'MISS']);
    const again = await ask(SVG, { headers: [['Accept-Encoding', 'gzip']] });
    expect([again.headers.get('content-encoding'), again.headers.get('x-cache')]).toEqual(['gzip', 'HIT']);
    expect((await ask(SVG)).headers.has('content-encoding')).toBe(false);
  });

  test('who has the answer gets an empty 304', async () => {
    const { headers } = await ask(SVG);
    const known = await ask(SVG, { headers: [['If-None-Match', headers.get('etag') ?? '']] });
    expect([known.status, known.body]).toEqual([304, '']);
  });

  test('pages and errors are never kept', async () => {
    for (const target of ['/', '/embed/nothing', '/no/such/page']) {
      const turns = [await ask(target), await ask(target)];
      expect([target, turns.map(({ headers }) => headers.get('x-cache') === 'HIT')]).toEqual([target, [false, false]]);
    }
    const nonces = new Set<string>();
    for (let turn = 0; turn < 2; turn += 1)
      nonces.add(/nonce-[\w-]+/.exec((await ask('/')).headers.get('content-security-policy') ?? '')?.[0] ?? '');
    expect(nonces.size).toBe(2);
  });

  test('an embed is framed through it in a browser, a page is not', async ({ page }) => {
    const site = `http://127.0.0.1:${front.port}`;
    const portal = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<iframe title="图" src="${site}/embed/totals?${ACCOUNTS}"></iframe>`);
    });
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/`);
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    expect((await ask('/')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    portal.close();
  });

  test('limits are those of the reader behind nginx, whatever he claims', async () => {
    const claim = { headers: [['X-Forwarded-For', '198.51.100.7']] } as const;
    const statuses = new Set<number>();
    for (let turn = 0; turn < 70; turn += 1)
      statuses.add((await ask('/healthz', { ...claim, from: '127.0.0.2' })).status);
    expect([...statuses].sort()).toEqual([200, 429]);
    expect((await ask('/healthz', { ...claim, from: '127.0.0.3' })).status).toBe(200);
    const refused = await ask('/healthz', { from: '127.0.0.2' });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    // what nginx keeps costs its reader nothing
    expect((await ask(SVG, { from: '127.0.0.2' })).status).toBe(200);
  });
});
