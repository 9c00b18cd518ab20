import 'server-only';
import { z } from 'zod';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { writeCsv } from '../_answers/csv';
import { originOf } from '../_answers/origin';
import { asProblem, Problem, problemAnswer } from '../_answers/problem';
import { openStore, type Store } from '../_store/store';
import { readCursor, writeCursor } from './cursor';
import type { Collection, Format, Item } from './endpoint';
import { chooseFormat } from './format';
import { answerHeaders, OPEN_HEADERS } from './headers';
import { metaOf } from './meta';
import { many, readParameters } from './parameter';
import { PAGING, USUAL_ROWS } from './parameters';
import { findRoute, formsOf, type Route } from './routes';
import { holdStore, streamOf } from './streams';
import { writerOf } from './write';

const MOST_QUERY = 8_192;
/** Rows of a whole list that are read at once: few, so that others are answered in between. */
const PIECE = 250;
export const METHODS = 'GET, HEAD, OPTIONS';

/** All parameters of a list: its own, how much of it, and which members of the rows. */
export const listParameters = ({ inQuery, row }: Collection) => ({
  ...inQuery,
  ...PAGING,
  fields: many(z.enum(Object.keys(row.shape)), '只要行的这些成员；不给为全部'),
});

interface Ask {
  request: Request;
  address: URL;
  origin: string;
  route: Route;
  format: Format;
}

const nameOf = ({ endpoint: { path }, path: values }: Route): string =>
  Object.entries(values)
    .reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), path.slice(1))
    .replaceAll('/', '-') || 'index';

/** The same address with another place to begin at. */
function addressOf({ address, origin }: Ask, cursor?: string): string {
  const query = new URLSearchParams(address.search);
  if (cursor !== undefined) query.set('cursor', cursor);
  const text = query.toString().replaceAll('%2C', ',');
  return `${origin}${address.pathname}${text === '' ? '' : `?${text}`}`;
}

function headersOf(ask: Ask, meta: Parameters<typeof answerHeaders>[1], links: Parameters<typeof answerHeaders>[2]) {
  const { format, route } = ask;
  return answerHeaders({ format, name: nameOf(route), hasEnding: route.ending !== undefined }, meta, links);
}

/** Reads the list's parameters, and gives its pages by where they begin. */
function pagesOf(ask: Ask, endpoint: Collection) {
  const { origin, route, address } = ask;
  const {
    limit = USUAL_ROWS,
    cursor,
    fields,
    ...query
  } = readParameters(listParameters(endpoint), address.searchParams);
  const after = cursor === undefined ? undefined : readCursor(cursor, endpoint.position);
  const size = limit === 'all' ? PIECE : limit;
  const page = ({ db }: Store, from = after) =>
    endpoint.rows(db, { path: route.path, query, origin, after: from, limit: size });
  return { isWhole: limit === 'all', fields, page };
}

async function answerList(store: Store, ask: Ask, endpoint: Collection): Promise<Response> {
  const { isWhole, fields, page } = pagesOf(ask, endpoint);
  if (isWhole) return sendWhole(store, ask, endpoint);
  const { rows, next } = page(store);
  const links = { self: addressOf(ask), next: next === null ? null : addressOf(ask, writeCursor(next)) };
  const meta = metaOf(store, ask.origin);
  const { head, rows: write, tail } = writerOf(ask.format, { row: endpoint.row, fields }, meta, links);
  return send(ask.request, answerOf(store, `${head}${write(rows, true)}${tail}`, headersOf(ask, meta, links)));
}

/** As bytes: rows stay rows, for what a sample store has to say stands in `meta` and in the headers. */
const answerOf = ({ version }: Store, body: string, { 'Content-Type': type = '', ...headers }): Answer =>
  makeAnswer({ type, body: Buffer.from(body), version, headers });

/** A whole list of one state of the store, page by page as it is taken. */
async function sendWhole(store: Store, ask: Ask, endpoint: Collection): Promise<Response> {
  const { fields, page } = pagesOf(ask, endpoint);
  const held = await holdStore(store);
  let isStreaming = false;
  try {
    const first = page(held);
    const links = { self: addressOf(ask), next: null };
    const meta = metaOf(held, ask.origin);
    const { head, rows: write, tail } = writerOf(ask.format, { row: endpoint.row, fields }, meta, links);
    const beginning = `${head}${write(first.rows, true)}`;
    const isShort = first.next === null;
    const answer = answerOf(held, isShort ? beginning + tail : beginning, headersOf(ask, meta, links));
    const sent = send(ask.request, answer);
    if (isShort || sent.status === 304 || ask.request.method === 'HEAD') return sent;
    isStreaming = true;
    const pieces = (function* () {
      yield beginning;
      let isFirst = first.rows.length === 0;
      for (let from = first.next; from !== null; ) {
        const { rows, next } = page(held, from);
        yield write(rows, isFirst);
        isFirst &&= rows.length === 0;
        from = next;
      }
      yield tail;
    })();
    return new Response(streamOf(pieces, held.release), { headers: sent.headers });
  } finally {
    if (!isStreaming) held.release();
  }
}

async function answerItem(store: Store, ask: Ask, endpoint: Item): Promise<Response> {
  const { address, origin, route, format } = ask;
  const { searchParams: search } = address;
  const known = [...search].filter(([name]) => !endpoint.isOpen || Object.hasOwn(endpoint.inQuery, name));
  const query = readParameters(endpoint.inQuery, known);
  const { data, table } = await endpoint.find(store, { path: route.path, query, origin, search, format });
  const meta = metaOf(store, origin);
  const links = { self: addressOf(ask), next: null };
  const body = format === 'csv' && table ? writeCsv(table) : `${JSON.stringify({ meta, links, data })}\n`;
  return send(ask.request, answerOf(store, body, headersOf(ask, meta, links)));
}

async function answerTo(request: Request): Promise<Response> {
  const address = new URL(request.url);
  if (address.search.length > MOST_QUERY)
    throw new Problem(414, 'long_query', '地址过长', `地址的参数部分最多 ${MOST_QUERY} 个字符。`);
  const route = findRoute(address.pathname.replace(/^\/api\/v1/, ''));
  const { endpoint } = route;
  const format = chooseFormat(route.ending, request.headers.get('accept'), formsOf(endpoint));
  const ask: Ask = { request, address, origin: originOf(request), route, format };
  const store = await openStore();
  return endpoint.kind === 'collection' ? answerList(store, ask, endpoint) : answerItem(store, ask, endpoint);
}

/** Answers GET and HEAD below /api/v1; every failure becomes a problem. */
export async function serveApi(request: Request): Promise<Response> {
  try {
    const answer = await answerTo(request);
    if (request.method !== 'HEAD') return answer;
    return new Response(null, { status: answer.status, headers: answer.headers });
  } catch (error) {
    const problem = asProblem(error);
    return problemAnswer(problem, problem.status === 503 ? { ...OPEN_HEADERS, 'Retry-After': '10' } : OPEN_HEADERS);
  }
}

/** What may be asked, for browsers that ask before they ask. */
export const answerOptions = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN_HEADERS,
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Accept, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  });

export const refuseMethod = (request: Request): Response =>
  problemAnswer(
    new Problem(405, 'method_not_allowed', '不能这样请求', `这里只读：可用 ${METHODS}，不可用 ${request.method}。`),
    { ...OPEN_HEADERS, Allow: METHODS },
  );
