import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it, test, vi } from 'vitest';
import { BULK_FILES, beginExport, serveBulk } from '../../app/_downloads/bulk';
import { preparing } from '../../app/_downloads/preparing';
import { openStore } from '../../app/_store/store';
import { askExport, exportsFolder, newestExport } from '../../db/exported';
import { servedDatabase } from '../../db/served';
import { documents, HENGSHAN, load, ORIGIN, rowsOf, withStore } from './store';

withStore();

const ask = (file: string, query = '', headers: Record<string, string> = {}): Promise<Response> =>
  serveBulk(new Request(`${ORIGIN}/data/${file}${query}`, { headers }), file);
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
const storedVersion = (): number => rowsOf<{ version: number }>('SELECT version FROM data_version')[0]?.version ?? 0;

afterAll(() => delete process.env.JUESUAN_EXPORTS);

describe('the whole store', () => {
  it('is begun by the page that shows what there is, once', async () => {
    const store = await openStore();
    beginExport(store);
    beginExport(store);
    expect(existsSync(join(exportsFolder(servedDatabase()), String(store.version)))).toBe(false);
    const made = await askExport(servedDatabase(), store.version);
    expect(made.version).toBe(store.version);
    expect(newestExport(servedDatabase())).toBe(made);
    rmSync(made.folder, { recursive: true });
  }, 60_000);

  it('is made once though pages and routes have modules of their own', async () => {
    const begun = askExport(servedDatabase(), storedVersion());
    vi.resetModules();
    const apart = await import('../../db/exported');
    expect(apart.askExport).not.toBe(askExport);
    expect(apart.askExport(servedDatabase(), storedVersion())).toBe(begun);
    rmSync((await begun).folder, { recursive: true });
  }, 60_000);

  it('is made once for many who ask, by another process, beside the store', async () => {
    expect(newestExport(servedDatabase())).toBeUndefined();
    const [one, other] = await Promise.all([ask('accounts.csv'), ask('datapackage.json')]);
    const version = String(storedVersion());
    expect([one, other].map(({ headers }) => headers.get('juesuan-data-version'))).toEqual([version, version]);
    expect(readdirSync(exportsFolder(servedDatabase()))).toEqual([version]);
    expect(parse(await one.text(), { columns: true })).toHaveLength(2);
  }, 60_000);

  test.each(BULK_FILES)('%s has the bytes that the descriptor tells, and a name', async (file) => {
    const answer = await ask(file);
    const bytes = await bytesOf(answer);
    expect(answer.headers.get('content-disposition')).toContain(`filename="${file}"`);
    const { resources } = JSON.parse(await (await ask('datapackage.json')).text());
    const told = resources.find(({ path }: { path: string }) => path === file);
    if (told) expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(told.hash);
    else expect(bytes.length).toBeGreaterThan(1_000);
  });

  it('people get a byte order mark, programs none', async () => {
    expect((await bytesOf(await ask('accounts.csv', '?download=1'))).subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect((await bytesOf(await ask('accounts.csv'))).subarray(0, 3).toString()).toBe('id,');
  });

  test.each(['accounts.csv', 'juesuan.zip'])('%s: who has it gets 304', async (file) => {
    const { headers } = await ask(file);
    const etag = headers.get('etag') ?? '';
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=60');
    expect(etag).toContain(`"${storedVersion()}-`);
    expect((await ask(file, '', { 'if-none-match': etag })).status).toBe(304);
  });

  it('the archive can be asked for in parts', async () => {
    const whole = await bytesOf(await ask('juesuan.zip'));
    const part = await ask('juesuan.zip', '', { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`);
    expect((await bytesOf(part)).equals(whole.subarray(10, 20))).toBe(true);
    const rest = await ask('juesuan.zip', '', { range: `bytes=${whole.length - 5}-` });
    expect((await bytesOf(rest)).equals(whole.subarray(-5))).toBe(true);
    expect((await ask('juesuan.zip', '', { range: `bytes=${whole.length}-` })).status).toBe(416);
    expect((await ask('juesuan.zip', '', { range: 'bytes=0-1,3-4' })).status).toBe(200);
    expect((await ask('juesuan.zip', '', { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200);
  });

  test.each(['nothing.csv', '../juesuan.db', 'facts', '', 'datapackage.json/'])('%s is a problem', async (file) => {
    expect((await ask(file)).status).toBe(404);
  });

  it('is made anew after a load, and the one before is removed', async () => {
    const before = String(storedVersion());
    await load(documents.hengshan.replace('7604.60', '6974.60'), 'corrected.txt');
    const answer = await ask('accounts.csv');
    const rows: { id: string; revision: string }[] = parse(await answer.text(), { columns: true });
    expect(rows.find(({ id }) => id === HENGSHAN)?.revision).toBe('2');
    expect(readdirSync(exportsFolder(servedDatabase()))).toEqual([String(storedVersion())]);
    expect(String(storedVersion())).not.toBe(before);
  }, 60_000);

  it('what cannot be written is said so, and not tried again at once', async () => {
    process.env.JUESUAN_EXPORTS = '/dev/null/nowhere';
    const answer = await ask('accounts.csv');
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toMatch(/dev\/null|Error|at /);
    await expect(askExport(servedDatabase(), storedVersion())).rejects.toThrow('a moment ago');
    expect(existsSync('/dev/null/nowhere')).toBe(false);
  });
});

describe('while there is no export yet', () => {
  it('people get a page that tries again by itself', async () => {
    const request = new Request(`${ORIGIN}/data/juesuan.zip`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    const answer = preparing(request, 'juesuan.zip');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('refresh')).toBe('10');
    expect(answer.headers.get('x-juesuan-state')).toBe('preparing');
    expect(await answer.text()).toContain('正在准备 juesuan.zip');
  });

  it('programs get problem details', async () => {
    const answer = preparing(new Request(`${ORIGIN}/data/juesuan.zip`), 'juesuan.zip');
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('x-juesuan-state')).toBe('preparing');
    expect(answer.headers.get('refresh')).toBeNull();
    expect(await answer.json()).toMatchObject({ status: 503, type: 'urn:juesuan:problem:preparing' });
  });
});
