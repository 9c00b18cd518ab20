import type { MeasureId } from '../../measures';
import { REVENUE_PARTS } from '../../revenueParts';
import type { SectionId } from './sections';

/** What a noun of the field names: a measure, or a word whose measure the context decides. */
export type Concept =
  | MeasureId
  /** a total of one fund */
  | 'of_fund'
  | 'both_totals'
  | 'in_total'
  | 'out_total'
  | 'year_in'
  | 'year_out'
  | 'in'
  | 'out'
  | 'both'
  | 'fiscal'
  | 'fiscal_out'
  | 'fiscal_both_totals'
  | 'general'
  | 'fund'
  | 'capital'
  | 'basic'
  | 'project'
  | 'personnel'
  | 'operating'
  | 'opening'
  | 'closing'
  | 'funds'
  | 'goods'
  | 'works'
  | 'services'
  | 'administrative'
  | 'institution'
  | 'vehicle_kind'
  | 'vehicle_stock';

/** What is known where the word stands. */
export interface Setting {
  section: SectionId | null;
  /** what the sentence or its paragraph has been about */
  topic: readonly MeasureId[];
  /** the whole whose parts are being listed */
  head: MeasureId | null;
  /** whether the text stands under a 类/款/项 */
  subject: boolean;
  /** whether the sentence speaks of a grand total, so that 收入 alone may mean it */
  total: boolean;
}

const REVENUE: readonly string[] = ['total_revenue', 'year_revenue', 'fiscal_total_revenue', ...REVENUE_PARTS];
const EXPENDITURE: readonly string[] = [
  'total_expenditure',
  'year_expenditure',
  'fiscal_expenditure',
  'fiscal_total_expenditure',
  'general_expenditure',
  'fund_expenditure',
  'capital_expenditure',
];

export type FlowSide = 'revenue' | 'expenditure';

function sideOf(measure: MeasureId | null | undefined): FlowSide | null {
  if (!measure) return null;
  return REVENUE.includes(measure) ? 'revenue' : EXPENDITURE.includes(measure) ? 'expenditure' : null;
}

/** Whether the passage speaks of revenue or of expenditure, as far as it shows. */
export function flowOf({ section, topic, head }: Setting): FlowSide | null {
  const told = sideOf(head) ?? sideOf(topic[0]);
  if (told) return told;
  if (section === 'revenue') return 'revenue';
  return section === 'expenditure' || section === 'general' || section === 'basic' ? 'expenditure' : null;
}

const isFiscal = ({ section, topic, head }: Setting): boolean =>
  section === 'fiscal' || [...topic, head].some((measure) => measure?.startsWith('fiscal_'));
const isFund = ({ section, topic, head }: Setting): boolean =>
  section === 'fund' ||
  head === 'fund_expenditure' ||
  head === 'fund_revenue' ||
  (topic[0]?.startsWith('fund_') ?? false);
const isCapital = ({ section, topic }: Setting): boolean =>
  section === 'capital' || (topic[0]?.startsWith('capital_') ?? false);
const isGeneral = ({ section, topic, head }: Setting): boolean =>
  section === 'general' ||
  section === 'basic' ||
  head === 'general_expenditure' ||
  (topic[0]?.startsWith('general_') ?? false);

/** 收入总计 of one fund, with its balance, is printed in no statement. */
const TOTALLED: ReadonlySet<SectionId | null> = new Set([null, 'totals', 'fiscal', 'revenue', 'expenditure', 'other']);

const ofTotals = (setting: Setting, ...flows: FlowSide[]): MeasureId[] =>
  TOTALLED.has(setting.section) ? flows.map((flow) => totals(setting, flow)) : [];

function totals(setting: Setting, flow: FlowSide): MeasureId {
  if (isFiscal(setting)) return flow === 'revenue' ? 'fiscal_total_revenue' : 'fiscal_total_expenditure';
  return flow === 'revenue' ? 'total_revenue' : 'total_expenditure';
}

function yearTotal(setting: Setting, flow: FlowSide): MeasureId {
  const revenue = flow === 'revenue';
  // 财政拨款收入 1500 万元，其中政府性基金 20 万元；本年支出 1530 万元: the list's whole goes on, not its last part
  const listed = setting.section === 'fiscal' && (setting.head?.startsWith('fiscal_') ?? false);
  if (listed) return revenue ? 'fiscal_revenue' : 'fiscal_expenditure';
  if (isFund(setting)) return revenue ? 'fund_revenue' : 'fund_expenditure';
  if (isCapital(setting)) return revenue ? 'capital_revenue' : 'capital_expenditure';
  const isGeneralTopic = setting.head === null && /^general_(revenue|expenditure)$/.test(setting.topic[0] ?? '');
  if (setting.section === 'fiscal' && isGeneralTopic) return revenue ? 'general_revenue' : 'general_expenditure';
  if (setting.section === 'fiscal') return revenue ? 'fiscal_revenue' : 'fiscal_expenditure';
  if (setting.section === 'general' && !revenue) return 'general_expenditure';
  return revenue ? 'year_revenue' : 'year_expenditure';
}

/** 收入 or 支出 alone; null where it only carries the topic on. */
function bareFlow(setting: Setting, flow: FlowSide): MeasureId[] | null {
  if (sideOf(setting.topic[0]) === flow) return null;
  if (isFund(setting) || isCapital(setting)) return [yearTotal(setting, flow)];
  if (setting.section === 'totals' || setting.section === 'fiscal')
    return [setting.total ? totals(setting, flow) : yearTotal(setting, flow)];
  if (setting.section === 'revenue' && flow === 'revenue' && setting.topic.length === 0) return ['year_revenue'];
  if (setting.section === 'expenditure' && flow === 'expenditure' && setting.topic.length === 0)
    return ['year_expenditure'];
  if (setting.section === 'general' && flow === 'expenditure' && setting.topic.length === 0)
    return ['general_expenditure'];
  return null;
}

function byFund(setting: Setting, fund: 'general' | 'fund' | 'capital'): MeasureId[] {
  const flow = flowOf(setting);
  return flow ? [`${fund}_${flow}`] : [];
}

function basic(setting: Setting): MeasureId[] {
  if (isFund(setting) || isCapital(setting)) return [];
  if (isGeneral(setting)) return ['general_basic_expenditure'];
  return isFiscal(setting) ? [] : ['basic_expenditure'];
}

function project(setting: Setting): MeasureId[] {
  if (isFund(setting)) return ['fund_project_expenditure'];
  if (isCapital(setting)) return [];
  if (isGeneral(setting)) return ['general_project_expenditure'];
  return isFiscal(setting) ? [] : ['project_expenditure'];
}

/** 人员经费 and 公用经费 are printed for the general public budget only: elsewhere the words mean another amount. */
function ofBasic(setting: Setting, measure: MeasureId): MeasureId[] {
  const { section, head, topic } = setting;
  const whole = head === 'basic_expenditure' || topic[0] === 'basic_expenditure';
  const elsewhere = section === 'totals' || section === 'expenditure' || section === 'revenue';
  return elsewhere || whole || isFund(setting) ? [] : [measure];
}

function balance(setting: Setting, end: 'opening' | 'closing'): MeasureId[] {
  if (isFund(setting)) return [`fund_${end}`];
  if (isCapital(setting)) return [`capital_${end}`];
  if (isFiscal(setting)) return [`fiscal_${end}`];
  return isGeneral(setting) ? [] : [`${end}_balance`];
}

const isQuota = (measure: MeasureId | undefined): boolean => measure?.startsWith('headcount_quota') ?? false;
const isActual = (measure: MeasureId | undefined): boolean => measure?.startsWith('headcount_actual') ?? false;

function staff({ topic }: Setting, kind: 'administrative' | 'institution'): MeasureId[] {
  if (isQuota(topic[0])) return [`headcount_quota_${kind}`];
  return isActual(topic[0]) ? [`headcount_actual_${kind}`] : [];
}

function procurement({ section, topic, head }: Setting, kind: 'goods' | 'works' | 'services'): MeasureId[] {
  const speaks = section === 'procurement' || [...topic, head].some((measure) => measure?.startsWith('procurement_'));
  return speaks ? [`procurement_${kind}`] : [];
}

type Rule = (setting: Setting) => MeasureId[] | null;

const RULES: Readonly<Record<Exclude<Concept, MeasureId>, Rule>> = {
  of_fund: () => [],
  both_totals: (setting) => ofTotals(setting, 'revenue', 'expenditure'),
  fiscal_both_totals: () => ['fiscal_total_revenue', 'fiscal_total_expenditure'],
  in_total: (setting) => ofTotals(setting, 'revenue'),
  out_total: (setting) => ofTotals(setting, 'expenditure'),
  year_in: (setting) => [yearTotal(setting, 'revenue')],
  year_out: (setting) => (setting.subject ? null : [yearTotal(setting, 'expenditure')]),
  in: (setting) => bareFlow(setting, 'revenue'),
  out: (setting) => (setting.subject ? null : bareFlow(setting, 'expenditure')),
  both: (setting) => ofTotals(setting, 'revenue', 'expenditure'),
  fiscal: (setting) => (flowOf(setting) === 'revenue' ? ['fiscal_revenue'] : []),
  fiscal_out: (setting) => (isGeneral(setting) ? ['general_expenditure'] : ['fiscal_expenditure']),
  general: (setting) => byFund(setting, 'general'),
  fund: (setting) => byFund(setting, 'fund'),
  capital: (setting) => byFund(setting, 'capital'),
  basic,
  project,
  personnel: (setting) => ofBasic(setting, 'personnel_expenditure'),
  operating: (setting) => ofBasic(setting, 'operating_expenditure'),
  opening: (setting) => balance(setting, 'opening'),
  closing: (setting) => balance(setting, 'closing'),
  administrative: (setting) => staff(setting, 'administrative'),
  institution: (setting) => staff(setting, 'institution'),
  funds: () => ['performance_funds'],
  goods: (setting) => procurement(setting, 'goods'),
  works: (setting) => procurement(setting, 'works'),
  services: (setting) => procurement(setting, 'services'),
  vehicle_stock: ({ section }) => (section === 'assets' ? ['vehicles_kept'] : []),
  vehicle_kind: ({ topic }) => (topic[0] === 'vehicles_purchased' ? ['vehicles_purchased'] : ['vehicles_kept']),
};

const isRule = (concept: Concept): concept is Exclude<Concept, MeasureId> => Object.hasOwn(RULES, concept);

/** The measures a word means where it stands: none when it names something else here, null when it only carries on. */
export function resolve(concept: Concept, setting: Setting): readonly MeasureId[] | null {
  return isRule(concept) ? RULES[concept](setting) : [concept];
}

/** One figure printed for two measures has a measure of its own. */
export function combine(measures: readonly MeasureId[]): MeasureId | undefined {
  const [first, second] = measures;
  if (measures.length === 1) return first;
  if (measures.length !== 2) return undefined;
  if (first === 'total_revenue' && second === 'total_expenditure') return 'total_revenue_expenditure';
  return first === 'fiscal_total_revenue' && second === 'fiscal_total_expenditure' ? 'fiscal_total' : undefined;
}

const GENERIC: ReadonlySet<Concept> = new Set<Concept>([
  'in_total',
  'out_total',
  'both_totals',
  'year_in',
  'year_out',
  'in',
  'out',
  'both',
  'fiscal',
  'fiscal_out',
  'general',
  'fund',
  'capital',
]);

/** Words that, behind a narrower noun, only say that its total is meant: “三公”经费总支出. */
export const isGeneric = (concept: Concept): boolean => GENERIC.has(concept);
