import { createHash } from 'node:crypto';
import { packedBody } from './packed';
import { markSample, SAMPLE_HEADERS, servesSample } from './sample';
import { PACKED, writesPacked } from './writtenHeaders';

/** An answer ready to be sent again and again, with its tag. It is packed on its way out, the second time from memory. */
export interface Answer {
  body: Buffer<ArrayBuffer>;
  headers: Readonly<Record<string, string>>;
  etag: string;
}

/** Shared caches may keep it for a minute, and for one more while they ask again, which costs an empty 304. */
export const CACHING = 'public, max-age=60, stale-while-revalidate=60';

interface Draft {
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
  /** the data version, which leads the tag; the rest of the tag is the content's, so that a new release shows, too */
  version: number | string;
  headers?: Readonly<Record<string, string>>;
}

export function makeAnswer({ type, body: given, version, headers = {} }: Draft): Answer {
  const sample = servesSample();
  const body = typeof given === 'string' ? Buffer.from(sample ? markSample(type, given) : given) : Buffer.from(given);
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    body,
    etag: `W/"${version}-${digest}"`,
    headers: { 'Content-Type': type, 'Cache-Control': CACHING, ...(sample ? SAMPLE_HEADERS : {}), ...headers },
  };
}

/** Whether the one who asks has the answer of this tag. */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match');
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return known !== null && (known.trim() === '*' || known.split(',').some((tag) => bare(tag) === bare(etag)));
}

/** Sends an answer, or 304 to those who have it. `more` are headers decided at the request. */
export function send(request: Request, answer: Answer, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...answer.headers, ...more, ETag: answer.etag };
  if (isKnown(request, answer.etag)) return new Response(null, { status: 304, headers });
  const type = answer.headers['Content-Type'] ?? '';
  const packed = writesPacked() ? packedBody(answer.body, type, request.headers.get('accept-encoding')) : undefined;
  return packed
    ? new Response(packed.body, { headers: { ...headers, [PACKED]: packed.encoding } })
    : new Response(answer.body, { headers });
}
