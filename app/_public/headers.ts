import type { ServerResponse } from 'node:http';
import { isAsset, isFrame, policyOf } from './policies';

/** A request as the headers of its answer need it. */
export interface Asked {
  path: string;
  nonce: string;
  id: string;
  /** others reach us over https */
  secure: boolean;
  /** the server is about to stop: connections end with their answer */
  stopping: boolean;
}

const PERMISSIONS =
  'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()';
const YEAR = 31_536_000;

const textOf = (response: ServerResponse, name: string): string | undefined => {
  const value = response.getHeader(name);
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);
};

function setMissing(response: ServerResponse, name: string, value: string): void {
  if (!response.hasHeader(name)) response.setHeader(name, value);
}

const ROUTER = /^(?:rsc|next-.+)$/i;

/** Only pages vary with Next's own headers; told of others, it would fill shared caches with copies. */
function writeVary(response: ServerResponse): void {
  const told = textOf(response, 'vary');
  if (told === undefined) return;
  const kept = new Set(told.split(/\s*,\s*/).filter((name) => name !== '' && !ROUTER.test(name)));
  if (kept.size === 0) response.removeHeader('Vary');
  else response.setHeader('Vary', [...kept].join(', '));
}

/** Puts on an answer, whoever made it, what every answer carries; what it already has stands. */
export function completeHeaders(response: ServerResponse, status: number, asked: Asked): void {
  const { path, nonce, id } = asked;
  const type = textOf(response, 'content-type') ?? '';
  const isPage = type.startsWith('text/html') && !isFrame(path);
  if (!isPage && !type.startsWith('text/x-component')) writeVary(response);
  response.setHeader(
    'Content-Security-Policy',
    policyOf(path, type, textOf(response, 'content-security-policy'), nonce),
  );
  setMissing(response, 'X-Content-Type-Options', 'nosniff');
  setMissing(response, 'Referrer-Policy', 'strict-origin-when-cross-origin');
  setMissing(response, 'Permissions-Policy', PERMISSIONS);
  setMissing(response, 'Cross-Origin-Resource-Policy', isPage || isAsset(path) ? 'same-origin' : 'cross-origin');
  if (isPage) setMissing(response, 'Cross-Origin-Opener-Policy', 'same-origin');
  if (asked.secure) setMissing(response, 'Strict-Transport-Security', `max-age=${YEAR}`);
  if (status >= 400) response.setHeader('X-Request-Id', id);
  if (asked.stopping) response.setHeader('Connection', 'close');
}
