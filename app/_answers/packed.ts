import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** bytes between which packing pays, and takes no longer than a few milliseconds */
const LEAST = 1_024;
const MOST = 262_144;
const TYPES = /^(?:text\/|image\/svg|application\/(?:[\w.+-]*json|javascript|[\w.+-]*xml))/;

/** brotli of this quality is smaller than the best gzip and takes about as long */
const QUALITY = 6;

function readEncodings(accept: string): Encoding[] {
  const refused = /\b(br|gzip)\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/gi;
  const no = new Set([...accept.matchAll(refused)].map(([, name = '']) => name.toLowerCase()));
  return (['br', 'gzip'] as const).filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(accept) && !no.has(name));
}

/** Browsers send a handful of different ones. */
const MOST_READ = 100;
const read = new Map<string, Encoding[]>();

/** What a reader's Accept-Encoding takes, best first. */
export function encodingsOf(accept: string | null): Encoding[] {
  const told = accept ?? '';
  const known = read.get(told);
  if (known) return known;
  const encodings = readEncodings(told);
  if (read.size < MOST_READ && told.length < 200) read.set(told, encodings);
  return encodings;
}

const pack = (body: Buffer<ArrayBuffer>, encoding: Encoding): Buffer<ArrayBuffer> =>
  encoding === 'br'
    ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    : gzipSync(body, { level: 9 });

interface Packs {
  br?: Buffer<ArrayBuffer>;
  gzip?: Buffer<ArrayBuffer>;
}

/** By the body they pack, so that they are forgotten with it. */
const kept = new WeakMap<Buffer, Packs>();

export interface Packed {
  body: Buffer<ArrayBuffer>;
  encoding: Encoding;
}

/**
 * A body packed once and kept, from the second time on that it is asked for; undefined where the server may pack it as it
 * goes: at the first time, when it is too small or too large, when the reader takes neither encoding.
 */
export function packedBody(body: Buffer<ArrayBuffer>, type: string, accept: string | null): Packed | undefined {
  if (body.length < LEAST || body.length > MOST || !TYPES.test(type)) return undefined;
  const [encoding] = encodingsOf(accept);
  if (!encoding) return undefined;
  const packs = kept.get(body);
  if (!packs) {
    kept.set(body, {});
    return undefined;
  }
  packs[encoding] ??= pack(body, encoding);
  return { body: packs[encoding], encoding };
}
