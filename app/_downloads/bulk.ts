import 'server-only';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import {
  askExport,
  DESCRIPTOR_FILE,
  type Export,
  exportedSize,
  fileOf,
  newestExport,
  RESOURCES,
  readExported,
  SQLITE_FILE,
  ZIP_FILE,
} from '../../db/exported';
import { CACHING, isKnown } from '../_answers/answer';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { SAMPLE, SAMPLE_HEADERS, servesSample } from '../_answers/sample';
import { openStore, type Store } from '../_store/store';
import { attachment } from './addresses';
import { isForPeople } from './asked';
import { patienceFor, preparing } from './preparing';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  sqlite: 'application/vnd.sqlite3',
  zip: 'application/zip',
};
const MARK = Buffer.from('\ufeff');

/** The files of the whole store, by the last part of their address. */
export const BULK_FILES: readonly string[] = [DESCRIPTOR_FILE, ZIP_FILE, SQLITE_FILE, ...RESOURCES.map(fileOf)];

/** The export of the present data; while that takes long, the one of the data before, which says so itself. */
async function availableExport({ db, version }: Store, patience: number): Promise<Export | undefined> {
  const made = askExport(db, version);
  made.catch(() => undefined);
  const late = setTimeout(patience, undefined, { ref: false });
  return (await Promise.race([made, late])) ?? newestExport(db);
}

/** Begins the export of the present data, once however many ask, so that it is there when somebody takes a file. */
export function beginExport({ db, version }: Store): void {
  askExport(db, version).catch(() => undefined);
}

async function* marked(pieces: Readable): AsyncGenerator<Buffer> {
  yield MARK;
  for await (const piece of pieces) yield piece as Buffer;
}

interface Range {
  start: number;
  end: number;
}

/** `bytes=1000-`, one range only; undefined for the whole, null for what does not lie within the file. */
function rangeOf(header: string | null, size: number): Range | undefined | null {
  const [, from, to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined) return undefined;
  const range = { start: Number(from), end: Math.min(to === '' ? size - 1 : Number(to), size - 1) };
  return range.start <= range.end ? range : null;
}

function headersOf(made: Export, file: string, etag: string): Record<string, string> {
  const ending = file.split('.').at(-1) ?? '';
  const isSample = servesSample();
  const [name, plain] = isSample ? [`${SAMPLE}-${file}`, `sample-${file}`] : [file, file];
  return {
    'Content-Type': TYPES[ending] ?? 'application/octet-stream',
    'Cache-Control': CACHING,
    'Content-Disposition': attachment(name, plain, ending === 'json' ? 'inline' : 'attachment'),
    'Access-Control-Allow-Origin': '*',
    'Juesuan-Data-Version': String(made.version),
    ETag: etag,
    ...(isSample ? SAMPLE_HEADERS : {}),
  };
}

/** Text is packed on its way out, hence its weak tag; archive and database can be asked for in parts. */
function answerFile(request: Request, made: Export, file: string): Response {
  const isText = /\.(?:csv|json)$/.test(file);
  const withMark = file.endsWith('.csv') && isForPeople(request);
  const etag = `${isText ? 'W/' : ''}"${made.version}-${file}${withMark ? '-bom' : ''}"`;
  const headers = headersOf(made, file, etag);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  if (withMark) return new Response(streamed(Readable.from(marked(readExported(made, file)))), { headers });
  return isText
    ? new Response(streamed(readExported(made, file)), { headers })
    : answerPart(request, made, file, headers);
}

function answerPart(request: Request, made: Export, file: string, given: Record<string, string>): Response {
  const size = exportedSize(made, file);
  const headers = { ...given, 'Accept-Ranges': 'bytes' };
  const since = request.headers.get('if-range');
  const range = since === null || since === given.ETag ? rangeOf(request.headers.get('range'), size) : undefined;
  if (range === null)
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  const { start, end } = range ?? { start: 0, end: size - 1 };
  return new Response(streamed(readExported(made, file, { start, end })), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(end - start + 1),
      ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
    },
  });
}

const streamed = (pieces: Readable): ReadableStream<Uint8Array> => Readable.toWeb(pieces) as ReadableStream<Uint8Array>;

/** Answers `/data/FILE`: the whole store, streamed from files that another process wrote. */
export async function serveBulk(request: Request, file: string): Promise<Response> {
  try {
    if (!BULK_FILES.includes(file))
      throw new Problem(404, 'unknown_file', '没有这个文件', `没有名为${quoted(file)}的文件。`, { files: BULK_FILES });
    const made = await availableExport(await openStore(), patienceFor(request));
    return made ? answerFile(request, made, file) : preparing(request, file);
  } catch (error) {
    const problem = asProblem(error);
    return problemAnswer(problem, problem.status === 503 ? { 'Retry-After': '60' } : undefined);
  }
}
