import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { encodingsOf, packedBody } from '../../app/_answers/packed';

const text = Buffer.from('<p>决算</p>'.repeat(500));

describe('packed answers', () => {
  test.each([
    [null, []],
    ['', []],
    ['gzip', ['gzip']],
    ['gzip, deflate, br, zstd', ['br', 'gzip']],
    ['br;q=0, gzip', ['gzip']],
    ['GZIP;q=0.5', ['gzip']],
    ['gzip;q=0.0, br;q=0.1', ['br']],
    ['identity;q=0, *;q=0', []],
    ['brotli, xgzip', []],
  ])('%s takes %j', (accept, encodings) => {
    expect(encodingsOf(accept)).toEqual(encodings);
  });

  it('a body is packed from the second time on, once, and unpacks to itself', () => {
    const body = Buffer.from(text);
    expect(packedBody(body, 'text/html', 'br, gzip')).toBeUndefined();
    const packed = packedBody(body, 'text/html', 'br, gzip');
    expect(packed?.encoding).toBe('br');
    expect(brotliDecompressSync(packed?.body ?? '')).toEqual(body);
    expect(packedBody(body, 'text/html', 'br')?.body).toBe(packed?.body);
    expect(gunzipSync(packedBody(body, 'text/html', 'gzip')?.body ?? '')).toEqual(body);
  });

  test.each([
    ['small', Buffer.from('x'), 'text/html', 'br'],
    ['large', Buffer.alloc(300_000), 'text/csv', 'br'],
    ['a picture', Buffer.alloc(5_000), 'image/png', 'br'],
    ['a reader who takes none', text, 'text/html', null],
  ])('%s is left to the server', (_, body, type, accept) => {
    packedBody(body, type, accept);
    expect(packedBody(body, type, accept)).toBeUndefined();
  });

  test.each(['image/svg+xml; charset=utf-8', 'application/json', 'application/problem+json', 'application/atom+xml'])(
    '%s is packed',
    (type) => {
      const body = Buffer.from(text);
      packedBody(body, type, 'gzip');
      expect(packedBody(body, type, 'gzip')?.encoding).toBe('gzip');
    },
  );
});
