import 'server-only';
import { createHash } from 'node:crypto';
import { getDocument, type StoredDocument } from '../../db/queries/documents';
import { parseAccountId } from '../../lib/selection';
import { makeAnswer, send } from '../_answers/answer';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { openStore, type Store } from '../_store/store';
import { attachment } from './addresses';

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
const settled = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The encoding that yields the text of the source view; undefined for what is no text. */
function charsetOf({ mediaType, bytes, lines }: StoredDocument): string | undefined {
  if (!mediaType.startsWith('text/')) return undefined;
  const text = settled(lines.join('\n'));
  return ENCODINGS.find((encoding) => settled(new TextDecoder(encoding).decode(bytes)) === text);
}

function typeOf(document: StoredDocument): string {
  const bare = /^[\w.+-]+\/[\w.+-]+$/.test(document.mediaType) ? document.mediaType : 'application/octet-stream';
  const charset = charsetOf(document);
  return charset ? `${bare}; charset=${charset}` : bare;
}

async function askDocument({ db }: Store, id: string, revision: string | null): Promise<StoredDocument> {
  if (revision !== null && !/^[1-9]\d{0,5}$/.test(revision))
    throw new Problem(400, 'bad_parameter', '参数有误', `参数“revision”应为版次，而不是${quoted(revision)}。`, {
      parameter: 'revision',
    });
  const known = parseAccountId(id);
  const document = known && (await getDocument(db, known, revision === null ? undefined : Number(revision)));
  if (document) return document;
  const which = revision === null ? '' : `第 ${revision} 版`;
  throw new Problem(404, 'unknown_document', '没有这份文件', `没有编号为${quoted(id)}的决算${which}。`);
}

/** Answers `/accounts/ID/document`: the published file, byte for byte, with the digest that tells it is. */
export async function serveDocument(request: Request, id: string): Promise<Response> {
  try {
    const store = await openStore();
    const document = await askDocument(store, id, new URL(request.url).searchParams.get('revision'));
    const { bytes, file, sha256, account, revision } = document;
    const ending = /\.\w{1,8}$/.exec(file)?.[0] ?? '';
    return send(
      request,
      makeAnswer({
        type: typeOf(document),
        body: new Uint8Array(bytes),
        version: store.version,
        headers: {
          'Content-Disposition': attachment(file, `${account}-${revision}${ending}`),
          // RFC 9530, and the same in the digits that pages show
          'Repr-Digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
          'X-Document-Sha256': sha256,
          // somebody else's file: nothing in it runs here
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'Access-Control-Allow-Origin': '*',
        },
      }),
    );
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
