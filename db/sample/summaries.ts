import type { LineKey } from '../../lib/statements';
import type { RowBlock } from './draft';
import { generalOf, totalOf } from './ledger';
import { closeForm, type Form, NUMBERS, openForm } from './statements';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 一 … 二十六. */
export function numeral(number: number): string {
  if (number <= 10) return NUMERALS[number - 1] ?? '';
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? NUMERALS[tens - 1] : ''}十${number % 10 === 0 ? '' : NUMERALS[(number % 10) - 1]}`;
}

interface Entry {
  name: string;
  line: LineKey | string;
  amounts: readonly (number | null)[];
}

const orBlank = (fen: number): number | null => (fen === 0 ? null : fen);

const REVENUES: readonly [LineKey, string][] = [
  ['general', '一般公共预算财政拨款收入'],
  ['fund', '政府性基金预算财政拨款收入'],
  ['capital', '国有资本经营预算财政拨款收入'],
  ['superior_subsidy', '上级补助收入'],
  ['institution', '事业收入'],
  ['business', '经营收入'],
  ['affiliate_remittance', '附属单位上缴收入'],
  ['other', '其他收入'],
];

/** What came in: everything spent, and what the balance grew by. */
export function revenuesOf({ draft, ledger }: Pick<Form, 'draft' | 'ledger'>) {
  const { opening, closing } = draft.amounts;
  const general = generalOf(ledger.total) + closing - opening;
  const { fund, business } = ledger.total;
  return { general, fund, business, year: general + fund + business, total: general + fund + business + opening };
}

/** Revenue at the left, expenditure at the right, each with its row number. */
function twoSided(
  form: Form,
  statement: Parameters<Form['draft']['row']>[0],
  sides: { revenue: readonly Entry[]; expenditure: readonly Entry[] },
  columns: readonly ('final' | 'total' | 'general' | 'fund' | 'capital')[],
): void {
  const height = Math.max(sides.revenue.length, sides.expenditure.length);
  // a reader takes the revenue side first
  const later: (() => void)[] = [];
  for (let index = 0; index < height; index += 1) {
    const [left, right] = [sides.revenue[index], sides.expenditure[index]];
    const cells = [
      left?.name ?? '',
      String(index + 1),
      left?.amounts[0] ?? null,
      right?.name ?? '',
      String(height + index + 1),
      ...columns.map((_, at) => right?.amounts[at] ?? null),
    ];
    const printed = form.draft.cells(cells);
    const keep = (block: RowBlock): void => form.draft.block(statement, block, printed);
    if (left?.name)
      keep({ side: 'revenue', name: left.name, line: left.line, at: 0, cells: [{ column: 'final', cell: 2 }] });
    if (!right?.name) continue;
    const { name, line } = right;
    const amounts = columns.map((column, at) => ({ column, cell: at + 5 }));
    later.push(() => keep({ side: 'expenditure', name, line, at: 3, cells: amounts }));
  }
  for (const keep of later) keep();
}

const padded = (entries: readonly Entry[], height: number): Entry[] => [
  ...entries,
  ...Array.from({ length: height - entries.length }, () => ({ name: '', line: '', amounts: [] })),
];

export function revenueExpenditureSummary(form: Form): void {
  const { draft, ledger, codes } = form;
  const { year, opening, closing } = draft.amounts;
  const statement = draft.statement('revenue_expenditure_summary', '收入支出决算总表', NUMBERS[0], ['final']);
  openForm(form, NUMBERS[0]);
  draft.line(['收 入', '', '', '支 出', '', ''].join('\t'));
  draft.line(['项 目', '行次', '决算数', '项 目', '行次', '决算数'].join('\t'));
  const revenues = revenuesOf(form);
  const lines: Readonly<Record<string, number>> = {
    general: revenues.general,
    fund: revenues.fund,
    institution: revenues.business,
  };
  const classes = ledger.classes.map((code, index) => ({
    name: `${numeral(index + 1)}、${codes.nameIn(code, year)}`,
    line: code,
    amounts: [orBlank(totalOf(ledger.rows.get(code) ?? { basic: 0, project: 0 }))],
  }));
  const revenue = REVENUES.map(([line, name], index) => ({
    name: `${numeral(index + 1)}、${name}`,
    line,
    amounts: [orBlank(lines[line] ?? 0)],
  }));
  const spent = totalOf(ledger.total);
  twoSided(
    form,
    statement,
    {
      revenue: [
        ...padded(revenue, classes.length),
        { name: '本年收入合计', line: 'year_total', amounts: [revenues.year] },
        { name: '使用非财政拨款结余（含专用结余）', line: 'use_of_balance', amounts: [null] },
        { name: '年初结转和结余', line: 'opening', amounts: [orBlank(opening)] },
        { name: '总计', line: 'grand_total', amounts: [revenues.total] },
      ],
      expenditure: [
        ...classes,
        { name: '本年支出合计', line: 'year_total', amounts: [spent] },
        { name: '结余分配', line: 'distribution', amounts: [null] },
        { name: '年末结转和结余', line: 'closing', amounts: [orBlank(closing)] },
        { name: '总计', line: 'grand_total', amounts: [spent + closing] },
      ],
    },
    ['final'],
  );
  closeForm(form, statement, '注：本表反映部门本年度的总收支和年末结转结余情况。');
}

export function fiscalSummary(form: Form): void {
  const { draft, ledger, codes } = form;
  const { year, opening, closing } = draft.amounts;
  const statement = draft.statement('fiscal_appropriation_summary', '财政拨款收入支出决算总表', NUMBERS[3], [
    'final',
    'total',
    'general',
    'fund',
    'capital',
  ]);
  openForm(form, NUMBERS[3]);
  draft.line(['收 入', '', '', '支 出', '', '', '', '', ''].join('\t'));
  draft.line(
    [
      '项 目',
      '行次',
      '决算数',
      '项 目',
      '行次',
      '合计',
      '一般公共预算财政拨款',
      '政府性基金预算财政拨款',
      '国有资本经营预算财政拨款',
    ].join('\t'),
  );
  const { general, fund } = revenuesOf(form);
  const classes = ledger.classes.map((code, index) => {
    const row = ledger.rows.get(code);
    const amounts = row ? [generalOf(row) + row.fund, generalOf(row), row.fund].map(orBlank) : [null, null, null];
    return { name: `${numeral(index + 1)}、${codes.nameIn(code, year)}`, line: code, amounts: [...amounts, null] };
  });
  const spent = generalOf(ledger.total);
  const revenue: Entry[] = [
    { name: '一、一般公共预算财政拨款', line: 'general', amounts: [orBlank(general)] },
    { name: '二、政府性基金预算财政拨款', line: 'fund', amounts: [orBlank(fund)] },
    { name: '三、国有资本经营预算财政拨款', line: 'capital', amounts: [null] },
  ];
  const all = spent + ledger.total.fund;
  twoSided(
    form,
    statement,
    {
      revenue: [
        ...padded(revenue, classes.length),
        { name: '本年收入合计', line: 'year_total', amounts: [general + fund] },
        { name: '年初结转和结余', line: 'opening', amounts: [orBlank(opening)] },
        { name: '总计', line: 'grand_total', amounts: [general + fund + opening] },
      ],
      expenditure: [
        ...classes,
        { name: '本年支出合计', line: 'year_total', amounts: [all, spent, orBlank(ledger.total.fund), null] },
        { name: '年末结转和结余', line: 'closing', amounts: [orBlank(closing), orBlank(closing), null, null] },
        {
          name: '总计',
          line: 'grand_total',
          amounts: [all + closing, spent + closing, orBlank(ledger.total.fund), null],
        },
      ],
    },
    ['total', 'general', 'fund', 'capital'],
  );
  closeForm(form, statement, '注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。');
}
