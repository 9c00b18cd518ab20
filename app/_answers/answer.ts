import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** An answer ready to be sent again and again: its bytes, the same compressed, and its tag. */
export interface Answer {
  body: Buffer<ArrayBuffer>;
  /** null where compressing would not help */
  gzip: Buffer<ArrayBuffer> | null;
  headers: Readonly<Record<string, string>>;
  etag: string;
}

/** Shared caches may keep it for a minute; then they ask again, which costs an empty 304. */
const CACHING = 'public, max-age=60, must-revalidate';
const LEAST_COMPRESSED = 1024;

interface Draft {
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
  /** the data version, which leads the tag; the rest of the tag is the content's, so that a new release shows, too */
  version: number | string;
  headers?: Readonly<Record<string, string>>;
}

export function makeAnswer({ type, body: given, version, headers = {} }: Draft): Answer {
  const body = Buffer.from(given as Uint8Array<ArrayBuffer>);
  const compressible = /^text\/|json|xml|javascript/.test(type) && body.length >= LEAST_COMPRESSED;
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    body,
    gzip: compressible ? gzipSync(body, { level: 9 }) : null,
    etag: `W/"${version}-${digest}"`,
    headers: { 'Content-Type': type, 'Cache-Control': CACHING, ...headers },
  };
}

const isSame = (request: Request, etag: string): boolean => {
  const known = request.headers.get('if-none-match');
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return known !== null && (known.trim() === '*' || known.split(',').some((tag) => bare(tag) === bare(etag)));
};

/** Sends an answer: 304 to those who have it, compressed to those who can. `more` are headers decided at the request. */
export function send(request: Request, answer: Answer, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...answer.headers, ...more, ETag: answer.etag, Vary: 'Accept-Encoding' };
  if (isSame(request, answer.etag)) return new Response(null, { status: 304, headers });
  const zipped = answer.gzip && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '') ? answer.gzip : null;
  if (!zipped) return new Response(answer.body, { headers });
  return new Response(zipped, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
}
