/** The nine statements of departmental final accounts (部门决算公开表) with their columns; recognised by title, never by number. */
export const STATEMENTS = {
  revenue_expenditure_summary: {
    title: '收入支出决算总表',
    short: '收支总表',
    columns: ['final'],
    sided: true,
  },
  revenue: {
    title: '收入决算表',
    short: '收入表',
    columns: [
      'total',
      'fiscal_appropriation',
      'superior_subsidy',
      'institution',
      'education_fees',
      'business',
      'affiliate_remittance',
      'other',
    ],
    sided: false,
  },
  expenditure: {
    title: '支出决算表',
    short: '支出表',
    columns: ['total', 'basic', 'project', 'superior_remittance', 'business', 'affiliate_subsidy'],
    sided: false,
  },
  fiscal_appropriation_summary: {
    title: '财政拨款收入支出决算总表',
    short: '财政拨款总表',
    columns: ['final', 'total', 'general', 'fund', 'capital'],
    sided: true,
  },
  general_budget_expenditure: {
    title: '一般公共预算财政拨款支出决算表',
    short: '一般公共预算支出表',
    columns: ['total', 'basic', 'project', 'personnel', 'operating', 'opening', 'revenue', 'closing'],
    sided: false,
  },
  general_budget_basic_expenditure: {
    title: '一般公共预算财政拨款基本支出决算表',
    short: '基本支出表',
    columns: ['total', 'personnel', 'operating'],
    sided: false,
  },
  government_fund: {
    title: '政府性基金预算财政拨款收入支出决算表',
    short: '政府性基金表',
    columns: ['opening', 'revenue', 'total', 'basic', 'project', 'closing'],
    sided: false,
  },
  state_capital: {
    title: '国有资本经营预算财政拨款支出决算表',
    short: '国有资本经营表',
    columns: ['opening', 'revenue', 'total', 'basic', 'project', 'closing'],
    sided: false,
  },
  three_public: {
    title: '财政拨款“三公”经费支出决算表',
    short: '“三公”经费表',
    columns: [
      'total',
      'overseas',
      'vehicles',
      'vehicle_purchase',
      'vehicle_running',
      'reception',
      'conference',
      'training',
    ],
    sided: false,
  },
} as const satisfies Record<string, { title: string; short: string; columns: readonly ColumnId[]; sided: boolean }>;

export type StatementId = keyof typeof STATEMENTS;
export const STATEMENT_IDS = Object.keys(STATEMENTS) as StatementId[];

export type Side = 'revenue' | 'expenditure';

export const COLUMN_LABELS = {
  final: '决算数',
  total: '合计',
  fiscal_appropriation: '财政拨款收入',
  superior_subsidy: '上级补助收入',
  institution: '事业收入',
  education_fees: '其中：教育收费',
  business: '经营',
  affiliate_remittance: '附属单位上缴收入',
  other: '其他收入',
  basic: '基本支出',
  project: '项目支出',
  superior_remittance: '上缴上级支出',
  affiliate_subsidy: '对附属单位补助支出',
  general: '一般公共预算财政拨款',
  fund: '政府性基金预算财政拨款',
  capital: '国有资本经营预算财政拨款',
  personnel: '人员经费',
  operating: '公用经费',
  opening: '年初结转和结余',
  revenue: '本年收入',
  closing: '年末结转和结余',
  opening_basic: '年初基本支出结转',
  opening_project: '年初项目支出结转和结余',
  revenue_basic: '本年收入：基本支出',
  revenue_project: '本年收入：项目支出',
  closing_basic: '年末基本支出结转',
  closing_project: '年末项目支出结转和结余',
  overseas: '因公出国（境）费',
  vehicles: '公务用车购置及运行维护费',
  vehicle_purchase: '公务用车购置费',
  vehicle_running: '公务用车运行维护费',
  reception: '公务接待费',
  conference: '会议费',
  training: '培训费',
} as const;
export type ColumnId = keyof typeof COLUMN_LABELS;

/**
 * Lines that carry no code. In the two summaries an expenditure class is the line of its code (`201` …); a line of a coded
 * statement is its code, and `total` is the 合计 row.
 */
export const LINE_LABELS = {
  total: '合计',
  fiscal_appropriation: '财政拨款收入',
  general: '一般公共预算财政拨款',
  fund: '政府性基金预算财政拨款',
  capital: '国有资本经营预算财政拨款',
  superior_subsidy: '上级补助收入',
  institution: '事业收入',
  business: '经营收入',
  affiliate_remittance: '附属单位上缴收入',
  other: '其他收入',
  year_total: '本年合计',
  use_of_balance: '使用非财政拨款结余',
  opening: '年初结转和结余',
  opening_general: '年初结转和结余：一般公共预算财政拨款',
  opening_fund: '年初结转和结余：政府性基金预算财政拨款',
  opening_capital: '年初结转和结余：国有资本经营预算财政拨款',
  distribution: '结余分配',
  closing: '年末结转和结余',
  closing_general: '年末结转和结余：一般公共预算财政拨款',
  closing_fund: '年末结转和结余：政府性基金预算财政拨款',
  closing_capital: '年末结转和结余：国有资本经营预算财政拨款',
  grand_total: '总计',
  personnel_total: '人员经费合计',
  operating_total: '公用经费合计',
  basic_total: '基本支出合计',
  budget: '预算数',
  initial_budget: '年初预算数',
  final: '决算数',
} as const;
export type LineKey = keyof typeof LINE_LABELS;
