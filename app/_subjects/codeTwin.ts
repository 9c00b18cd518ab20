import 'server-only';
import type { Spender } from '../../db/queries/spenders';
import { VIEW_UNITS } from '../../lib/panels/codeViews';
import { sourcePath } from '../../lib/selection';
import { type CodeTableName, type SubjectList, type SubjectSelection, subjectPath } from '../../lib/subjectSelection';
import type { Store } from '../_store/store';
import type { Twin } from '../_twins/twin';
import { type AskedCode, askAllSpenders, MOST_TAKEN } from './askCode';
import { CODE_HEADS, CODE_TAILS, codeRow, yearColumnsOf } from './treeTwin';
import { viewOf } from './views';
import { LISTS, moneyWords } from './words';
import { yearRows } from './yearRows';

const TITLES: Readonly<Record<CodeTableName, string>> = {
  years: '各年的金额',
  spenders: '哪些部门列支',
  children: '下级科目',
  siblings: '同级科目',
  codes: '科目比较',
};

type Part = Pick<Twin, 'columns' | 'rows'> & { notes?: readonly string[] };

function yearsPart(list: SubjectList, selection: SubjectSelection, asked: AskedCode): Part {
  const rows = yearRows(list, selection, asked);
  return {
    columns: [
      { key: 'item', label: '项目' },
      { key: 'unit', label: '单位' },
      ...asked.span.map((year) => ({ key: `year_${year}`, label: `${year}`, number: true as const })),
    ],
    rows: rows.map(({ label, unit, cells }) => [label, unit, ...cells.map(({ value }) => value)]),
  };
}

const spenderColumns = (list: SubjectList): Twin['columns'] => [
  { key: 'year', label: '年度', number: true },
  { key: 'region_code', label: '地区代码' },
  { key: 'region', label: '地区' },
  { key: 'department', label: '部门' },
  { key: 'department_id', label: '部门编号' },
  { key: 'amount', label: '金额（万元）', number: true },
  { key: 'low', label: '下限（万元）', number: true },
  { key: 'high', label: '上限（万元）', number: true },
  { key: 'first', label: `${LISTS[list].first}（万元）`, number: true },
  { key: 'second', label: `${LISTS[list].second}（万元）`, number: true },
  { key: 'printed_name', label: '文件中的科目名称' },
  { key: 'disputed', label: '公布数有矛盾' },
  { key: 'account', label: '决算' },
  { key: 'line', label: '原文行', number: true },
  { key: 'source', label: '原文', path: true },
];

const spenderRow = (spender: Spender): (string | null)[] => {
  const { year, region, name, department, amount, parts, printedName, disputed, account, line } = spender;
  return [
    ...[String(year), region?.code ?? null, region?.name ?? null, name, department],
    ...[amount.value, amount.low, amount.high],
    (parts.basic ?? parts.personnel)?.value ?? null,
    (parts.project ?? parts.operating)?.value ?? null,
    ...[printedName, disputed ? '是' : null, account, String(line), sourcePath(account, { line })],
  ];
};

async function spendersPart(store: Store, list: SubjectList, selection: SubjectSelection, code: string): Promise<Part> {
  const { rows, total } = await askAllSpenders(store, list, code, selection);
  const cut = total > rows.length ? [`共 ${total} 行，这里是前 ${MOST_TAKEN} 行；按年度下载可以得到全部`] : [];
  return { columns: spenderColumns(list), rows: rows.map(spenderRow), notes: cut };
}

function codesPart(
  rows: readonly Parameters<typeof codeRow>[0][],
  selection: SubjectSelection,
  asked: AskedCode,
  wholes: AskedCode['wholes'],
): Part {
  const view = viewOf(selection, asked, wholes);
  return {
    columns: [...CODE_HEADS, ...yearColumnsOf(asked.span, VIEW_UNITS[selection.view]), ...CODE_TAILS],
    rows: rows.map((row) => codeRow(row, asked.span, view)),
  };
}

function partOf(
  store: Store,
  list: SubjectList,
  table: CodeTableName,
  selection: SubjectSelection,
  asked: AskedCode,
): Part | Promise<Part> {
  const { subject, children, siblings, compared, wholes, totals } = asked;
  const own = new Map(subject.years.map(({ year, amount }) => [year, amount]));
  switch (table) {
    case 'years':
      return yearsPart(list, selection, asked);
    case 'spenders':
      return spendersPart(store, list, selection, subject.code);
    case 'children':
      return codesPart(children, selection, asked, own);
    case 'siblings':
      return codesPart(siblings, selection, asked, wholes);
    case 'codes':
      return codesPart([subject, ...compared], selection, asked, totals);
  }
}

/** A table of a code's page to take along; all who spend on it, and not only those of the shown page. */
export async function codeTwin(
  store: Store,
  list: SubjectList,
  table: CodeTableName,
  selection: SubjectSelection,
  asked: AskedCode,
): Promise<Twin> {
  const { code, name } = asked.subject;
  const { notes = [], ...part } = await partOf(store, list, table, selection, asked);
  return {
    name: `${list}-${code}-${table}`,
    title: `${code} ${name}：${TITLES[table]}`,
    subtitle: [LISTS[list].scope, moneyWords(selection)].filter(Boolean).join('；'),
    answer: `${part.rows.length} 行`,
    notes: [
      ...asked.published.map(({ year, published, known }) => `${year} 年收录 ${published}/${known} 个部门`),
      ...(selection.like ? ['按现行科目归并：改过的科目计入现行科目'] : []),
      ...notes,
    ],
    ...part,
    chart: null,
    path: subjectPath(list, code, selection, table === 'codes' ? 'beside' : table),
  };
}
