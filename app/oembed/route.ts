import { makeAnswer, send } from '../_answers/answer';
import { asProblem, problemAnswer } from '../_answers/problem';
import { DATA_HEADERS } from '../_embed/headers';
import { oembedOf, oembedXml } from '../_embed/oembed';
import { badParameter } from '../_embed/request';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

/** oEmbed 1.0: how an address of ours is put into another page. */
export async function GET(request: Request): Promise<Response> {
  try {
    const format = new URL(request.url).searchParams.get('format') ?? 'json';
    if (format !== 'json' && format !== 'xml') throw badParameter('format', format, '可用 json、xml');
    const store = await openStore();
    const answer = await oembedOf(store, request);
    const [type, body] =
      format === 'xml' ? ['text/xml', oembedXml(answer)] : ['application/json', `${JSON.stringify(answer)}\n`];
    return send(
      request,
      makeAnswer({ type: `${type}; charset=utf-8`, body, version: store.version, headers: DATA_HEADERS }),
    );
  } catch (error) {
    return problemAnswer(asProblem(error), DATA_HEADERS);
  }
}
