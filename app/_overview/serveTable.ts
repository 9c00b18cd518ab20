import 'server-only';
import { overviewPath, parseOverviewSelection } from '../../lib/overviewSelection';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { servedLicence } from '../_answers/licence';
import { originOf } from '../_answers/origin';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { TABLE_TYPES } from '../_downloads/accountTables';
import { attachment, type TableForm } from '../_downloads/addresses';
import { isForPeople } from '../_downloads/asked';
import { csvOfSheet } from '../_downloads/sheetCsv';
import { notesSheet, type Sheet, writeWorkbook } from '../_downloads/workbook';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { PART_TITLES, PARTS, type Part } from './tablePath';
import { MOST_IN_TABLE, overviewSheet } from './tables';

const kept = new Kept<Answer>(24);

function partOf(written: string | null): Part {
  const part = PARTS.find((one) => one === (written ?? 'coverage'));
  if (part) return part;
  const detail = `没有${quoted(written ?? '')}这张表；可以取 ${PARTS.join('、')}。`;
  throw new Problem(404, 'unknown_table', '没有这张表', detail, { allowed: PARTS });
}

const notesOf = ({ version }: Store, address: string): Sheet =>
  notesSheet([
    ['内容', `总览的三张表：${PARTS.map((part) => PART_TITLES[part]).join('、')}，每张至多 ${MOST_IN_TABLE} 行`],
    ['没有收录', '库中没有这一年度的决算，不等于部门没有公开；部门以任一年度收录过决算的为准'],
    ['数据版本', String(version)],
    ['许可', servedLicence().text],
    ['地址', address],
  ]);

/** Answers `/overview/table`, one part as CSV, and `/overview/table.xlsx`, all parts. */
export async function serveOverview(request: Request, form: TableForm): Promise<Response> {
  try {
    const store = await openStore();
    const { searchParams } = new URL(request.url);
    const part = partOf(searchParams.get('part'));
    const mark = isForPeople(request);
    const selection = { ...parseOverviewSelection(Object.fromEntries(searchParams)).selection, page: 1 };
    const address = `${originOf(request)}${overviewPath(selection)}`;
    const key = `${store.db.path} ${store.version} ${address} ${form === 'csv' ? part : ''} ${form} ${mark}`;
    const answer = await kept.ask(key, async () => {
      const parts = form === 'csv' ? [part] : PARTS;
      const sheets = await Promise.all(parts.map((one) => overviewSheet(store, one, selection)));
      const about = { title: '总览', moment: '2000-01-01T00:00:00Z' };
      const [first] = sheets;
      const title = form === 'csv' ? PART_TITLES[part] : '总览';
      return makeAnswer({
        type: TABLE_TYPES[form],
        body:
          form === 'csv' && first
            ? csvOfSheet(first, { mark })
            : await writeWorkbook([...sheets, notesOf(store, address)], about),
        version: store.version,
        headers: { 'Content-Disposition': attachment(`${title}.${form}`, `overview.${form}`) },
      });
    });
    return send(request, answer);
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
