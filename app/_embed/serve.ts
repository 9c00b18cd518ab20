import 'server-only';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { writeCsv } from '../_answers/csv';
import { originOf } from '../_answers/origin';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { askEmbed, type Shown } from './ask';
import { failure } from './failure';
import { drawFigure } from './figure';
import { pageOf } from './framePage';
import { DATA_HEADERS, FRAME_HEADERS, framePolicy } from './headers';
import { rasterise } from './png';
import { csvRows, jsonOf, metadataOf } from './records';
import { type EmbedRequest, type Form, readEmbedRequest } from './request';
import { DEFAULT_SIZE } from './size';
import { workbookOf } from './workbook';

const TYPES: Readonly<Record<Form, string>> = {
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'metadata.json': 'application/json; charset=utf-8',
};

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

async function bodyOf(shown: Shown, origin: string): Promise<string | Buffer<ArrayBuffer>> {
  const { asked } = shown;
  switch (asked.form) {
    case 'html':
      return pageOf(shown);
    case 'svg':
      return drawFigure(shown, asked.size, asked.theme).svg;
    case 'png': {
      const { size } = asked;
      const wanted = size.width === null && size.height === null ? DEFAULT_SIZE : size;
      return rasterise(drawFigure(shown, wanted, asked.theme === 'dark' ? 'dark' : 'light'));
    }
    case 'csv':
      return writeCsv(csvRows(shown), { mark: asked.download });
    case 'json':
      return json(jsonOf(shown, origin));
    case 'metadata.json':
      return json(metadataOf(shown, origin));
    case 'xlsx':
      return workbookOf(shown, origin);
  }
}

function headersOf({ asked: { form, download, panel }, accounts }: Shown): Record<string, string> {
  if (form === 'html') return FRAME_HEADERS;
  const name = `${panel.id}-${accounts.map((account) => account.id).join('_')}`.slice(0, 180);
  const disposition = download ? 'attachment' : 'inline';
  return { ...DATA_HEADERS, 'Content-Disposition': `${disposition}; filename="${name}.${form}"` };
}

async function build(store: Store, asked: EmbedRequest, origin: string): Promise<Answer> {
  const shown = await askEmbed(store, asked);
  return makeAnswer({
    type: TYPES[asked.form],
    body: await bodyOf(shown, origin),
    version: store.version,
    headers: headersOf(shown),
  });
}

/** Finished answers by the address they answer; pictures are larger and fewer. */
const texts = new Kept<Answer>(512);
const files = new Kept<Answer>(48);

/** Answers `/embed/NAME?…`; every failure becomes a problem. */
export async function serveEmbed(request: Request, name: string): Promise<Response> {
  try {
    const store = await openStore();
    const origin = originOf(request);
    const { url } = request;
    const key = `${store.db.path} ${store.version} ${origin} ${name}${url.slice(url.indexOf('?'))}`;
    const kept = /\.(?:png|xlsx)$/.test(name) ? files : texts;
    const answer =
      kept.get(key) ??
      (await kept.ask(key, () => build(store, readEmbedRequest(name, new URL(url).searchParams), origin)));
    return send(request, answer, name.includes('.') ? {} : framePolicy());
  } catch (error) {
    return failure(request, error);
  }
}
