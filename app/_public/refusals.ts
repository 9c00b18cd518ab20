import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from '../_answers/html';
import { Problem, problemBody, quoted } from '../_answers/problem';
import { isFrame } from './policies';

/** characters of an address; browsers and proxies agree on about this many */
const MOST_ADDRESS = 8_000;
/** bytes of a body that nobody reads */
const MOST_BODY = 65_536;
const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
export const METHODS = 'GET, HEAD, OPTIONS';

const badAddress = (detail: string): Problem => new Problem(400, 'bad_address', '地址有误', detail);

function problemOfAddress(url: string): Problem | undefined {
  if (url.length > MOST_ADDRESS)
    return new Problem(414, 'long_address', '地址过长', `地址最多 ${MOST_ADDRESS} 个字符。`);
  if (!url.startsWith('/')) return badAddress('地址应以“/”开头。');
  const [path = ''] = url.split('?', 1);
  if (path.includes('\\') || path.startsWith('//')) return badAddress('地址里的“/”有误。');
  if (/%00/.test(url)) return badAddress('地址里有不可见的字符。');
  try {
    return /\p{Cc}/u.test(decodeURIComponent(path)) ? badAddress('地址里有不可见的字符。') : undefined;
  } catch {
    return badAddress('地址里的百分号编码有误。');
  }
}

/** What cannot be answered whatever stands at the address: wrong methods, broken or endless addresses, bodies. */
export function problemOf({ method = 'GET', url = '/', headers }: IncomingMessage): Problem | undefined {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS')
    return new Problem(405, 'method_not_allowed', '不支持这种方法', `只支持 ${METHODS}，不支持${quoted(method)}。`);
  if (headers.host !== undefined && !HOST.test(headers.host)) return badAddress('主机名有误。');
  if (Number(headers['content-length'] ?? 0) > MOST_BODY || headers['transfer-encoding'] !== undefined)
    return new Problem(413, 'long_body', '内容过长', '这里只读取数据，不接收内容。');
  return problemOfAddress(url);
}

const pageOf = ({ title, detail, status }: Problem): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} — 决算通览</title></head><body><main><h1>${title}</h1><p>${detail}</p><p><a href="/">决算通览</a> <small>${status}</small></p></main></body></html>
`.text;

/** What programs of other origins read, they can read the refusal of. */
const isOpen = (path: string): boolean => isFrame(path) || path.startsWith('/api/');

/** Answers with a problem: a small page for people, problem details for programs. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isRead = /text\/html/.test(request.headers.accept ?? '');
  const body = isRead ? pageOf(problem) : `${JSON.stringify(problemBody(problem))}\n`;
  response.statusCode = problem.status;
  if (problem.status === 405) response.setHeader('Allow', METHODS);
  if (problem.status === 413) response.setHeader('Connection', 'close');
  if (isOpen(request.url ?? '')) response.setHeader('Access-Control-Allow-Origin', '*');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Type', `${isRead ? 'text/html' : 'application/problem+json'}; charset=utf-8`);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Accept');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What may be asked of any address, for programs of other origins as well. */
export function answerOptions(response: ServerResponse): void {
  response.statusCode = 204;
  response.setHeader('Allow', METHODS);
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', METHODS);
  response.setHeader('Access-Control-Allow-Headers', 'Accept, If-None-Match');
  response.setHeader('Access-Control-Max-Age', '86400');
  response.end();
}
