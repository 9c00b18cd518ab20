import type { ColumnId } from '../../lib/statements';
import type { SampleAmounts } from './amounts';
import type { SampleCodes } from './codes';
import type { Draft, RowBlock } from './draft';
import { generalOf, type LedgerRow, type SampleLedger, totalOf } from './ledger';
import { fiscalSummary, revenueExpenditureSummary } from './summaries';

/** What every statement of a document shares. */
export interface Form {
  draft: Draft;
  ledger: SampleLedger;
  codes: SampleCodes;
  department: string;
}

export const EMPTY_REASON = '本单位不涉及故公开空表';

/** A body without such expenses publishes the statement empty. */
export const hasNoPublicExpenses = ({ publicExpenses }: SampleAmounts): boolean =>
  Object.values(publicExpenses).every((fen) => fen === 0);

export const NUMBERS = [
  '公开01表',
  '公开02表',
  '公开03表',
  '公开04表',
  '公开05表',
  '公开06表',
  '公开07表',
  '公开08表',
  '公开09表',
] as const;

export function openForm({ draft, department }: Form, number: string): void {
  draft.line();
  draft.line(number);
  draft.line('金额单位：万元');
  draft.line();
  draft.line(`单位：${department}`);
  draft.line();
}

export function closeForm({ draft }: Form, statement: { notes: string[] }, note: string): void {
  draft.line();
  draft.line(note);
  draft.line();
  statement.notes.push(note.replace(/\s+/g, ''));
}

const orBlank = (fen: number): number | null => (fen === 0 ? null : fen);

interface Coded {
  number: string;
  id: 'revenue' | 'expenditure' | 'general_budget_expenditure' | 'government_fund' | 'state_capital';
  title: string;
  heads: readonly (readonly string[])[];
  columns: readonly ColumnId[];
  rows: readonly LedgerRow[];
  amounts: (row: LedgerRow) => readonly (number | null)[];
  note: string;
  empty?: string;
}

/** 合计 with its amounts from the second cell on; a code's from the third. */
function codedStatement(form: Form, coded: Coded): void {
  const { draft, codes, ledger } = form;
  const isEmpty = coded.rows.length === 0;
  const statement = draft.statement(coded.id, coded.title, coded.number, coded.columns, {
    ...(isEmpty ? { state: 'empty', listedEmpty: true, reason: coded.empty ?? null } : {}),
  });
  openForm(form, coded.number);
  for (const head of coded.heads) draft.line(head.join('\t'));
  const cells = coded.columns.map((column, index) => ({ column, cell: index + 2 }));
  const total: RowBlock = { name: '合计', line: 'total', at: 0, cells };
  draft.row(
    statement,
    ['合计', '', ...(isEmpty ? coded.columns.map(() => null) : coded.amounts(ledger.total))],
    [total],
  );
  for (const row of coded.rows) {
    const name = codes.nameIn(row.code, draft.amounts.year);
    draft.row(
      statement,
      [row.code, name, ...coded.amounts(row)],
      [{ code: row.code, name, line: row.code, at: 1, cells }],
    );
  }
  closeForm(form, statement, coded.note);
}

const REVENUE: readonly ColumnId[] = [
  'total',
  'fiscal_appropriation',
  'superior_subsidy',
  'institution',
  'business',
  'affiliate_remittance',
  'other',
];
const EXPENDITURE: readonly ColumnId[] = [
  'total',
  'basic',
  'project',
  'superior_remittance',
  'business',
  'affiliate_subsidy',
];
const NATURES: readonly ColumnId[] = ['total', 'basic', 'project'];

const headOf = (words: readonly string[]): string[][] => [
  ['科目代码', '科目名称', ...words],
  ['栏次', '', ...words.map((_, index) => String(index + 1))],
];

function revenue(form: Form): void {
  codedStatement(form, {
    id: 'revenue',
    number: NUMBERS[1],
    title: '收入决算表',
    heads: headOf([
      '本年收入合计',
      '财政拨款收入',
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
    ]),
    columns: REVENUE,
    rows: form.ledger.with((row) => totalOf(row) !== 0),
    amounts: (row) => {
      const received = totalOf(row) + row.saved;
      return [received, received - row.business, null, orBlank(row.business), null, null, null];
    },
    note: '注：本表反映部门本年度取得的各项收入情况。',
  });
}

function expenditure(form: Form): void {
  codedStatement(form, {
    id: 'expenditure',
    number: NUMBERS[2],
    title: '支出决算表',
    heads: headOf(['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']),
    columns: EXPENDITURE,
    rows: form.ledger.with((row) => totalOf(row) !== 0),
    amounts: (row) => [totalOf(row), orBlank(row.basic), orBlank(row.project), null, null, null],
    note: '注：本表反映部门本年度各项支出情况。',
  });
}

function generalBudget(form: Form): void {
  codedStatement(form, {
    id: 'general_budget_expenditure',
    number: NUMBERS[4],
    title: '一般公共预算财政拨款支出决算表',
    heads: headOf(['小计', '基本支出', '项目支出']),
    columns: NATURES,
    rows: form.ledger.with((row) => generalOf(row) !== 0),
    amounts: (row) => [generalOf(row), row.generalBasic, row.generalProject],
    note: '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
  });
}

function basicExpenditure(form: Form): void {
  const { draft, codes } = form;
  const statement = draft.statement(
    'general_budget_basic_expenditure',
    '一般公共预算财政拨款基本支出决算表',
    NUMBERS[5],
    ['total', 'personnel', 'operating'],
  );
  openForm(form, NUMBERS[5]);
  for (const head of [
    ['科目代码', '科目名称', '本年支出合计', '人员经费', '公用经费'],
    ['栏次', '', '1', '2', '3'],
  ])
    draft.line(head.join('\t'));
  const cells = (['total', 'personnel', 'operating'] as const).map((column, index) => ({ column, cell: index + 2 }));
  const isPersonnel = (code: string): boolean => /^30[13]/.test(code);
  const sumOf = (wanted: (code: string) => boolean): number =>
    [...draft.amounts.economic].reduce((sum, [code, fen]) => sum + (wanted(code) ? fen : 0), 0);
  const all = sumOf(() => true);
  draft.row(
    statement,
    ['合计', '', all, sumOf(isPersonnel), all - sumOf(isPersonnel)],
    [{ name: '合计', line: 'total', at: 0, cells }],
  );
  for (const code of codes.withHeadings(draft.amounts.economic.keys())) {
    const fen = sumOf((own) => own.startsWith(code));
    const name = codes.nameIn(code, draft.amounts.year);
    const parts = isPersonnel(code) ? [fen, null] : [null, fen];
    draft.row(statement, [code, name, fen, ...parts], [{ code, name, line: code, at: 1, cells }]);
  }
  closeForm(form, statement, '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。');
}

function governmentFund(form: Form): void {
  codedStatement(form, {
    id: 'government_fund',
    number: NUMBERS[6],
    title: '政府性基金预算财政拨款收入支出决算表',
    heads: headOf(['年初结转和结余', '本年收入', '小计', '基本支出', '项目支出', '年末结转和结余']),
    columns: ['opening', 'revenue', 'total', 'basic', 'project', 'closing'],
    rows: form.ledger.with((row) => row.fund !== 0),
    amounts: (row) => [null, row.fund, row.fund, null, row.fund, null],
    note: '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
    empty: EMPTY_REASON,
  });
}

function stateCapital(form: Form): void {
  codedStatement(form, {
    id: 'state_capital',
    number: NUMBERS[7],
    title: '国有资本经营预算财政拨款支出决算表',
    heads: headOf(['合计', '基本支出', '项目支出']),
    columns: NATURES,
    rows: [],
    amounts: () => [],
    note: '注：本表反映部门本年度国有资本经营预算财政拨款支出情况。',
    empty: EMPTY_REASON,
  });
}

const PUBLIC_HEADS = [
  ['财政拨款“三公”经费', '', '', '', '', '', '', '会议费', '培训费'],
  ['项目', '合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费', '', ''],
  ['', '', '', '小计', '公务用车购置费', '公务用车运行维护费', '', '', ''],
];

function threePublic(form: Form): void {
  const { draft } = form;
  const columns: ColumnId[] = [
    'total',
    'overseas',
    'vehicles',
    'vehicle_purchase',
    'vehicle_running',
    'reception',
    'conference',
    'training',
  ];
  const { vehicles, reception, conference, training } = draft.amounts.publicExpenses;
  const isEmpty = hasNoPublicExpenses(draft.amounts);
  const state = isEmpty ? { state: 'empty' as const, listedEmpty: true, reason: EMPTY_REASON } : {};
  const title = '财政拨款“三公”经费及会议费、培训费支出决算表';
  const statement = draft.statement('three_public', title, NUMBERS[8], columns, state);
  openForm(form, NUMBERS[8]);
  for (const head of PUBLIC_HEADS) draft.line(head.join('\t'));
  draft.line(['栏次', ...columns.map((_, index) => String(index + 1))].join('\t'));
  const cells = columns.map((column, index) => ({ column, cell: index + 1 }));
  const amounts = [
    isEmpty ? null : vehicles + reception,
    null,
    orBlank(vehicles),
    null,
    orBlank(vehicles),
    orBlank(reception),
    orBlank(conference),
    orBlank(training),
  ];
  for (const [name, line] of [
    ['预算数', 'budget'],
    ['决算数', 'final'],
  ] as const)
    draft.row(statement, [name, ...amounts], [{ name, line, at: 0, cells }]);
  closeForm(form, statement, '注：本表反映部门本年度财政拨款“三公”经费、会议费、培训费的支出预决算情况。');
}

/** The nine statements of a year, in the order of the form. */
export function writeStatements(form: Form): void {
  revenueExpenditureSummary(form);
  revenue(form);
  expenditure(form);
  fiscalSummary(form);
  generalBudget(form);
  basicExpenditure(form);
  governmentFund(form);
  stateCapital(form);
  threePublic(form);
}
