import type { ColumnId, LineKey, Side, StatementId } from './statements';

/** A cell of a statement, where a measure is printed. */
export interface Cell {
  statement: StatementId;
  side?: Side;
  line: LineKey | string;
  column: ColumnId;
}

export type MeasureKind = 'money' | 'count' | 'points';

interface MeasureSpec {
  label: string;
  kind: MeasureKind;
  /** what a count counts: 人, 辆, 批次 */
  counted?: string;
  /** where statements print its final level, best source first */
  cells?: readonly Cell[];
  /** cells whose sum is the measure, where no single cell prints it */
  sums?: readonly (readonly Cell[])[];
}

const cell = (statement: StatementId, line: string, column: ColumnId, side?: Side): Cell => ({
  statement,
  line,
  column,
  ...(side ? { side } : {}),
});
const summary = (line: string, side: Side): Cell => cell('revenue_expenditure_summary', line, 'final', side);
const fiscalRevenue = (line: string): Cell => cell('fiscal_appropriation_summary', line, 'final', 'revenue');
const fiscalExpenditure = (line: string, column: ColumnId): Cell =>
  cell('fiscal_appropriation_summary', line, column, 'expenditure');
const threePublic = (column: ColumnId): readonly Cell[] => [cell('three_public', 'final', column)];

/** The measures of `contract.md`: quantities as published, with the cells that print their final level. */
export const MEASURES = {
  total_revenue: { label: '收入总计', kind: 'money', cells: [summary('grand_total', 'revenue')] },
  total_expenditure: { label: '支出总计', kind: 'money', cells: [summary('grand_total', 'expenditure')] },
  total_revenue_expenditure: {
    label: '收支总计',
    kind: 'money',
    cells: [summary('grand_total', 'revenue'), summary('grand_total', 'expenditure')],
  },
  year_revenue: {
    label: '本年收入合计',
    kind: 'money',
    cells: [summary('year_total', 'revenue'), cell('revenue', 'total', 'total')],
  },
  year_expenditure: {
    label: '本年支出合计',
    kind: 'money',
    cells: [summary('year_total', 'expenditure'), cell('expenditure', 'total', 'total')],
  },
  fiscal_revenue: {
    label: '财政拨款收入',
    kind: 'money',
    cells: [fiscalRevenue('year_total'), cell('revenue', 'total', 'fiscal_appropriation')],
  },
  fiscal_expenditure: { label: '财政拨款支出', kind: 'money', cells: [fiscalExpenditure('year_total', 'total')] },
  fiscal_total_revenue: { label: '财政拨款收入总计', kind: 'money', cells: [fiscalRevenue('grand_total')] },
  fiscal_total_expenditure: {
    label: '财政拨款支出总计',
    kind: 'money',
    cells: [fiscalExpenditure('grand_total', 'total')],
  },
  fiscal_total: {
    label: '财政拨款收支总计',
    kind: 'money',
    cells: [fiscalRevenue('grand_total'), fiscalExpenditure('grand_total', 'total')],
  },
  general_revenue: {
    label: '一般公共预算财政拨款收入',
    kind: 'money',
    cells: [summary('general', 'revenue'), fiscalRevenue('general')],
  },
  general_expenditure: {
    label: '一般公共预算财政拨款支出',
    kind: 'money',
    cells: [cell('general_budget_expenditure', 'total', 'total'), fiscalExpenditure('year_total', 'general')],
  },
  general_basic_expenditure: {
    label: '一般公共预算财政拨款基本支出',
    kind: 'money',
    cells: [
      cell('general_budget_basic_expenditure', 'total', 'total'),
      cell('general_budget_basic_expenditure', 'basic_total', 'total'),
      cell('general_budget_expenditure', 'total', 'basic'),
    ],
    sums: [
      [
        cell('general_budget_basic_expenditure', 'personnel_total', 'total'),
        cell('general_budget_basic_expenditure', 'operating_total', 'total'),
      ],
    ],
  },
  general_project_expenditure: {
    label: '一般公共预算财政拨款项目支出',
    kind: 'money',
    cells: [cell('general_budget_expenditure', 'total', 'project')],
  },
  fund_revenue: {
    label: '政府性基金预算财政拨款收入',
    kind: 'money',
    cells: [cell('government_fund', 'total', 'revenue'), summary('fund', 'revenue'), fiscalRevenue('fund')],
  },
  fund_expenditure: {
    label: '政府性基金预算财政拨款支出',
    kind: 'money',
    cells: [cell('government_fund', 'total', 'total'), fiscalExpenditure('year_total', 'fund')],
  },
  fund_opening: {
    label: '政府性基金年初结转和结余',
    kind: 'money',
    cells: [cell('government_fund', 'total', 'opening')],
  },
  fund_closing: {
    label: '政府性基金年末结转和结余',
    kind: 'money',
    cells: [cell('government_fund', 'total', 'closing')],
  },
  fund_project_expenditure: {
    label: '政府性基金预算财政拨款项目支出',
    kind: 'money',
    cells: [cell('government_fund', 'total', 'project')],
  },
  capital_revenue: {
    label: '国有资本经营预算财政拨款收入',
    kind: 'money',
    cells: [summary('capital', 'revenue'), fiscalRevenue('capital'), cell('state_capital', 'total', 'revenue')],
  },
  capital_expenditure: {
    label: '国有资本经营预算财政拨款支出',
    kind: 'money',
    cells: [cell('state_capital', 'total', 'total'), fiscalExpenditure('year_total', 'capital')],
  },
  capital_opening: {
    label: '国有资本经营预算年初结转和结余',
    kind: 'money',
    cells: [cell('state_capital', 'total', 'opening')],
  },
  capital_closing: {
    label: '国有资本经营预算年末结转和结余',
    kind: 'money',
    cells: [cell('state_capital', 'total', 'closing')],
  },
  superior_subsidy_revenue: {
    label: '上级补助收入',
    kind: 'money',
    cells: [summary('superior_subsidy', 'revenue'), cell('revenue', 'total', 'superior_subsidy')],
  },
  institution_revenue: {
    label: '事业收入',
    kind: 'money',
    cells: [summary('institution', 'revenue'), cell('revenue', 'total', 'institution')],
  },
  business_revenue: {
    label: '经营收入',
    kind: 'money',
    cells: [summary('business', 'revenue'), cell('revenue', 'total', 'business')],
  },
  affiliate_remittance_revenue: {
    label: '附属单位上缴收入',
    kind: 'money',
    cells: [summary('affiliate_remittance', 'revenue'), cell('revenue', 'total', 'affiliate_remittance')],
  },
  other_revenue: {
    label: '其他收入',
    kind: 'money',
    cells: [summary('other', 'revenue'), cell('revenue', 'total', 'other')],
  },
  basic_expenditure: { label: '基本支出', kind: 'money', cells: [cell('expenditure', 'total', 'basic')] },
  project_expenditure: { label: '项目支出', kind: 'money', cells: [cell('expenditure', 'total', 'project')] },
  business_expenditure: { label: '经营支出', kind: 'money', cells: [cell('expenditure', 'total', 'business')] },
  superior_remittance_expenditure: {
    label: '上缴上级支出',
    kind: 'money',
    cells: [cell('expenditure', 'total', 'superior_remittance')],
  },
  affiliate_subsidy_expenditure: {
    label: '对附属单位补助支出',
    kind: 'money',
    cells: [cell('expenditure', 'total', 'affiliate_subsidy')],
  },
  personnel_expenditure: {
    label: '人员经费',
    kind: 'money',
    cells: [
      cell('general_budget_basic_expenditure', 'personnel_total', 'total'),
      cell('general_budget_basic_expenditure', 'total', 'personnel'),
      cell('general_budget_expenditure', 'total', 'personnel'),
    ],
  },
  operating_expenditure: {
    label: '公用经费',
    kind: 'money',
    cells: [
      cell('general_budget_basic_expenditure', 'operating_total', 'total'),
      cell('general_budget_basic_expenditure', 'total', 'operating'),
      cell('general_budget_expenditure', 'total', 'operating'),
    ],
  },
  opening_balance: { label: '年初结转和结余', kind: 'money', cells: [summary('opening', 'revenue')] },
  closing_balance: { label: '年末结转和结余', kind: 'money', cells: [summary('closing', 'expenditure')] },
  use_of_balance: { label: '使用非财政拨款结余', kind: 'money', cells: [summary('use_of_balance', 'revenue')] },
  balance_distribution: { label: '结余分配', kind: 'money', cells: [summary('distribution', 'expenditure')] },
  fiscal_opening: { label: '年初财政拨款结转和结余', kind: 'money', cells: [fiscalRevenue('opening')] },
  fiscal_closing: {
    label: '年末财政拨款结转和结余',
    kind: 'money',
    cells: [fiscalExpenditure('closing', 'total')],
  },
  agency_operating_cost: { label: '机关运行经费', kind: 'money' },
  subject_expenditure: { label: '支出功能分类科目支出', kind: 'money' },
  economic_expenditure: { label: '支出经济分类科目支出', kind: 'money' },
  three_public: { label: '“三公”经费', kind: 'money', cells: threePublic('total') },
  overseas_travel: { label: '因公出国（境）费', kind: 'money', cells: threePublic('overseas') },
  vehicles: { label: '公务用车购置及运行维护费', kind: 'money', cells: threePublic('vehicles') },
  vehicle_purchase: { label: '公务用车购置费', kind: 'money', cells: threePublic('vehicle_purchase') },
  vehicle_running: { label: '公务用车运行维护费', kind: 'money', cells: threePublic('vehicle_running') },
  reception: { label: '公务接待费', kind: 'money', cells: threePublic('reception') },
  conference: { label: '会议费', kind: 'money', cells: threePublic('conference') },
  training: { label: '培训费', kind: 'money', cells: threePublic('training') },
  procurement_total: { label: '政府采购支出总额', kind: 'money' },
  procurement_goods: { label: '政府采购货物支出', kind: 'money' },
  procurement_works: { label: '政府采购工程支出', kind: 'money' },
  procurement_services: { label: '政府采购服务支出', kind: 'money' },
  procurement_sme: { label: '授予中小企业合同金额', kind: 'money' },
  procurement_micro: { label: '授予小微企业合同金额', kind: 'money' },
  project_budget: { label: '项目全年预算数', kind: 'money' },
  project_executed: { label: '项目全年执行数', kind: 'money' },
  whole_budget: { label: '部门整体支出全年预算数', kind: 'money' },
  whole_executed: { label: '部门整体支出全年执行数', kind: 'money' },
  performance_funds: { label: '绩效自评涉及资金', kind: 'money' },
  headcount_quota: { label: '人员编制', kind: 'count', counted: '人' },
  headcount_quota_administrative: { label: '行政编制', kind: 'count', counted: '人' },
  headcount_quota_institution: { label: '事业编制', kind: 'count', counted: '人' },
  headcount_actual: { label: '实有人员', kind: 'count', counted: '人' },
  headcount_actual_administrative: { label: '实有行政人员', kind: 'count', counted: '人' },
  headcount_actual_institution: { label: '实有事业人员', kind: 'count', counted: '人' },
  retirees: { label: '离退休人员', kind: 'count', counted: '人' },
  vehicles_kept: { label: '公务用车保有量', kind: 'count', counted: '辆' },
  vehicles_purchased: { label: '公务用车购置数', kind: 'count', counted: '辆' },
  equipment_kept: { label: '大型设备数', kind: 'count', counted: '台（套）' },
  equipment_purchased: { label: '购置大型设备数', kind: 'count', counted: '台（套）' },
  reception_batches: { label: '公务接待批次', kind: 'count', counted: '批次' },
  reception_visitors: { label: '公务接待人次', kind: 'count', counted: '人次' },
  overseas_groups: { label: '因公出国（境）团组', kind: 'count', counted: '个' },
  overseas_persons: { label: '因公出国（境）人次', kind: 'count', counted: '人次' },
  performance_projects: { label: '绩效自评项目数', kind: 'count', counted: '个' },
  performance_score: { label: '绩效自评得分', kind: 'points' },
} as const satisfies Record<string, MeasureSpec>;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const measureOf = (id: MeasureId): MeasureSpec => MEASURES[id];

/**
 * Measures that the readers and checks tell apart beyond the published list, with the published measure that a program
 * gets instead; null where the list has none.
 */
export const FINER_MEASURES: Partial<Record<MeasureId, MeasureId | null>> = {
  general_project_expenditure: 'project_expenditure',
  fund_project_expenditure: 'project_expenditure',
  economic_expenditure: 'subject_expenditure',
  fiscal_opening: 'opening_balance',
  fiscal_closing: 'closing_balance',
  capital_opening: null,
  capital_closing: null,
  use_of_balance: null,
  balance_distribution: null,
  equipment_kept: null,
  equipment_purchased: null,
};

/** What a claim says about its measure. Changes and rates are unsigned, the sign is the claim's direction. */
export const ASPECTS = {
  final: { label: '决算数', unit: 'level' },
  initial_budget: { label: '年初预算数', unit: 'level' },
  annual_budget: { label: '全年预算数', unit: 'level' },
  budget: { label: '预算数', unit: 'level' },
  prior_year: { label: '上年数', unit: 'level' },
  prior_year_budget: { label: '上年预算数', unit: 'level' },
  change_on_year: { label: '比上年增减额', unit: 'level' },
  growth_on_year: { label: '比上年增减', unit: 'percent' },
  unchanged_on_year: { label: '与上年持平', unit: 'level' },
  share: { label: '占比', unit: 'percent' },
  completion: { label: '完成预算', unit: 'percent' },
  change_on_budget: { label: '比预算增减额', unit: 'level' },
  growth_on_budget: { label: '比预算增减', unit: 'percent' },
  unchanged_on_budget: { label: '与预算持平', unit: 'level' },
  change_on_prior_budget: { label: '比上年预算增减额', unit: 'level' },
  growth_on_prior_budget: { label: '比上年预算增减', unit: 'percent' },
  next_year_budget: { label: '下年预算数', unit: 'level' },
} as const;
export type AspectId = keyof typeof ASPECTS;
