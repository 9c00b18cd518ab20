import type { Claim } from '../../facts';
import { type Cell, type MeasureId, measureOf } from '../../measures';
import type { ColumnId, StatementId } from '../../statements';
import { type Figure, isPrinted } from '../figures';
import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { isPurelyFiscal } from '../money';
import { atMost, equal, type Relation, term } from '../relation';
import { rowsOfSubject } from '../subjects';
import { basicPart } from './basicExpenditure';

interface Asserted {
  claim: Claim;
  figure: Figure;
}

const place = (claim: Claim): string => `${claim.section.join('')}${claim.sentence}`;
const touch = (one: Figure, other: Figure): boolean => one.low <= other.high && other.low <= one.high;

/** Levels of money of the account's own year, by measure. */
function asserted(ledger: Ledger, measures: readonly MeasureId[], aspects: readonly string[] = ['final']): Asserted[] {
  const year = ledger.reading.document.fiscalYear;
  return ledger.claims.filter(
    ({ claim }) =>
      measures.includes(claim.measure) &&
      aspects.includes(claim.aspect) &&
      claim.direction === null &&
      (claim.year === null || year === null || claim.year === year),
  );
}

/** The figure a claim repeats: of the cells it can mean the first that agrees, else the first that is printed. */
function bind(identity: string, asserted: Asserted, cells: readonly (Figure | undefined)[]): Relation[] {
  const found = cells.flatMap((figure) => figure ?? []);
  const target =
    found.find((figure) => isPrinted(figure) && touch(figure, asserted.figure)) ?? found.find(isPrinted) ?? found[0];
  return target ? equal(identity, [term(asserted.figure)], [term(target)]) : [];
}

const figuresAt = (ledger: Ledger, cells: readonly Cell[]): (Figure | undefined)[] =>
  cells.map((cell) => ledger.cell(cell.statement, cell.line, cell.column, cell.side ?? null));

/** Wording that narrows a measure to the general public budget, as older narratives do under their fifth and sixth headings. */
const NARROWED: Partial<Record<MeasureId, Cell>> = {
  fiscal_expenditure: { statement: 'general_budget_expenditure', line: 'total', column: 'total' },
  basic_expenditure: { statement: 'general_budget_expenditure', line: 'total', column: 'basic' },
  project_expenditure: { statement: 'general_budget_expenditure', line: 'total', column: 'project' },
  opening_balance: { statement: 'fiscal_appropriation_summary', side: 'revenue', line: 'opening', column: 'final' },
  closing_balance: { statement: 'fiscal_appropriation_summary', side: 'expenditure', line: 'closing', column: 'total' },
};

function repeats(identity: string, measures: readonly MeasureId[]) {
  return (ledger: Ledger): Relation[] =>
    asserted(ledger, measures)
      .filter(({ claim }) => claim.subject === null)
      .flatMap((one) => {
        const narrowed = NARROWED[one.claim.measure];
        const cells = measureOf(one.claim.measure).cells ?? [];
        const narrow = narrowed && /一般公共预算|财政拨款/.test(place(one.claim)) ? [narrowed] : [];
        const isHeaded = /一般公共预算|财政拨款/.test(one.claim.section.join(''));
        return bind(identity, one, figuresAt(ledger, isHeaded ? [...narrow, ...cells] : [...cells, ...narrow]));
      });
}

/** The statement whose rows a claim about a subject repeats, by the heading it stands under. */
function statementOf(claim: Claim): StatementId {
  const text = claim.section.join('');
  if (/政府性基金/.test(text)) return 'government_fund';
  if (/国有资本/.test(text)) return 'state_capital';
  if (/财政拨款|一般公共预算/.test(text)) return 'general_budget_expenditure';
  return 'expenditure';
}

/** 财政拨款 without 一般公共预算 in a heading means the money of all three budgets. */
function statementsOf(claim: Claim): StatementId[] {
  const own = statementOf(claim);
  const ofAll = own === 'general_budget_expenditure' && !/公共/.test(claim.section.join(''));
  return ofAll ? [own, 'government_fund', 'state_capital'] : [own];
}

/** A claim about a subject against its row; without the fund's statement it can be no more than the row of 支出决算表. */
function bindSubject(ledger: Ledger, one: Asserted, column: ColumnId): Relation[] {
  const own = statementOf(one.claim);
  const rows = statementsOf(one.claim).flatMap((statement) => rowsOfSubject(ledger, statement, one.claim));
  const figures = rows.flatMap((row) => row.cells.get(column) ?? []);
  const whole = rowsOfSubject(ledger, 'expenditure', one.claim).flatMap((row) => row.cells.get(column) ?? []);
  const agreed = [...figures, ...whole].find((figure) => isPrinted(figure) && touch(figure, one.figure));
  if (agreed) return equal('N-06', [term(one.figure)], [term(agreed)]);
  const [target, ...ambiguous] = figures;
  if (target && ambiguous.length === 0) return equal('N-06', [term(one.figure)], [term(target)]);
  const [row, ...others] = whole;
  if (target || !row || others.length > 0 || ledger.sheets.has(own)) return [];
  return (isPurelyFiscal(ledger) && own !== 'government_fund' ? equal : atMost)(
    'N-06',
    [term(one.figure)],
    [term(row)],
  );
}

const SUBJECT_COLUMNS: Partial<Record<MeasureId, ColumnId>> = {
  subject_expenditure: 'total',
  basic_expenditure: 'basic',
  general_basic_expenditure: 'basic',
  project_expenditure: 'project',
  general_project_expenditure: 'project',
};

function subjectClaims(ledger: Ledger): Relation[] {
  return asserted(ledger, Object.keys(SUBJECT_COLUMNS) as MeasureId[])
    .filter(({ claim }) => claim.subject !== null || claim.subjectPath.length > 0)
    .flatMap((one) => bindSubject(ledger, one, SUBJECT_COLUMNS[one.claim.measure] ?? 'total'));
}

function economicClaims(ledger: Ledger): Relation[] {
  return asserted(ledger, ['economic_expenditure']).flatMap((one) => {
    // 基本支出 of all money has more 工资福利支出 than the statement of the general public budget
    if (!isPurelyFiscal(ledger) && !/一般公共|财政拨款/.test(place(one.claim))) return [];
    const rows = rowsOfSubject(ledger, 'general_budget_basic_expenditure', one.claim);
    return rows.length === 1 ? bind('N-07', one, [rows[0]?.cells.get('total')]) : [];
  });
}

/** 机关运行经费 is the whole of 公用经费 only where no institutions belong to the department. */
function isPurelyAdministrative(ledger: Ledger): boolean {
  const counts = (measures: readonly MeasureId[]) =>
    ledger.reading.claims.filter((claim) => measures.includes(claim.measure) && claim.aspect === 'final');
  const institution = counts(['headcount_quota_institution', 'headcount_actual_institution']);
  const administrative = counts(['headcount_quota_administrative', 'headcount_actual_administrative']);
  return (
    institution.length > 0 &&
    institution.every((claim) => Number(claim.value) === 0) &&
    administrative.some((claim) => Number(claim.value) > 0)
  );
}

function agencyCosts(ledger: Ledger): Relation[] {
  const operating = basicPart(ledger, 'operating');
  if (!operating) return [];
  return asserted(ledger, ['agency_operating_cost']).flatMap(({ figure }) =>
    isPurelyAdministrative(ledger)
      ? equal('N-11', [term(figure)], [term(operating)])
      : atMost('N-11', [term(figure)], [term(operating)]).map((relation) => ({
          ...relation,
          assumed: '机关运行经费是公用经费的一部分',
        })),
  );
}

const THREE_PUBLIC_MEASURES = [
  'three_public',
  'overseas_travel',
  'vehicles',
  'vehicle_purchase',
  'vehicle_running',
  'reception',
  'conference',
  'training',
] as const satisfies readonly MeasureId[];

/** 预算数 of the statement is the adjusted one; an initial budget in the narrative is another quantity. */
function threePublicClaims(ledger: Ledger): Relation[] {
  const budgets = asserted(ledger, THREE_PUBLIC_MEASURES, ['annual_budget', 'budget']).flatMap((one) => {
    const cells = (measureOf(one.claim.measure).cells ?? []).map((cell) => ({ ...cell, line: 'budget' }));
    return bind('N-10', one, figuresAt(ledger, cells)).map((relation) =>
      one.claim.aspect === 'budget' ? { ...relation, assumed: '文字所称预算与表中预算数同口径' } : relation,
    );
  });
  return [...repeats('N-10', THREE_PUBLIC_MEASURES)(ledger), ...budgets];
}

const card = (id: string, title: string, formula: string, source: string) =>
  ({ id, title, formula, source, kind: 'equality', severity: 'error' }) as const;

export const CLAIMS: readonly Identity[] = [
  {
    ...card(
      'N-01',
      '文字的收支总计与收支总表一致',
      '收入总计、支出总计 = 收支总表.总计；年初、年末结转同',
      '公开规则 D-001',
    ),
    relations: repeats('N-01', [
      'total_revenue',
      'total_expenditure',
      'total_revenue_expenditure',
      'opening_balance',
      'closing_balance',
      'use_of_balance',
      'balance_distribution',
    ]),
  },
  {
    ...card('N-02', '文字的收入与收入表一致', '本年收入合计及各项收入 = 收入表.合计', '公开规则 D-002'),
    relations: repeats('N-02', [
      'year_revenue',
      'fiscal_revenue',
      'general_revenue',
      'superior_subsidy_revenue',
      'institution_revenue',
      'business_revenue',
      'affiliate_remittance_revenue',
      'other_revenue',
    ]),
  },
  {
    ...card('N-03', '文字的支出与支出表一致', '本年支出合计、基本、项目、经营等支出 = 支出表.合计', '公开规则 D-003'),
    relations: repeats('N-03', [
      'year_expenditure',
      'basic_expenditure',
      'project_expenditure',
      'business_expenditure',
      'superior_remittance_expenditure',
      'affiliate_subsidy_expenditure',
    ]),
  },
  {
    ...card(
      'N-04',
      '文字的财政拨款收支总计与财政拨款总表一致',
      '财政拨款收入、支出总计 = 财政拨款总表.总计',
      '公开规则 D-004',
    ),
    relations: repeats('N-04', [
      'fiscal_total_revenue',
      'fiscal_total_expenditure',
      'fiscal_total',
      'fiscal_opening',
      'fiscal_closing',
    ]),
  },
  {
    ...card(
      'N-05',
      '文字的一般公共预算支出与支出表一致',
      '一般公共预算财政拨款支出 = 一般公共预算支出表.合计',
      '公开规则 D-005',
    ),
    relations: repeats('N-05', ['general_expenditure', 'fiscal_expenditure', 'general_project_expenditure']),
  },
  {
    ...card('N-06', '文字的各项支出与支出表逐项一致', '各项“类（款）（项）”支出决算 = 支出表.该科目', '公开规则 D-005'),
    relations: subjectClaims,
  },
  {
    ...card(
      'N-07',
      '文字的基本支出、人员经费、公用经费与基本支出表一致',
      '基本支出、人员经费、公用经费 = 基本支出表',
      '公开规则 D-006',
    ),
    relations: (ledger) => [
      ...repeats('N-07', ['general_basic_expenditure', 'personnel_expenditure', 'operating_expenditure'])(ledger),
      ...economicClaims(ledger),
    ],
  },
  {
    ...card(
      'N-09',
      '文字的政府性基金、国有资本经营收支与其表一致',
      '年初、收入、支出、年末 = 政府性基金表（国有资本经营表）.合计',
      '公开规则 D-008',
    ),
    relations: repeats('N-09', [
      'fund_revenue',
      'fund_expenditure',
      'fund_opening',
      'fund_closing',
      'fund_project_expenditure',
      'capital_revenue',
      'capital_expenditure',
      'capital_opening',
      'capital_closing',
    ]),
  },
  {
    ...card('N-10', '文字的“三公”经费与其表一致', '预算数、决算数：总额及各项 = “三公”经费表', '公开规则 D-007'),
    relations: threePublicClaims,
  },
  {
    ...card(
      'N-11',
      '机关运行经费与公用经费一致',
      '机关运行经费 = 基本支出表.公用经费合计（纯行政单位）；含事业单位时 ≤',
      '公开规则 R009',
    ),
    relations: agencyCosts,
  },
];
