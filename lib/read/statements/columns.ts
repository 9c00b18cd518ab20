import type { ColumnId, StatementId } from '../../statements';

/** What a column's head says, from the outermost to the innermost, folded. */
export type HeadPath = readonly string[];

type Pattern = readonly [RegExp, ColumnId];

/** Words that name no quantity of their own: the heads above them do. */
const GENERIC = /^(?:小计|合计|总计|金额|决算数|决算金额|预算数|统计数|本年|数额|\d+)$/;

const REVENUE: readonly Pattern[] = [
  [/教育(?:收)?费|教育收费/, 'education_fees'],
  [/一般公共预算.*拨款|公共财政预算/, 'general'],
  [/政府性基金/, 'fund'],
  [/国有资本/, 'capital'],
  [/财政拨款/, 'fiscal_appropriation'],
  [/上级补助/, 'superior_subsidy'],
  [/事业(?:单位)?(?:预算)?收入/, 'institution'],
  [/附属单位/, 'affiliate_remittance'],
  [/经营(?:预算)?收入/, 'business'],
  [/其他(?:预算)?收入/, 'other'],
  [/年初.*结[转余]|上年结[转余]/, 'opening'],
  [/年末.*结[转余]/, 'closing'],
  [/合计|总计/, 'total'],
];

const EXPENDITURE: readonly Pattern[] = [
  [/上缴上级|上解上级/, 'superior_remittance'],
  [/附属单位/, 'affiliate_subsidy'],
  [/经营(?:性)?支出/, 'business'],
  [/人员(?:经费|支出)/, 'personnel'],
  [/公用(?:经费|支出)/, 'operating'],
  [/基本支出/, 'basic'],
  [/项目支出/, 'project'],
  [/合计|总计|本年支出/, 'total'],
];

const FISCAL_SUMMARY: readonly Pattern[] = [
  [/一般公共预算|公共财政预算/, 'general'],
  [/政府性基金/, 'fund'],
  [/国有资本/, 'capital'],
];

const BASIC: readonly Pattern[] = [
  [/人员(?:经费|支出)/, 'personnel'],
  [/公用(?:经费|支出)/, 'operating'],
  [/基本支出|合计|决算数|金额|本年支出/, 'total'],
];

const THREE_PUBLIC: readonly Pattern[] = [
  [/购置.*运行|运行.*购置/, 'vehicles'],
  [/出国|出境/, 'overseas'],
  [/购置/, 'vehicle_purchase'],
  [/运行/, 'vehicle_running'],
  [/接待/, 'reception'],
  [/公务用车|公车|用车/, 'vehicles'],
  [/会议费/, 'conference'],
  [/培训费/, 'training'],
  [/三公|合计/, 'total'],
];

const firstOf = (patterns: readonly Pattern[], text: string): ColumnId | undefined =>
  patterns.find(([pattern]) => pattern.test(text))?.[1];

function innermost(patterns: readonly Pattern[], path: HeadPath): ColumnId | undefined {
  for (const text of [...path].reverse()) {
    const column = GENERIC.test(text) ? undefined : firstOf(patterns, text);
    if (column) return column;
  }
  return path.some((text) => /^(?:小计|合计|总计|金额|决算数)$/.test(text)) ? 'total' : undefined;
}

/** Headings of the economic classification over columns: then the table crosses both classifications. */
const ECONOMIC =
  /^(?:\(?30\d\)?)?(?:工资福利支出|商品和服务支出|对个人和家庭的?补助(?:支出)?|(?:其他)?资本性支出(?:\(.*\))?|债务利息.*支出|对企业补助.*|基本工资|津贴补贴|办公费|印刷费)$/;

export const isEconomic = (path: HeadPath): boolean => path.some((text) => ECONOMIC.test(text));

const PHASES = [
  ['opening', /(?:年初|上年|期初).*结[转余]|^(?:年初|上年)/],
  ['closing', /(?:年末|期末).*结[转余]|^年末/],
  ['revenue', /本年收入|收入合计|^收入|本年.*拨款收入/],
] as const;

/** Statements with balances: the outer head says opening, revenue, expenditure or closing, the inner one basic or project. */
function balanceColumn(path: HeadPath): ColumnId | undefined {
  const kind = innermost(EXPENDITURE, path);
  const phase = path.map((text) => PHASES.find(([, pattern]) => pattern.test(text))?.[0]).find(Boolean);
  if (!phase) return kind;
  // 项目支出结转 and 项目支出结余 under 项目支出结转和结余 are parts of it
  const isPart =
    /^项目支出结[转余]$/.test(path.at(-1) ?? '') && path.slice(1, -1).some((text) => /项目支出/.test(text));
  if (isPart) return undefined;
  const inner = path.slice(1).join('');
  const part = /基本支出/.test(inner) ? 'basic' : /项目支出/.test(inner) ? 'project' : undefined;
  return part ? `${phase}_${part}` : phase;
}

const PHASE_ONLY = /^(?:(?:年初|全年|调整)?(?:预算|决算)(?:数|统计数)?|统计数|本年|项目|栏次)$/;

/** One of the “三公” measures, from a column's heads or a row's label; undefined where only 预算数 or 决算数 is said. */
export function threePublicColumn(path: HeadPath): ColumnId | undefined {
  const said = path.filter((text) => !PHASE_ONLY.test(text));
  if (said.some((text) => /接待/.test(text) && /国内|外事|外宾|\(境\)外|境外/.test(text))) return undefined;
  if (said.some((text) => /机关运行|机构运行|数量|\((?:辆|个|人|批|次|人次|台)\)|保有量|批次|人次|团组/.test(text)))
    return undefined;
  return innermost(THREE_PUBLIC, said);
}

/** Comparisons and budgets that some forms print beside the final accounts. */
const OTHER_COLUMN = /增减|增、减|比上年|较上年|上年(?:决算)?数|%|占比|完成率/;
const BUDGET_COLUMN = /年初预算|调整预算|全年预算|^预算数$/;

export const isOtherColumn = (path: HeadPath): boolean => path.some((text) => OTHER_COLUMN.test(text));

/** The quantity a column of a statement prints; undefined when its head names none that we know. */
export function columnOf(
  statement: StatementId,
  side: 'revenue' | 'expenditure' | null,
  path: HeadPath,
): ColumnId | undefined {
  if (path.some((text) => OTHER_COLUMN.test(text) || (statement !== 'three_public' && BUDGET_COLUMN.test(text))))
    return undefined;
  if (path.length === 0 && statement !== 'revenue_expenditure_summary') return undefined;
  if (isEconomic(path)) return undefined;
  switch (statement) {
    case 'revenue_expenditure_summary':
      return 'final';
    case 'fiscal_appropriation_summary':
      return side === 'revenue' ? 'final' : (innermost(FISCAL_SUMMARY, path) ?? 'total');
    case 'revenue':
      return innermost(REVENUE, path);
    case 'expenditure':
      return innermost(EXPENDITURE, path);
    case 'general_budget_basic_expenditure':
      return innermost(BASIC, path.slice(-1)) ?? 'total';
    case 'three_public':
      return threePublicColumn(path);
    default:
      return balanceColumn(path);
  }
}

/** The official orders of a block's amounts, for tables whose heads are lost; the number of columns tells which. */
const STANDARD: Partial<Record<StatementId, readonly (readonly ColumnId[])[]>> = {
  revenue: [
    ['total', 'fiscal_appropriation', 'superior_subsidy', 'institution', 'business', 'affiliate_remittance', 'other'],
    [
      'total',
      'fiscal_appropriation',
      'superior_subsidy',
      'institution',
      'education_fees',
      'business',
      'affiliate_remittance',
      'other',
    ],
  ],
  expenditure: [['total', 'basic', 'project', 'superior_remittance', 'business', 'affiliate_subsidy']],
  fiscal_appropriation_summary: [['final'], ['total', 'general', 'fund', 'capital']],
  general_budget_expenditure: [['total', 'basic', 'project']],
  general_budget_basic_expenditure: [['total'], ['total', 'personnel', 'operating']],
  government_fund: [['opening', 'revenue', 'total', 'basic', 'project', 'closing']],
  state_capital: [
    ['total', 'basic', 'project'],
    ['opening', 'revenue', 'total', 'basic', 'project', 'closing'],
  ],
};

export const standardColumns = (statement: StatementId, count: number): readonly ColumnId[] | undefined =>
  STANDARD[statement]?.find((order) => order.length === count);
