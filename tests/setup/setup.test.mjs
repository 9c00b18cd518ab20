import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { causeOf } from '../../db/setup/causes.mjs';
import { checkNode } from '../../db/setup/install.mjs';
import { hashOf, inRoot, root } from '../../db/setup/project.mjs';
import { addressOf, checkPort, freePort } from '../../db/setup/serve.mjs';
import { warm } from '../../db/setup/warm.mjs';
import { countPlaywright, countVitest } from './counts.mjs';

describe('where to serve', () => {
  test.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ PORT: '8080' }, 'http://127.0.0.1:8080'],
    [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:3000'],
    [{ HOST: '::', PORT: '80' }, 'http://[::1]:80'],
    [{ HOST: '', PORT: '' }, 'http://127.0.0.1:3000'],
  ])('%j is %s', (environment, url) => {
    expect(addressOf(environment).url).toBe(url);
  });

  test.each(['abc', '0', '65536', '3000.5', '-1'])('PORT=%s is refused and quoted', (port) => {
    expect(() => addressOf({ PORT: port })).toThrow(`现为“${port}”`);
  });
});

describe('ports', () => {
  const servers = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

  async function occupied() {
    const port = await freePort();
    const server = createServer();
    servers.push(server);
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    return port;
  }

  it('a free port passes', async () => {
    await expect(checkPort({ host: '127.0.0.1', port: await freePort() })).resolves.toBeUndefined();
  });

  it('a port in use is named, with another to try', async () => {
    const port = await occupied();
    await expect(checkPort({ host: '127.0.0.1', port })).rejects.toThrow(
      `端口 ${port} 已被占用：请先停掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
    );
  });

  it('an address of another machine is named', async () => {
    await expect(checkPort({ host: '192.0.2.1', port: 3000 })).rejects.toThrow('HOST=192.0.2.1 不是本机的地址。');
  });

  it('npm start says so before it does anything', async () => {
    const port = await occupied();
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('db', 'setup', 'start.mjs')], {
      env: { ...process.env, PORT: String(port) },
      encoding: 'utf8',
    });
    expect([status, stdout, stderr.trim()]).toEqual([1, '', expect.stringMatching(`^未能启动：端口 ${port} 已被占用`)]);
  });
});

describe('a server that has just started', () => {
  const pages = (list) => {
    const asked = [];
    const server = createHttpServer((request, response) => {
      asked.push(request.url);
      response.end(request.url === '/accounts' ? list : 'page');
    });
    return new Promise((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve({ asked, server, port: server.address().port })),
    );
  };
  const askedOf = async (list) => {
    const { asked, server, port } = await pages(list);
    expect(await warm(`http://127.0.0.1:${port}`)).toEqual(asked);
    server.close();
    return asked;
  };

  it('is asked for the pages that readers begin with, once', async () => {
    const link = (id) => `<a href="/accounts/${id}">x</a><a href="/accounts/${id}/source#L1">y</a>`;
    const asked = await askedOf(`${link('610827-a-2023')}${link('610803-b-c-2021')}`);
    expect(asked).toEqual(expect.arrayContaining(['/', '/accounts', '/trends', '/rankings']));
    expect(asked.slice(-3)).toEqual([
      '/accounts/610827-a-2023',
      '/departments/610827-a',
      '/compare/610827-a-2023,610803-b-c-2021',
    ]);
    expect(new Set(asked).size).toBe(asked.length);
    const single = await askedOf(link('610827-a-2023'));
    expect(single.at(-1)).toBe('/departments/610827-a');
  });

  it('of an empty store is asked for pages that need no account', async () => {
    expect((await askedOf('')).at(-1)).toBe('/findings');
  });

  it('that is gone is asked for nothing', async () => {
    expect(await warm(`http://127.0.0.1:${await freePort()}`)).toEqual([]);
  });
});

describe('causes', () => {
  test.each([
    ['npm error code EBADENGINE', '本机 Node 的版本不合要求'],
    ['npm error request to https://example.org failed, reason: getaddrinfo ENOTFOUND example.org', '网络不通'],
    ['E: Failed to fetch … Temporary failure resolving', '网络不通'],
    ['gyp ERR! find Python Python is not set', '编译 better-sqlite3 需要编译器'],
    ['gyp ERR! stack Error: not found: make', '编译 better-sqlite3 需要编译器'],
    ['make: g++: No such file or directory', '编译 better-sqlite3 需要编译器'],
    ['gyp ERR! getaddrinfo ENOTFOUND nodejs.org https://nodejs.org/download/', '需要 Node 的头文件'],
    ['npm error code ENOSPC', '磁盘已满'],
    ['Error: listen EADDRINUSE: address already in use', '端口已被占用'],
    ['SqliteError: database is locked', '正被另一个程序写入'],
    ['SqliteError: file is not a database', '数据库文件已损坏'],
    ['npm error code EUSAGE', 'package.json 与 package-lock.json 不一致'],
    ['something nobody foresaw', '原因见下面的输出。'],
  ])('%s: %s', (output, cause) => {
    expect(causeOf(output)).toContain(cause);
  });

  it('a killed process is short of memory', () => {
    expect(causeOf('', 137)).toContain('内存不足');
  });
});

describe('Node versions', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s fits', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  test.each(['18.20.0', '20.18.1', '21.7.3', '22.11.0'])('%s is refused and quoted', (version) => {
    expect(() => checkNode(version)).toThrow(`本机 Node 的版本是 ${version}`);
  });
});

describe('fingerprints', () => {
  it('change with a byte, with a name, and with nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
    const path = relative(root, folder);
    try {
      const of = () => hashOf([path]);
      writeFileSync(join(folder, 'a.txt'), '决算');
      const before = of();
      writeFileSync(join(folder, 'a.txt'), '决算');
      expect(of()).toBe(before);
      writeFileSync(join(folder, 'a.txt'), '预算');
      expect(of()).not.toBe(before);
      rmSync(join(folder, 'a.txt'));
      writeFileSync(join(folder, 'b.txt'), '决算');
      expect(of()).not.toBe(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('counting', () => {
  const file = (status, ...tests) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });

  test.each([
    ['all pass', { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed')] }, 0, [3, 0]],
    ['one fails', { numPassedTests: 2, numFailedTests: 1, testResults: [file('failed', 'failed')] }, 1, [2, 1]],
    ['a file does not load', { numPassedTests: 2, numFailedTests: 0, testResults: [file('failed')] }, 1, [2, 1]],
    ['nothing is named', { numPassedTests: 2, numFailedTests: 0, testResults: [] }, 1, [2, 1]],
    ['there is no report', undefined, 1, [0, 1]],
  ])('vitest: %s', (_, report, code, [passed, failed]) => {
    expect(countVitest(report, { code })).toEqual({ passed, failed });
  });

  test.each([
    ['all pass', { stats: { expected: 3, flaky: 0, unexpected: 0 } }, 0, [3, 0]],
    ['one at the second try', { stats: { expected: 3, flaky: 1, unexpected: 0 } }, 0, [4, 0]],
    ['one fails', { stats: { expected: 3, flaky: 0, unexpected: 1 } }, 1, [3, 1]],
    ['the server does not start', { stats: { expected: 0, flaky: 0, unexpected: 0 } }, 1, [0, 1]],
    ['there is no report', undefined, 1, [0, 1]],
  ])('playwright: %s', (_, report, code, [passed, failed]) => {
    expect(countPlaywright(report, { code })).toEqual({ passed, failed });
  });
});
