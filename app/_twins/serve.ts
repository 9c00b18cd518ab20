import 'server-only';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { writeCsv } from '../_answers/csv';
import { originOf } from '../_answers/origin';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { SAMPLE, SAMPLE_WORDS, servesSample } from '../_answers/sample';
import { attachment } from '../_downloads/addresses';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { pictureOf } from './picture';
import { TWIN_FORMS, type Twin, type TwinForm } from './twin';
import { workbookOf } from './workbook';

const TYPES: Readonly<Record<TwinForm, string>> = {
  'table.csv': 'text/csv; charset=utf-8',
  'table.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'table.json': 'application/json; charset=utf-8',
  'chart.svg': 'image/svg+xml; charset=utf-8',
};

function jsonOf({ title, subtitle, answer, notes, columns, rows, path }: Twin, origin: string): string {
  const members = rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])));
  return `${JSON.stringify({ title, subtitle, answer, notes, url: `${origin}${path}`, rows: members })}\n`;
}

async function bodyOf(twin: Twin, form: TwinForm, origin: string): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (form) {
    case 'table.csv':
      return writeCsv([twin.columns.map(({ label }) => label), ...twin.rows], { mark: true });
    case 'table.xlsx':
      return workbookOf(twin, origin);
    case 'table.json':
      return jsonOf(twin, origin);
    case 'chart.svg': {
      const picture = pictureOf(twin, origin);
      if (picture === undefined)
        throw new Problem(404, 'nothing_drawn', '没有可画的图', '在所选的条件下没有数字，画不出图。');
      return picture;
    }
  }
}

function headersOf({ name, title }: Twin, form: TwinForm): Record<string, string> {
  const ending = form.slice(form.indexOf('.'));
  return {
    ...(form === 'table.csv' || form === 'table.xlsx'
      ? { 'Content-Disposition': attachment(`${title}${ending}`, `${name}${ending}`) }
      : {}),
    'Access-Control-Allow-Origin': '*',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Robots-Tag': 'noindex',
  };
}

/** Figures of a sample store say so in all their renderings. */
const markedTwin = (twin: Twin): Twin =>
  servesSample() ? { ...twin, title: `${SAMPLE}　${twin.title}`, notes: [SAMPLE_WORDS, ...twin.notes] } : twin;

/** Addresses in cells lead somewhere from a file, too. */
const placedTwin = (twin: Twin, origin: string): Twin => ({
  ...twin,
  rows: twin.rows.map((row) => row.map((text, at) => (text && twin.columns[at]?.path ? `${origin}${text}` : text))),
});

const answers = new Kept<Answer>(128);

/** Answers `/PAGE/FORM?…` with the figures that the page shows under the same query; every failure becomes a problem. */
export async function serveTwin(
  request: Request,
  written: string,
  build: (store: Store, query: Record<string, string>) => Promise<Twin>,
): Promise<Response> {
  try {
    const form = TWIN_FORMS.find((one) => one === written);
    if (!form)
      throw new Problem(404, 'unknown_form', '没有这种形式', `没有${quoted(written)}，可用 ${TWIN_FORMS.join('、')}。`);
    const store = await openStore();
    const [origin, url] = [originOf(request), new URL(request.url)];
    const key = `${store.db.path} ${store.version} ${origin} ${url.pathname}${url.search}`;
    const answer = await answers.ask(key, async () => {
      const twin = placedTwin(markedTwin(await build(store, Object.fromEntries(url.searchParams))), origin);
      const body = await bodyOf(twin, form, origin);
      return makeAnswer({ type: TYPES[form], body, version: store.version, headers: headersOf(twin, form) });
    });
    return send(request, answer);
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
