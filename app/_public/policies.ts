import { frameAncestors } from '../_embed/headers';

export const isAsset = (path: string): boolean => path.startsWith('/_next/');
export const isFrame = (path: string): boolean => path.startsWith('/embed/');

const ancestorsOf = (path: string): string => (isFrame(path) ? frameAncestors() : "frame-ancestors 'none'");

/** Style attributes carry the charts' own colours and positions; a style element would need our origin. */
const PAGE_SOURCES = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** React compiles pieces at run time and adds style elements while it is developed, never when it is served. */
const isDeveloped = process.env.NODE_ENV === 'development';
const scriptsOf = (nonce: string): string =>
  isDeveloped
    ? `script-src 'nonce-${nonce}' 'self' 'unsafe-eval'; style-src-elem 'self' 'unsafe-inline'`
    : `script-src 'nonce-${nonce}' 'strict-dynamic'`;

/** Scripts of a page run by its nonce, and those that they fetch; nothing written into the page by others does. */
export const pagePolicy = (path: string, nonce: string): string =>
  `${scriptsOf(nonce)}; ${PAGE_SOURCES}; ${ancestorsOf(path)}`;

/** Data and pictures, should somebody open them as documents: they run and load nothing. */
const dataPolicy = (path: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; ${ancestorsOf(path)}`;

/** The policy of an answer: its own with who may frame it, else a page's or that of data. */
export function policyOf(path: string, type: string, own: string | undefined, nonce: string): string {
  if (own !== undefined) return own.includes('frame-ancestors') ? own : `${own}; ${ancestorsOf(path)}`;
  return type.startsWith('text/html') ? pagePolicy(path, nonce) : dataPolicy(path);
}
