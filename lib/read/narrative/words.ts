import type { Direction } from '../../facts';
import type { Concept } from './concepts';
import { COUNT_NOUNS, ECONOMIC_NOUNS, MONEY_NOUNS, PART_NOUNS } from './nouns';
import { expand, Trie } from './trie';

export type Level = 'initial_budget' | 'annual_budget' | 'budget' | 'final';

/** What a word of the field does in a sentence. */
export type Word =
  | { kind: 'noun'; concept: Concept; counts: boolean; part: boolean }
  | { kind: 'economic' }
  | { kind: 'class' }
  | { kind: 'level'; level: Level; flow: 'in' | 'out' | null }
  | { kind: 'executed' }
  | { kind: 'change'; direction: Direction | null; names: 'amount' | 'rate' | null }
  | { kind: 'compared'; direction: Direction | null; base: 'year' | 'budget' }
  | { kind: 'unchanged' }
  | { kind: 'share' }
  | { kind: 'completion' }
  | { kind: 'list' }
  | { kind: 'each' }
  | { kind: 'cause' }
  | { kind: 'purpose' }
  | { kind: 'filler' };

const CHANGES: readonly (readonly [Direction | null, string])[] = [
  ['increase', '{增加|增长|上升|提高|增支|增收|上涨|增多|新增|增幅|多支出|多支|多收|超支|超出|超|扩大}'],
  [
    'decrease',
    '{减少|下降|降低|减低|减支|减收|压减|压缩|缩减|缩小|削减|节约|节省|节支|降幅|减幅|少支出|少支|下浮|核减|调减|少}',
  ],
  ['increase', '{增|升}'],
  ['decrease', '{减|降}'],
  [null, '{增加|增长|上升|增}({减少|下降|降低|减})'],
  [null, '{减少|下降|降低|减}({增加|增长|上升|增})'],
  [null, '{增减|增减变动|增加/减少|增长/下降|减少/增加|下降/增长|变动|变化}'],
];
const CHANGE_TAIL = '{了|额{为|}|数{为|}|金额{为|}|幅度{为|}|率{为|}|比例{为|}|为|约|共}';

/** A tail that says amount or rate is kept in mind: 增减额, 增长率. */
function addChanges(add: (pattern: string, word: Word) => void): void {
  for (const [direction, pattern] of CHANGES) {
    for (const change of expand(pattern)) {
      add(change, { kind: 'change', direction, names: null });
      for (const tail of expand(CHANGE_TAIL)) add(change + tail, { kind: 'change', direction, names: null });
    }
  }
  // 预决算差异率 -4.00%: the sign says which way
  for (const rate of expand('{预决算|预算|}差异率{为|}'))
    add(rate, { kind: 'change', direction: 'increase', names: 'rate' });
}

const BUDGET = '预算{数|}';
const LEVELS: readonly (readonly [Level, 'in' | 'out' | null, string])[] = [
  ['initial_budget', null, '{支出|收入|}年初{部门|财政|收入|支出|}预算{数|安排|安排数|批复数|额|金额|}'],
  [
    'annual_budget',
    null,
    '{支出|收入|}{全年|全年支出|调整|年中调整|调整后|调整后的|年度调整|年中调整|调整后全年}{支出|}预算{数|额|安排|金额|}',
  ],
  ['annual_budget', null, '{调整数|调整后数|追加后预算数}'],
  ['budget', null, '{支出|收入|}{年度|本年|当年|年|}{财政|部门|}预算{数|安排|安排数|批复数|额|金额|总额|总计|合计|}'],
  ['final', 'out', '支出{决算|决算数|决算总额|数|总额|金额|决算为|汇总数|决算汇总数|决算支出数|完成数}'],
  ['final', 'in', '收入{决算|决算数|数|金额|决算为}'],
  [
    'final',
    null,
    '{决算|决算数|决算总额|决算支出|决算支出数|决算汇总数|决算数字|决算合计|决算数合计|实际支出|实际支出数|实际执行|实际完成|支出合计|合计支出}',
  ],
  ['final', 'out', '{本年|本年度|}{支出决算|支出决算数|决算支出}'],
];

const COMPARED: readonly (readonly ['year' | 'budget', string])[] = [
  ['budget', '{年初预算|全年预算|调整预算|预算}{数|}'],
  ['year', '{上年|上年度|去年|上年决算|上年决算数}'],
];

const COMPLETION = [
  '完成{了|}{年初|全年|调整|调整后|调整后的|年度|当年|本年|年|}{支出|收入|部门|财政|}预算{数|安排|总额|}{的|}{比例|}{为|}',
  '{为|占|达到|达}{年初|全年|调整|调整后|年度|总|支出|}预算{数|安排|总额|}{的|比|比例|}{为|}',
  '{预算|}{执行率|完成率|完成比例|执行进度|支出进度|完成度}{为|达|达到|}',
  '{预算|}{执行|完成}{比例|率}{为|达|}',
];

const SHARES = ['占', '{占比|所占比例|所占比重|占比例|占的比例|比重|占总比}{为|达|是|}'];
const LISTS = [
  '其中',
  '包括',
  '包含',
  '分别是',
  '分别为',
  '具体为',
  '具体如下',
  '其中：',
  '主要用于以下方面',
  '主要用于以下几方面',
  '用于以下方面',
  '主要用于以下几个方面',
  '由以下部分构成',
  '按支出性质分',
  '按{支出|}{政府|}{功能|经济}{分类|}{科目|}',
];
const EACH = ['各', '分别', '均', '都', '双双', '各自', '均为', '各为', '各是', '都是', '都为'];
const CAUSES = [
  '{主要|主因|主要原因|原因|其原因|具体原因|变动原因|变动主要原因|主要变动原因|变化原因|增加原因|减少原因|增长原因|下降原因}{是由于|是因为|是|为|在于|有|系}',
  '{主要原因|原因|变动原因|增加原因|减少原因|主要变动原因|变动的主要原因|的原因|的主要原因|主要是原因|主要变化原因}',
  '{主要|}{由于|因为|系因|因}',
  '{主要是|主要系|主要为了|主要因|系由|得益于|上升主要|的变化}',
];
const PURPOSES = ['{主要|}{用于|用途|支付|负责|内容包括|保障}', '{主要包括|具体包括|具体内容}', '为{保障|完成|了}'];

const FILLERS = [
  '{为|是|共|共计|总计|合计|计|累计|约|达|达到|的|了|中|在|其|数|已|仅|有|元|并|且|和|与|及|即|本|全|等|由|从|以|将|对|按|第|小计|汇总数|汇总|总额|总数|总}',
  '{年度|全年|当年|本年|本年度|年内|年末|年底|截至|截止|期间|上半年}',
  '{本单位|本部门|我单位|我局|我部门|我院|我校|我中心|我委|我办|我镇|我县|我区|我市|本局|本院|本校|该单位|本级|部门|单位|机关|所属单位|下属单位|行政事业单位|事业单位|行政单位|机关及所属单位|各部门|区级|县级|市级|省级|州级|镇级|县本级|区本级|市本级|州本级|省本级}',
  '{相比|相比较|相较|外事接待|外事|外宾接待|国(境)外接待|国(境)外}',
  '{安排|实际|实际安排|完成|实现|发生|支付|使用|列支|取得|形成|收到|开展|组织|用|资金|经费|金额|款|费用|情况|总体|具体|相关|有关|结构|上述}',
  '{数为|金额为|总额为}',
  '{一般公共预算|一般公共预算财政拨款|财政拨款|使用财政拨款|用财政拨款|使用一般公共预算拨款|一般公共预算拨款}{安排的|安排|资金安排|开支的|开支}',
  '{所属|下属|各|二级|基层|}{预算|决算|预决算}单位',
  '{列入|纳入|}{部门预算|本部门预算|单位预算|部门决算|单位决算|总体情况|收入情况|支出情况|具体情况|纳入}',
  '{按规定|按照规定|全部为|全部是|全部|主要为|属|同时|此外|另外|另|从汇总数据看|经比较|口径|同口径|按同口径|可比口径|决算执行情况|从评价情况来看}',
  '{人民币|大写|折合|开支|单价|单位价值|价值}',
  '{公务用车|公务车|公务车辆|公车|国内公务接待|公务接待|国内接待|接待|团组|人次|批次|批|参加|因公出国(境)|出国(境)|出国|因公|外出|来访|来宾|国内|次数|数量|人数|辆|台|维修}',
  '{政府采购|采购|合同|授予|项目|个项目|绩效|自评|部门整体|整体支出|部门整体支出|涉及|金额合计|公开|拨款}',
  '{管理|管理的|所管理的|批复|核定|列入}',
  '{达到了|形成了|还有|没有|无|未|不|均无}',
];

/** The words of the field, ready for longest matches. */
export function buildWords(classNames: Iterable<string>): Trie<Word> {
  const words = new Trie<Word>();
  const add = (pattern: string, word: Word) => {
    for (const text of expand(pattern)) if (text !== '') words.add(text, word);
  };
  for (const [concept, pattern] of PART_NOUNS) add(pattern, { kind: 'noun', concept, counts: false, part: true });
  for (const [concept, pattern] of MONEY_NOUNS) add(pattern, { kind: 'noun', concept, counts: false, part: false });
  for (const [concept, pattern] of COUNT_NOUNS) add(pattern, { kind: 'noun', concept, counts: true, part: false });
  for (const pattern of ECONOMIC_NOUNS) add(pattern, { kind: 'economic' });
  for (const name of classNames) add(name, { kind: 'class' });
  for (const pattern of COMPLETION) add(pattern, { kind: 'completion' });
  for (const [level, flow, pattern] of LEVELS) add(pattern, { kind: 'level', level, flow });
  add('{全年|预算|}{执行数|执行金额}', { kind: 'executed' });
  for (const [base, pattern] of COMPARED) {
    add(`{决算数|决算|支出决算|支出|实际支出数|}{大于|高于|多于|超过|超出|超}${pattern}`, {
      kind: 'compared',
      direction: 'increase',
      base,
    });
    add(`{决算数|决算|支出决算|支出|实际支出数|}{小于|低于|少于}${pattern}`, {
      kind: 'compared',
      direction: 'decrease',
      base,
    });
  }
  add(
    '{与|较|同|比|和|}{持平|一致|相同|相等|无变化|无增减|无增减变化|无增减变动|未发生变化|没有变化|无变动|未发生增减变动|没有增减变化|没有增减}',
    { kind: 'unchanged' },
  );
  addChanges(add);
  for (const pattern of SHARES) add(pattern, { kind: 'share' });
  for (const pattern of LISTS) add(pattern, { kind: 'list' });
  for (const pattern of EACH) add(pattern, { kind: 'each' });
  for (const pattern of CAUSES) add(pattern, { kind: 'cause' });
  for (const pattern of PURPOSES) add(pattern, { kind: 'purpose' });
  for (const pattern of FILLERS) add(pattern, { kind: 'filler' });
  add(BUDGET, { kind: 'level', level: 'budget', flow: null });
  return words;
}
