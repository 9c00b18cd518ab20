import type { Concept } from './concepts';

const TOTAL = '{总计|总额|总数|总量}';
/** 公共财政预算 was its name until 2014. */
const GENERAL = '{一般公共{预算|财政预算}|公共财政预算|公共预算}{财政|}拨款';
const GENERAL_SHORT = '{一般公共{预算|财政}|公共财政预算}';
const FUND = '政府性基金{预算|}{财政拨款|拨款|}';
const CAPITAL = '国有资本经营{预算|}{财政拨款|拨款|}';
const BALANCE = '{结转{和|与|及|、|}结余|结转结余|结转|结余}{资金|}';
const COST = '{费用|费|经费|}{支出|}';
const SPENT = '{财政拨款|一般公共预算财政拨款|一般公共预算拨款|一般公共预算|公共预算财政拨款|公共财政预算拨款|}';

/** The nouns of the field that carry money; braces list alternatives, the longest word wins. */
export const MONEY_NOUNS: readonly (readonly [Concept, string])[] = [
  ['both_totals', `{本年度|本年|年度|}{收入、支出|收、支|收入和支出|收入与支出|收入及支出|收入支出|收支}${TOTAL}`],
  ['both_totals', `{收入${TOTAL}、支出${TOTAL}|收入${TOTAL}{和|与|及}支出${TOTAL}|总收入、总支出|总收入{和|与}总支出}`],
  ['both_totals', '{收入支出|收支|收入、支出|收、支}总体'],
  ['fiscal_both_totals', `财政拨款{收入、支出|收、支|收入和支出|收入与支出|收入支出|收支}{决算|}${TOTAL}`],
  ['fiscal_both_totals', '财政拨款{收入支出|收支|收入、支出|收、支}总体'],
  ['fiscal_both_totals', `财政拨款收入${TOTAL}{、|和|与|及}{财政拨款|}支出${TOTAL}`],
  ['in', '收入'],
  ['out', '支出'],
  ['both', '{收入、支出|收、支|收支|收入支出|收入和支出}'],
  ['in_total', `{收入{决算|}${TOTAL}|{本年度|本年|年度|}总收入{合计|}}`],
  ['out_total', `{支出{决算|}${TOTAL}|支${TOTAL}|{本年度|本年|年度|}总支出{合计|}}`],
  ['year_in', '{本年度|本年|当年|年度|}收入{合计|决算合计}'],
  ['year_in', '{本年度|本年|当年}收入'],
  ['year_out', '{本年度|本年|当年|年度|}支出{合计|决算合计}'],
  ['year_out', '{本年度|本年|当年}支出'],
  ['fiscal_total_revenue', `财政拨款{决算|}{收入${TOTAL}|总收入}`],
  ['fiscal_total_expenditure', `财政拨款{决算|}{支出${TOTAL}|总支出}`],
  ['fiscal_revenue', '{本年|}财政{拨款|补助}{本年|}收入{合计|}'],
  ['fiscal_out', '{本年|}财政拨款{本年|}支出{合计|}'],
  ['fiscal', '财政拨款'],
  ['general_revenue', `${GENERAL}{本年|}收入{合计|${TOTAL}|}`],
  ['general_revenue', `${GENERAL_SHORT}{本年|}收入`],
  ['general_expenditure', `${GENERAL}{本年|}支出{合计|${TOTAL}|}`],
  ['general_expenditure', `${GENERAL}总支出`],
  ['general_expenditure', `${GENERAL_SHORT}{本年|}支出{合计|${TOTAL}|}`],
  ['general', `{${GENERAL}|一般公共预算|一般公共财政预算|一般公共财政拨款|公共财政预算|公共预算}`],
  ['general_basic_expenditure', `{${GENERAL}|一般公共预算|一般公共财政拨款|财政拨款}基本支出`],
  ['general_project_expenditure', `{${GENERAL}|一般公共预算}项目支出`],
  ['of_fund', `{${FUND}|${CAPITAL}}{收入|支出|收、支|收支|收入支出|收入、支出}{总体|${TOTAL}}`],
  ['fund_revenue', `${FUND}{本年|}收入{合计|}`],
  ['fund_expenditure', `${FUND}{本年|}支出{合计|}`],
  ['fund_project_expenditure', `${FUND}项目支出`],
  ['fund_opening', `${FUND}{年初|上年}${BALANCE}`],
  ['fund_closing', `${FUND}{年末|年终|期末}${BALANCE}`],
  ['fund', FUND],
  ['capital_revenue', `${CAPITAL}{本年|}收入{合计|}`],
  ['capital_expenditure', `${CAPITAL}{本年|}支出{合计|}`],
  ['capital', CAPITAL],
  ['superior_subsidy_revenue', '上级补助{收入|}'],
  ['institution_revenue', '事业{预算|}收入'],
  ['business_revenue', '经营{预算|}收入'],
  ['affiliate_remittance_revenue', '{附属单位|下级单位}{上缴|缴款|上缴款}{收入|}'],
  ['other_revenue', '其他{预算|}收入'],
  ['basic', '基本支出{经费|}'],
  ['project', '项目支出{经费|}'],
  ['business_expenditure', '经营{预算|}支出'],
  ['superior_remittance_expenditure', '{上缴|上解}上级{支出|}'],
  ['affiliate_subsidy_expenditure', '对附属单位补助{支出|}'],
  ['personnel', '人员{经费|支出}{支出|}'],
  ['operating', '{日常|}公用{经费|支出}{支出|}'],
  ['opening', `{年初|上年|以前年度}${BALANCE}`],
  ['closing', `{年末|年终|期末}${BALANCE}`],
  ['fiscal_opening', `{年初|上年}财政拨款${BALANCE}`],
  ['fiscal_closing', `{年末|年终}财政拨款${BALANCE}`],
  ['use_of_balance', '使用非财政拨款结余{和专用结余|}'],
  ['balance_distribution', '结余分配'],
  ['agency_operating_cost', `{机关|机构}运行经费{财政拨款|}{支出|}`],
  ['three_public', `三公{经费|}${SPENT}{支出|}{总额|}`],
  ['overseas_travel', `因公{临时|}出国{(境)|境|}${COST}`],
  ['vehicles', `{公务用车|公务车|公务车辆}购置{及|和|与|}{运行|使用}{维护|维修|}${COST}`],
  ['vehicles', `公车购置{及|和|与|}运行{维护|}${COST}`],
  ['vehicles', '公务用车及运行{维护|}费{支出|}'],
  ['vehicles', '公务用车费{支出|}'],
  ['vehicles', '{公务用车|公务车|公车}购置费{及|和|与}{公务用车|公务车|}运行{维护|维修|}费{支出|}'],
  ['vehicle_purchase', '{公务用车|公务车|公车}购置{费用|费|经费|支出}{支出|}'],
  [
    'vehicle_running',
    `{公务用车|公务车|公务车辆|公车|车辆}{运行|运行费|运行和|运行及}{维护|维修|}{费用|费|经费|支出}{支出|}`,
  ],
  ['vehicle_running', '{公务用车|公务车|公车|车辆}运行维护'],
  ['vehicle_running', '{公务用车|公务车|公车}{日常|}运行'],
  ['reception', `公务接待${COST}`],
  ['conference', '会议{费|费用|费支出|支出}'],
  ['training', '培训{费|费用|费支出|支出}'],
  ['procurement_total', '政府采购{支出|金额|}{总额|合计|总金额|总支出|}'],
  ['procurement_goods', '政府采购货物{类|}{采购|}{支出|}{金额|}'],
  ['procurement_works', '政府采购工程{类|}{采购|}{支出|}{金额|}'],
  ['procurement_services', '政府采购服务{类|}{采购|}{支出|}{金额|}'],
  ['goods', '{采购|}货物{类|}{采购|}{支出|}{金额|}'],
  ['works', '{采购|}工程{类|}{采购|}{支出|}{金额|}'],
  ['services', '{采购|}服务{类|}{采购|}{支出|}{金额|}'],
  ['procurement_sme', '{授予|}中小企业{的|}{政府采购|}{合同|采购}{金额|总额|金|}{合计|}'],
  ['procurement_micro', '{授予|}小{微|型微型|型、微型}企业{的|}{政府采购|}{合同|采购}{金额|总额|金|}{合计|}'],
  ['funds', '{自评|评价|}{资金|金额}{总额|}'],
  [
    'performance_funds',
    '{涉及|共涉及}{一般公共预算|政府性基金预算|财政拨款|财政|预算}{支出|项目支出|当年拨款|拨款}{资金|}',
  ],
  ['performance_funds', '{涉及|共涉及|覆盖|评价}{预算|财政|财政性|项目|}{资金|金额}{总额|合计|共计|}'],
];

/** The nouns that carry a count. */
export const COUNT_NOUNS: readonly (readonly [Concept, string])[] = [
  ['headcount_quota', '{人员|核定|核定人员|机构|总|}编制{数|总数|人数|人员|人员数|}'],
  ['headcount_quota_administrative', '{核定|}行政{人员|单位|}编制{数|人数|}'],
  ['headcount_quota_institution', '{核定|}{参公|参公管理|参照公务员法管理|}事业{人员|单位|}编制{数|人数|}'],
  ['headcount_actual', '{年末|}{实有|实际在编|实际在岗}{在职|在编|}{人员|人数|}{总数|数|}'],
  ['headcount_actual', '实际{在职|在编|在岗|}{人数|人员}{总数|}'],
  [
    'headcount_actual',
    '{年末|}{现有|}{在职|在编|在编在职|在职在编|在岗}{人员|人数|职工|教职工|教师|干部|干部职工|}{总数|数|}',
  ],
  ['headcount_actual_administrative', '实有行政{人员|}{编制人员|}'],
  ['headcount_actual_institution', '实有{参公|}事业{人员|}'],
  ['administrative', '{行政|行政人员|行政编制人员}'],
  ['institution', '{参公|参公管理|}{事业|事业人员|事业编制人员}'],
  ['retirees', '{离退休|离休|退休}{人员|干部|职工|}{总数|数|}'],
  ['vehicles_kept', '{公务用车|公务车辆|公务车|公车|车辆|}{现|}{保有量{数|}|总数}'],
  ['vehicles_kept', '{年末|}{共有|现有|实有|保有|共保有}{公务|}{车辆|用车|公务用车|车}'],
  ['vehicles_kept', '公务用车保有'],
  ['vehicle_kind', '{{副部级{及|}以上|主要|}领导{干部|}|主要负责人}用车'],
  [
    'vehicle_kind',
    '{机要|机要通信|应急|应急保障|执法执勤|执勤执法|特种专业技术|离退休干部|离退休干部服务|业务|一般公务|一般执法执勤|其他|其它|老干部|机要应急|实物保障|调研}用车',
  ],
  [
    'vehicle_kind',
    '{轿车|小轿车|越野车|{小型|中型|大型|大中型|中小型|}载客汽车|商务车|特种车|特种车辆|特种专业车|特种作业车|客车|货车|其他车型|其他车辆|旅行车|面包车|皮卡车|摩托车}',
  ],
  ['vehicles_purchased', '{当年|本年|本年度|全年|}购置{公务用车|公务车|公车|公务车辆|车辆|}{数|数量|}'],
  ['vehicles_purchased', '{公务用车|公务车|公车|车辆}购置{数|数量|量|}'],
  ['headcount_quota', '{实有|}{公务用车|公务车|公车|车辆}编制{数|}'],
  ['vehicles_purchased', '{购置|更新|更新购置|购置更新|新购}{公务用车|公务车|车辆}'],
  ['equipment_kept', '{单价|单位价值|}{通用|专用|大型}设备'],
  ['equipment_kept', '{大型|仪器|}设备'],
  ['reception_batches', '{国内|}{公务|}接待{批次|批数}'],
  ['reception_batches', '{国(境)外|国外|外事|外宾}{公务|}接待{批次|批数}'],
  ['reception_visitors', '{国(境)外|国外|外事|外宾}{公务|}接待{人次|人数}'],
  ['reception_visitors', '{国内|}{公务|}接待{总|}{人次|人数|人员}'],
  ['reception_batches', '{来访|来宾|外来}团组{数|}'],
  ['overseas_groups', '{因公|}{出国{(境)|}|}团组{数|}'],
  ['overseas_persons', '{因公|}出国{(境)|}{人次|人数|人员}'],
  ['performance_projects', '{涵盖|涉及|共涉及|覆盖|开展|评价|自评|}{一级|二级|三级|}项目'],
  ['performance_score', '{部门|}{自评|评价|自评价|绩效|绩效自评|绩效评价|综合}{得分|分数|评分|总分|总得分}'],
  ['performance_score', '{得分|总得分}'],
];

/** Headings of the economic classification, 类. */
export const ECONOMIC_NOUNS: readonly string[] = [
  '工资福利{支出|费用}',
  '{商品和服务|商品服务}支出',
  '对个人和家庭{的|}补助{支出|}',
  '{其他|}资本性支出',
  '债务利息及费用支出',
];

/** Whose part a money noun of the three public expenses is: 国内, 外事. */
export const PART_NOUNS: readonly (readonly [Concept, string])[] = [
  ['reception', '{国内|外事|外宾|国(境)外|国外}{公务|}接待{费|支出|费支出|费用}'],
];
