import 'server-only';
import { getRevisions } from '../../db/queries/revisions';
import type { Account, StatementReading } from '../../lib/facts';
import { accountPath } from '../../lib/selection';
import { STATEMENTS } from '../../lib/statements';
import { cellAt, columnLabel } from '../_account/statementGrid';
import { type Answer, makeAnswer, send } from '../_answers/answer';
import { servedLicence } from '../_answers/licence';
import { originOf } from '../_answers/origin';
import { asProblem, Problem, problemAnswer, quoted } from '../_answers/problem';
import { askCards, askReport } from '../_findings/askFindings';
import { marksOf } from '../_findings/marks';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import { claimSheet, findingSheet, performanceSheet } from './accountSheets';
import { attachment, documentPath, TABLE_FORMS, type TableForm } from './addresses';
import { isForPeople, knownAccount } from './asked';
import { csvOfSheet } from './sheetCsv';
import { statementSheet } from './statementSheet';
import { notesSheet, type Sheet, writeWorkbook } from './workbook';

export const TABLE_TYPES: Readonly<Record<TableForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a table of an account is made from. */
interface Asked {
  store: Store;
  account: Account;
  origin: string;
  /** when the account's document was loaded */
  loadedAt: string;
}

interface Table {
  /** in the file's name */
  title: string;
  sheets: Sheet[];
  notes: [string, string][];
}

const printedStatements = ({ statements }: Account): StatementReading[] =>
  statements.filter(({ state }) => state !== 'absent');

/** Every figure of a statement with the place it is printed at. */
const placeSheet = (account: Account, statement: StatementReading, origin: string): Sheet => ({
  name: '出处',
  heads: ['编码', '项目', '栏', '印数', `金额（${statement.unit}）`, '行', '单元格', '原文'],
  widths: [10, 36, 24, 16, 16, 8, 8, 70],
  rows: statement.lines.flatMap((line) =>
    statement.columns.flatMap((column) => {
      const cell = cellAt(line, column, account.facts);
      if (!cell || !('fact' in cell)) return [];
      const { printed, amount, place } = cell.fact;
      const href = `${origin}/accounts/${account.id}/source#L${place.line}`;
      const label = columnLabel(statement, column);
      return [[line.code, line.name, label, printed, { value: amount }, place.line, place.cell, { text: href, href }]];
    }),
  ),
});

const notesOf = ({ store, account, origin, loadedAt }: Asked): [string, string][] => [
  ['部门', account.department],
  ['地区', account.region?.name ?? '不明'],
  ['年度', String(account.fiscalYear)],
  ['文件', account.document.file],
  ['SHA-256', account.document.sha256],
  ['版本', `第 ${account.revision} 版，载入于 ${loadedAt}`],
  ['原件', `${origin}${documentPath(account.id)}`],
  ['数字', '印数照录原文；金额为同一数字去掉分隔符后的准确值。空白不是零。'],
  ['公式', '合计等于所列各行之和时为求和公式；与各行之和不等的，照印数，不作改动。'],
  ['数据版本', String(store.version)],
  ['许可', servedLicence().text],
  ['地址', `${origin}${accountPath(account.id)}`],
];

const nameOf = ({ department, fiscalYear }: Account): string => `${department} ${fiscalYear} 年度部门决算`;

async function tableOf(asked: Asked, name: string): Promise<Table | undefined> {
  const { store, account, origin } = asked;
  const [report, cardOf] = await Promise.all([askReport(store, account.id), askCards(store)]);
  const marks = marksOf(report, cardOf);
  const notes = notesOf(asked);
  const of = (title: string, ...sheets: Sheet[]): Table => ({ title, sheets, notes });
  const found = account.statements.find(({ statement }) => statement === name);
  if (found) {
    const title = found.title || STATEMENTS[found.statement].title;
    const said: [string, string][] = [
      ['表', `${found.number ?? ''} ${title}`.trim()],
      ['金额单位', found.unit],
      ...found.notes.map((note): [string, string] => ['表注', note]),
    ];
    const sheets = [statementSheet(account, found, marks, origin), placeSheet(account, found, origin)];
    return { title, sheets, notes: [...said, ...notes] };
  }
  if (name === 'claims') return of('情况说明', claimSheet(account, marks, origin));
  if (name === 'performance') return of('绩效自评', performanceSheet(account, origin));
  if (name === 'findings') return of('核对发现', findingSheet(account, report, cardOf, origin));
  if (name !== 'all') return undefined;
  return of(
    '全部表格',
    ...printedStatements(account).map((statement) => statementSheet(account, statement, marks, origin)),
    claimSheet(account, marks, origin),
    performanceSheet(account, origin),
    findingSheet(account, report, cardOf, origin),
  );
}

async function answerTable(asked: Asked, name: string, form: TableForm, mark: boolean): Promise<Answer> {
  const { store, account } = asked;
  const table = await tableOf(asked, name);
  const [first] = table?.sheets ?? [];
  if (!table || !first || (name === 'all' && form === 'csv'))
    throw new Problem(404, 'unknown_table', '没有这张表', `这份决算没有${quoted(`${name}.${form}`)}。`, {
      tables: [...account.statements.map(({ statement }) => statement), 'claims', 'performance', 'findings', 'all'],
    });
  const title = `${nameOf(account)} ${table.title}`;
  const body =
    form === 'csv'
      ? csvOfSheet(first, { mark })
      : await writeWorkbook([...table.sheets, notesSheet(table.notes)], { title, moment: asked.loadedAt });
  return makeAnswer({
    type: TABLE_TYPES[form],
    body,
    version: store.version,
    headers: { 'Content-Disposition': attachment(`${title}.${form}`, `${account.id}-${name}.${form}`) },
  });
}

const kept = new Kept<Answer>(48);

const loadedAtOf = async ({ db }: Store, account: Account): Promise<string> =>
  (await getRevisions(db, account.id)).find(({ revision }) => revision === account.revision)?.loadedAt ??
  '2000-01-01T00:00:00Z';

/** Answers `/accounts/ID/tables/NAME.csv` or `.xlsx`; of all tables there is a workbook only. Every failure becomes a problem. */
export async function serveTable(request: Request, id: string, file: string): Promise<Response> {
  try {
    const [, name = '', ending] = /^([a-z_]{1,60})\.(csv|xlsx)$/.exec(file) ?? [];
    const form = TABLE_FORMS.find((one) => one === ending);
    if (!form) throw new Problem(404, 'unknown_table', '没有这张表', `没有名为${quoted(file)}的表。`);
    const store = await openStore();
    const account = await knownAccount(store, id);
    const [origin, mark] = [originOf(request), isForPeople(request)];
    const key = `${store.db.path} ${store.version} ${origin} ${account.id} ${name}.${form} ${mark}`;
    const build = async (): Promise<Answer> =>
      answerTable({ store, account, origin, loadedAt: await loadedAtOf(store, account) }, name, form, mark);
    return send(request, await kept.ask(key, build));
  } catch (error) {
    return problemAnswer(asProblem(error));
  }
}
