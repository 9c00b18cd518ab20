import { randomUUID } from 'node:crypto';
import { type IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PREPARING, Problem } from '../_answers/problem';
import type { Connections } from './connections';
import { type Asked, completeHeaders } from './headers';
import { type Limits, MINUTE, weightOf } from './limits';
import type { Log } from './log';
import { wasMissing } from './missing';
import { isAsset, pagePolicy } from './policies';
import { answerOptions, problemOf, refuse } from './refusals';
import { countedAs, type Networks, takeSender } from './senders';

/** What stands between the network and the pages. */
export interface Guard {
  log: Log;
  limits: Limits | null;
  proxies: Networks;
  secure: boolean;
  routeOf: (path: string) => string;
  isStopping: () => boolean;
  /** the servers it stands before, as they make themselves known */
  servers: Set<Server>;
  connections: Connections;
}

type Emit = (this: Server, event: string | symbol, ...given: unknown[]) => boolean;

const answered = new WeakMap<ServerResponse, Asked>();
const RUN = randomUUID().slice(0, 8);
let count = 0;
const PLAUSIBLE_ID = /^[\w.:-]{8,64}$/;

function idOf(request: IncomingMessage, isTrusted: boolean): string {
  const told = request.headers['x-request-id'];
  if (isTrusted && typeof told === 'string' && PLAUSIBLE_ID.test(told)) return told;
  count += 1;
  return `${RUN}-${count.toString(36)}`;
}

function readAsked(request: IncomingMessage, guard: Guard, isTrusted: boolean): Asked {
  const { url = '/', headers } = request;
  const [path = '/'] = url.split('?', 1);
  const id = idOf(request, isTrusted);
  const asked = { path, id, nonce: randomUUID(), secure: guard.secure, stopping: guard.isStopping() };
  headers['x-request-id'] = id;
  // Next puts the nonce of the request's policy on its scripts
  if (isAsset(path)) delete headers['content-security-policy'];
  else headers['content-security-policy'] = pagePolicy(path, asked.nonce);
  delete headers['content-security-policy-report-only'];
  // nothing here reads cookies; of one, Next's draft mode would answer with another
  delete headers.cookie;
  return asked;
}

const [[STATE, IS_PREPARING]] = Object.entries(PREPARING) as [[string, string]];
const isPreparing = (response: ServerResponse): boolean => String(response.getHeader(STATE)) === IS_PREPARING;

function logAnswer(guard: Guard, request: IncomingMessage, response: ServerResponse, asked: Asked): void {
  const began = performance.now();
  const { socket } = request;
  const before = socket.bytesWritten;
  response.once('close', () => {
    const { statusCode: status } = response;
    const line = {
      id: asked.id,
      method: request.method,
      route: guard.routeOf(asked.path),
      status,
      ms: Math.round((performance.now() - began) * 10) / 10,
      bytes: socket.bytesWritten - before,
    };
    if (!response.writableFinished) guard.log.info(line, 'broken off');
    else if (status >= 500 && !isPreparing(response)) guard.log.error(line, 'answered');
    else guard.log.info(line, 'answered');
  });
}

const tooMany = new Problem(429, 'too_many_requests', '请求过于频繁', '请求过于频繁，请稍后再试。');

function refuseForNow(request: IncomingMessage, response: ServerResponse, points: number, wait: number): void {
  refuse(request, response, tooMany, {
    'Retry-After': String(wait),
    'RateLimit-Policy': `"address";q=${points};w=${MINUTE}`,
    RateLimit: `"address";r=0;t=${wait}`,
  });
}

/** Looks at a request before the pages do; `go` hands it on to them. */
function receive(guard: Guard, request: IncomingMessage, response: ServerResponse, go: () => void): void {
  const { sender, isTrusted } = takeSender(request, guard.proxies);
  const asked = readAsked(request, guard, isTrusted);
  answered.set(response, asked);
  guard.connections.begin(request.socket, response);
  if (guard.log.isLevelEnabled('info')) logAnswer(guard, request, response, asked);
  const problem = problemOf(request);
  if (problem) refuse(request, response, problem);
  else if (request.method === 'OPTIONS') answerOptions(response);
  else admit(guard, { request, response, go, sender: countedAs(sender), weight: weightOf(asked.path), id: asked.id });
}

interface Caller {
  request: IncomingMessage;
  response: ServerResponse;
  go: () => void;
  sender: string;
  weight: number;
  id: string;
}

function admit({ limits, log }: Guard, { request, response, go, sender, weight, id }: Caller): void {
  if (!limits || weight === 0) {
    go();
    return;
  }
  limits
    .spend(sender, weight)
    .then((wait) => (wait === undefined ? go() : refuseForNow(request, response, limits.points, wait)))
    .catch((error: unknown) => {
      log.error({ err: error, id }, 'failed');
      response.destroy();
    });
}

const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP, or too much of it, before there is a request to answer. */
function dismiss(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = REASONS[error.code ?? ''] ?? '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n\r\n`,
  );
}

/**
 * Puts the guard before every server of this process, by the way tracing libraries take: a server hears of a request
 * through `emit`, and every answer's head goes out through `writeHead`. Next needs no server of ours for it. Returns what
 * takes the guard away.
 */
export function standGuard(guard: Guard): () => void {
  const emit = Server.prototype.emit as Emit;
  const { writeHead } = ServerResponse.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]): boolean {
    const [first, second] = given;
    guard.servers.add(this);
    if (event === 'connection') guard.connections.open(first as Socket);
    if (event === 'request') {
      const response = second as ServerResponse;
      receive(guard, first as IncomingMessage, response, () => emit.call(this, 'request', first, second));
      return true;
    }
    if (event === 'clientError') {
      dismiss(first as Error, second as Duplex);
      return true;
    }
    return emit.call(this, event, ...given);
  } as Server['emit'];
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    // an answer that Node gives by itself, to an expectation it does not know, has been heard of by nobody
    const asked = answered.get(this) ?? readAsked(this.req, guard, false);
    if (given[0] === 200 && wasMissing(asked.id)) given[0] = 404;
    if (!this.headersSent) completeHeaders(this, Number(given[0]), asked);
    return Reflect.apply(writeHead, this, given) as ServerResponse;
  } as ServerResponse['writeHead'];
  return () => {
    Server.prototype.emit = emit as Server['emit'];
    ServerResponse.prototype.writeHead = writeHead;
  };
}
