/** The parts of the narrative, told by the words of their headings. */
export type SectionId =
  | 'totals'
  | 'revenue'
  | 'expenditure'
  | 'fiscal'
  | 'general'
  | 'basic'
  | 'fund'
  | 'capital'
  | 'three_public'
  | 'agency'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'personnel'
  | 'overview'
  | 'definitions'
  | 'contents'
  | 'statements'
  | 'other';

/** First match decides: the narrower title stands before the one it contains. */
const TITLES: readonly (readonly [SectionId, RegExp])[] = [
  ['contents', /^目录$/],
  ['definitions', /名词解释|名词释义|术语解释/],
  ['overview', /重点工作|主要工作|工作总结|工作任务|工作完成情况|工作情况|工作开展情况(?<!绩效.*)/],
  ['performance', /绩效/],
  ['three_public', /三公|会议费|培训费|出国|公务接待|公务用车|公车|接待费/],
  ['agency', /机关运行|机构运行经费/],
  ['procurement', /政府采购|采购支出/],
  ['assets', /国有资产|资产占[用有]|资产情况|资产信息|车辆/],
  ['fund', /政府性基金/],
  ['capital', /国有资本/],
  ['basic', /(一般公共|财政拨款)[^，]*基本支出|基本支出决算/],
  ['expenditure', /^(基本|项目)支出/],
  ['general', /一般公共预算|一般公共财政|公共财政预算|公共预算/],
  ['fiscal', /财政拨款/],
  ['totals', /收入支出|收支|收、支|收入、支出/],
  ['revenue', /收入/],
  ['expenditure', /支出/],
  ['personnel', /人员(情况|构成|编制)|编制(及|和)?实有|人员情况/],
  ['overview', /职责|职能|机构设置|内设机构|概况|基本情况|单位构成|部门构成|机构情况/],
  ['statements', /决算表|决算公开表|报表/],
  ['other', /其他|其它|附件|重要事项/],
];

/** The section a heading opens; null for a heading that only divides the section it stands in. */
export function sectionOf(title: string): SectionId | null {
  return TITLES.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

const SUBJECT_SECTIONS = new Set<SectionId | null>(['general', 'expenditure', 'fund', 'capital', 'fiscal']);

/** Where a name of the functional classification may stand without its mark. */
export const listsSubjects = (section: SectionId | null): boolean => SUBJECT_SECTIONS.has(section);

/** Where a department tells what it is and what it did: amounts there are not of its account. */
export const isOverview = (section: SectionId | null): boolean => section === 'overview' || section === 'personnel';
