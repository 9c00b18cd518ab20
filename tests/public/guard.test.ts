import { createServer, type RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, test } from 'vitest';
import { PREPARING } from '../../app/_answers/problem';
import { Connections } from '../../app/_public/connections';
import { type Guard, standGuard } from '../../app/_public/guard';
import { makeLimits } from '../../app/_public/limits';
import { openLog } from '../../app/_public/log';
import { routesOf } from '../../app/_public/routes';
import { networksOf } from '../../app/_public/senders';
import { faultsOf } from './judged';
import { say } from './wire';

const undo: (() => unknown)[] = [];
async function leave(): Promise<void> {
  for (const one of undo.splice(0).reverse()) await one();
}
afterEach(leave);

const page: RequestListener = (request, response) => {
  const policy = request.headers['content-security-policy'] ?? '';
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Vary', 'rsc, next-url, Accept-Encoding');
  response.end(`<p>${policy}</p><p>${request.headers['x-forwarded-host'] ?? ''}|${request.headers.cookie ?? ''}</p>`);
};

interface Stood {
  port: number;
  lines: () => Record<string, unknown>[];
}

async function stand(listener: RequestListener, given: Partial<Guard> = {}): Promise<Stood> {
  await leave();
  let written = '';
  const stream = {
    write: (text: string) => {
      written += text;
    },
  };
  const guard: Guard = {
    log: openLog('info', { out: stream, err: stream }),
    limits: null,
    proxies: networksOf([]),
    secure: false,
    routeOf: routesOf(['/', '/accounts/[account]', '/embed/[panel]']),
    isStopping: () => false,
    servers: new Set(),
    connections: new Connections(),
    ...given,
  };
  undo.push(standGuard(guard));
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    lines: () =>
      written
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('headers', () => {
  it('a page gets a policy with a nonce, the request the same one, and each request another', async () => {
    const { port } = await stand(page);
    const nonces = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const { headers, body } = await say(port, '/');
      const policy = headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /script-src 'nonce-([\w-]{20,})' 'strict-dynamic'/.exec(policy) ?? [];
      expect(body).toContain(`'nonce-${nonce}'`);
      expect(policy).not.toMatch(/script-src[^;]*(?:unsafe-inline|unsafe-eval)/);
      expect(policy).toContain("frame-ancestors 'none'");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('a nonce that somebody sends along is not taken over', async () => {
    const { port } = await stand(page);
    const told = [['Content-Security-Policy', "script-src 'nonce-mine'"]] as const;
    expect((await say(port, '/', { headers: told })).body).not.toContain('mine');
  });

  test.each([
    ['a page', '/', 'text/html', 'same-origin'],
    ['data', '/api/v1/accounts', 'application/json', 'cross-origin'],
    ['a script of ours', '/_next/static/x.js', 'text/javascript', 'same-origin'],
    ['a frame', '/embed/totals', 'text/html', 'cross-origin'],
  ])('%s carries what every answer carries', async (_, path, type, resource) => {
    const { port } = await stand((_request, response) => {
      response.setHeader('Content-Type', type);
      response.end('x');
    });
    const heard = await say(port, path);
    expect(faultsOf(heard)).toEqual([]);
    expect(heard.headers.get('cross-origin-resource-policy')).toBe(resource);
    expect(heard.headers.get('cross-origin-opener-policy')).toBe(path === '/' ? 'same-origin' : undefined);
  });

  test.each([200, 204, 304, 404, 500])('an answer %d without a type does, too', async (status) => {
    const { port } = await stand((_request, response) => response.writeHead(status).end());
    const { headers } = await say(port, '/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.has('x-request-id')).toBe(status >= 400);
  });

  it('a policy of its own stands, and who may frame it is added', async () => {
    const { port } = await stand((_request, response) => {
      response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
      response.end();
    });
    const own = (path: string) => say(port, path).then(({ headers }) => headers.get('content-security-policy'));
    expect(await own('/data/x')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(await own('/embed/totals.svg')).toBe("default-src 'none'; sandbox; frame-ancestors *");
    expect(await own('/embeds/totals')).toContain("frame-ancestors 'none'");
  });

  it('https is insisted on only where the site has it', async () => {
    const plain = await stand(page);
    expect((await say(plain.port, '/')).headers.has('strict-transport-security')).toBe(false);
    const secure = await stand(page, { secure: true });
    expect((await say(secure.port, '/')).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('shared caches hear only of what data vary with; cookies reach nobody', async () => {
    const { port } = await stand((_request, response) => {
      response.setHeader('Vary', 'rsc, next-router-state-tree, Accept-Encoding');
      response.end(`${_request.headers.cookie ?? 'none'}`);
    });
    const { headers, body } = await say(port, '/embed/totals.svg', { headers: [['Cookie', '__prerender_bypass=1']] });
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(body).toContain('none');
  });

  it('a stranger cannot say by what name or address we are reached', async () => {
    const told = [['X-Forwarded-Host', 'evil.example']] as const;
    expect((await say((await stand(page)).port, '/', { headers: told })).body).not.toContain('evil');
    const behind = await stand(page, { proxies: networksOf(['127.0.0.1']) });
    expect((await say(behind.port, '/', { headers: told })).body).toContain('evil');
  });
});

describe('refusals', () => {
  test.each([
    ['POST', '/', 405],
    ['DELETE', '/embed/totals', 405],
    ['TRACE', '/', 405],
    ['GET', `/?a=${'a'.repeat(9000)}`, 414],
    ['GET', '/%zz', 400],
    ['GET', '/%ED%A0%80', 400],
    ['GET', '/a%0d%0ab', 400],
    ['GET', '/?q=%00', 400],
    ['GET', '//example.org', 400],
    ['GET', '/..\\x', 400],
    ['GET', 'http://example.org/', 400],
  ])('%s %s is %d, as problem details', async (method, target, status) => {
    let reached = false;
    const { port } = await stand((_request, response) => {
      reached = true;
      response.end();
    });
    const heard = await say(port, target, { method });
    expect(reached).toBe(false);
    expect(heard.status).toBe(status);
    expect(faultsOf(heard)).toEqual([]);
    expect(heard.headers.get('content-type')).toContain('application/problem+json');
    expect(heard.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD, OPTIONS' : undefined);
    if (method !== 'TRACE') expect(JSON.parse(heard.body)).toMatchObject({ status });
  });

  it('people get a small page', async () => {
    const { port } = await stand(page);
    const heard = await say(port, '/%zz', { headers: [['Accept', 'text/html,*/*']] });
    expect(heard.body).toContain('<h1>地址有误</h1>');
    expect(faultsOf(heard)).toEqual([]);
  });

  it('a long body is not waited for', async () => {
    const { port } = await stand(page);
    const heard = await say(port, '/', { headers: [['Content-Length', '100000000']] });
    expect(heard.status).toBe(413);
  });

  it('what is no HTTP is dismissed with headers; too long ones by their name', async () => {
    const { port } = await stand(page);
    expect(await say(port, '/ x y')).toMatchObject({ status: 400 });
    const long = await say(port, '/', { headers: [['X-Long', 'a'.repeat(20_000)]] });
    expect(long.status).toBe(431);
    expect(faultsOf(long)).toEqual([]);
  });

  it('an expectation nobody knows is answered with headers, too', async () => {
    const { port } = await stand(page);
    const heard = await say(port, '/', { headers: [['Expect', '200-ok']] });
    expect(heard.status).toBe(417);
    expect(faultsOf(heard)).toEqual([]);
  });

  it('programs of other origins may ask what they may ask', async () => {
    const { port } = await stand(page);
    const { status, headers } = await say(port, '/embed/totals.json', { method: 'OPTIONS' });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

describe('limits', () => {
  it('too many requests are 429 with the time to wait; another address is not meant', async () => {
    const { port } = await stand(page, { limits: makeLimits(4), proxies: networksOf(['127.0.0.1']) });
    const ask = (sender: string, path = '/embed/totals') => say(port, path, { headers: [['X-Forwarded-For', sender]] });
    for (let turn = 0; turn < 4; turn += 1) expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(faultsOf(refused)).toEqual([]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-policy')).toBe('"address";q=4;w=60');
    expect(refused.headers.get('ratelimit')).toMatch(/^"address";r=0;t=\d+$/);
    expect(JSON.parse(refused.body)).toMatchObject({ type: 'urn:juesuan:problem:too_many_requests', status: 429 });
    expect((await ask('192.0.2.2')).status).toBe(200);
    expect((await ask('192.0.2.1', '/_next/static/x.js')).status).toBe(200);
    expect((await ask('2001:db8::1', '/')).status).toBe(200);
    expect((await ask('2001:db8::2', '/')).status).toBe(429);
  });

  it('a stranger gains nothing by saying he is another', async () => {
    const { port } = await stand(page, { limits: makeLimits(1) });
    const ask = (sender: string) => say(port, '/embed/totals', { headers: [['X-Forwarded-For', sender]] });
    expect((await ask('192.0.2.1')).status).toBe(200);
    expect((await ask('192.0.2.2')).status).toBe(429);
  });
});

describe('log', () => {
  it('a line an answer, with the route and without who asked for what', async () => {
    const { port, lines } = await stand(page);
    await say(port, '/accounts/610827-x-2023?q=%E5%BC%A0%E4%B8%89', { headers: [['User-Agent', 'somebody']] });
    await expect.poll(() => lines().length).toBe(1);
    const [line = {}] = lines();
    expect(line).toMatchObject({
      level: 'info',
      method: 'GET',
      route: '/accounts/[account]',
      status: 200,
      msg: 'answered',
    });
    expect(Object.keys(line).sort()).toEqual([
      'bytes',
      'id',
      'level',
      'method',
      'ms',
      'msg',
      'route',
      'status',
      'time',
    ]);
    expect(line.bytes).toBeGreaterThan(100);
    expect(JSON.stringify(line)).not.toMatch(/127\.0\.0\.1|%E5|张三|somebody/);
  });

  it('the id of a failing answer stands in answer and log', async () => {
    const { port, lines } = await stand((_request, response) => response.writeHead(500).end());
    const { headers } = await say(port, '/');
    await expect.poll(() => lines().length).toBe(1);
    expect(lines()[0]).toMatchObject({ level: 'error', status: 500, id: headers.get('x-request-id') });
  });

  it('what is only being prepared is no error, what is refused is', async () => {
    const { port, lines } = await stand((request, response) =>
      response.writeHead(503, request.url === '/data/x' ? PREPARING : {}).end(),
    );
    await say(port, '/data/x');
    await say(port, '/');
    await expect
      .poll(() => lines().map(({ level, status }) => [level, status]))
      .toEqual([
        ['info', 503],
        ['error', 503],
      ]);
  });

  it('an id is taken over from a proxy of ours alone', async () => {
    const told = [['X-Request-Id', 'from-the-proxy']] as const;
    const notFound: RequestListener = (_request, response) => response.writeHead(404).end();
    const stranger = await stand(notFound);
    expect((await say(stranger.port, '/', { headers: told })).headers.get('x-request-id')).not.toBe('from-the-proxy');
    const behind = await stand(notFound, { proxies: networksOf(['127.0.0.1']) });
    expect((await say(behind.port, '/', { headers: told })).headers.get('x-request-id')).toBe('from-the-proxy');
  });
});

it('a server about to stop ends each connection with its answer', async () => {
  const { port } = await stand(page, { isStopping: () => true });
  expect((await say(port, '/')).headers.get('connection')).toBe('close');
});

it('the guard leaves nothing behind when it goes', () => {
  const before = [Server.prototype.emit, ServerResponse.prototype.writeHead];
  const goAway = standGuard({
    log: openLog('silent'),
    limits: null,
    proxies: networksOf([]),
    secure: false,
    routeOf: () => '-',
    isStopping: () => false,
    servers: new Set(),
    connections: new Connections(),
  });
  expect(Server.prototype.emit).not.toBe(before[0]);
  goAway();
  expect([Server.prototype.emit, ServerResponse.prototype.writeHead]).toEqual(before);
});
