import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { writePlainContentTypes } from '../../app/_answers/contentType';

it('a type handed over as a list of one is written as text; other headers stay as they are', async () => {
  writePlainContentTypes();
  const seen: unknown[] = [];
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', ['text/csv']);
    response.setHeader('X-List', ['one']);
    seen.push(response.getHeader('content-type'), response.getHeader('x-list'));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise((resolve) => get({ port: (server.address() as AddressInfo).port }, resolve));
  server.close();
  expect(seen).toEqual(['text/csv', ['one']]);
});
