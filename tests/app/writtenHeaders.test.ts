import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { PACKED, writeHeadersPlainly } from '../../app/_answers/writtenHeaders';

it('a type handed over as a list of one is written as text, a packed body as what it is; other headers stay as they are', async () => {
  writeHeadersPlainly();
  const seen: unknown[] = [];
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', ['text/csv']);
    response.setHeader('X-List', ['one']);
    response.setHeader(PACKED, ['br']);
    seen.push(...['content-type', 'x-list', 'content-encoding', PACKED].map((name) => response.getHeader(name)));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise((resolve) => get({ port: (server.address() as AddressInfo).port }, resolve));
  server.close();
  expect(seen).toEqual(['text/csv', ['one'], 'br', undefined]);
});
