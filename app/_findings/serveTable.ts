import 'server-only';
import { findingsPath, parseFindingSelection } from '../../lib/selection';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { servedLicence } from '../_answers/licence';
import { originOf } from '../_answers/origin';
import { asProblem, problemAnswer } from '../_answers/problem';
import { TABLE_TYPES } from '../_downloads/accountTables';
import { attachment, type TableForm } from '../_downloads/addresses';
import { isForPeople } from '../_downloads/asked';
import { csvOfSheet } from '../_downloads/sheetCsv';
import { notesSheet, type Sheet, writeWorkbook } from '../_downloads/workbook';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { askCards } from './askFindings';
import { findingTable, MOST_IN_TABLE } from './findingTable';

const kept = new Kept<Answer>(24);

const notesOf = ({ version }: Store, address: string): Sheet =>
  notesSheet([
    ['内容', `核对发现，按列表的次序，至多 ${MOST_IN_TABLE} 处`],
    ['数据版本', String(version)],
    ['许可', servedLicence().text],
    ['地址', address],
  ]);

/** Answers `/findings/table` and `/findings/table.xlsx`: the findings under the filters of the list. */
export async function serveFindings(request: Request, form: TableForm): Promise<Response> {
  try {
    const store = await openStore();
    const [origin, mark] = [originOf(request), isForPeople(request)];
    const { searchParams } = new URL(request.url);
    const selection = { ...parseFindingSelection(Object.fromEntries(searchParams)), page: 1 };
    const address = `${origin}${findingsPath(selection)}`;
    return send(
      request,
      await kept.ask(`${store.db.path} ${store.version} ${address} ${form} ${mark}`, async () => {
        const sheet = await findingTable(store, selection, await askCards(store), origin);
        return makeAnswer({
          type: TABLE_TYPES[form],
          body:
            form === 'csv'
              ? csvOfSheet(sheet, { mark })
              : await writeWorkbook([sheet, notesOf(store, address)], {
                  title: '核对发现',
                  moment: '2000-01-01T00:00:00Z',
                }),
          version: store.version,
          headers: { 'Content-Disposition': attachment(`核对发现.${form}`, `findings.${form}`) },
        });
      }),
    );
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
