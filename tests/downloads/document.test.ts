import { createHash } from 'node:crypto';
import { expect, it, test } from 'vitest';
import { askDocument, documents, HENGSHAN, HOSTILE, load, MIZHI, poison, withStore } from './store';

withStore();

const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

it('is the published file byte for byte, with its digest, type and name', async () => {
  const answer = await askDocument(MIZHI);
  const bytes = await bytesOf(answer);
  expect(bytes.equals(Buffer.from(documents.mizhi))).toBe(true);
  expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
  expect(answer.headers.get('x-document-sha256')).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="${MIZHI}-1.txt"; filename*=UTF-8''mizhi.txt`,
  );
  const again = await askDocument(MIZHI, '', { 'if-none-match': answer.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
});

it('keeps earlier revisions, in the encoding they came in', async () => {
  const first = await bytesOf(await askDocument(HENGSHAN));
  const corrected = documents.hengshan.replace('7604.60', '6974.60');
  const utf16 = `\ufeff${corrected}`;
  await load(utf16, '更正 “二”.txt');
  const answer = await askDocument(HENGSHAN);
  expect((await bytesOf(answer)).toString()).toBe(utf16);
  expect(decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? '')).toBe('更正 “二”.txt');
  expect((await bytesOf(await askDocument(HENGSHAN, '?revision=1'))).equals(first)).toBe(true);
});

test.each(['?revision=9', '?revision=0', '?revision=a', "?revision=1';--"])('%s is a problem', async (query) => {
  const answer = await askDocument(MIZHI, query);
  expect([400, 404]).toContain(answer.status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

it('a hostile file name ends no header', async () => {
  poison(MIZHI);
  const name = (await askDocument(MIZHI)).headers.get('content-disposition') ?? '';
  expect(name).not.toMatch(/[\r\n<]/);
  expect(name).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w%.~!-]+$/);
  expect(HOSTILE).toContain('\r\n');
});
