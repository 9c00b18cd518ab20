import type { StatementId } from '../../statements';
import { fold } from './lines';

const NUMBERS = '[0-9一二三四五六七八九十]';
/** Where a list or a table numbers itself before its title: 一、 · （三） · 表5 · 附表2： · 公开03表 */
const NUMBER_IN_FRONT = new RegExp(
  `^(?:(?:-|·|•|●|■)|第${NUMBERS}+[张部]分?|(?:公开|附|财决|决算|Z)?0?${NUMBERS}{1,3}(?:-\\d)?表|(?:附件?|公开)?表?\\(?${NUMBERS}{1,3}(?:-\\d)?\\)?[、.:,]|附?表${NUMBERS}{1,3}|\\(${NUMBERS}{1,3}\\)|附?表[:：]|附件${NUMBERS}*:?)`,
);
const NUMBER_BEHIND = new RegExp(`\\(?(?:公开|附|财决)?0?${NUMBERS}{0,2}(?:-\\d)?表\\)?$`);
const UNIT_BEHIND = /\(?(?:金额)?单位:(?:人民币)?[百千万亿]*元\)?$/;
const BRACKETS_BEHIND = /\((?:[^()]|\([^()]*\))*\)$/;
const CONTINUED = /\(?(?:续表?|续上表)[\d一二三四]*\)?$|^续表?:?/;

/** A title alone: numbers, unit, bracketed additions and “续” taken off; undefined where the text cannot be one. */
export function bareTitle(text: string): string | undefined {
  let title = fold(text);
  if (title.length > 90 || /[。;；!?]/.test(title)) return undefined;
  for (let before = ''; before !== title; ) {
    before = title;
    title = title.replace(NUMBER_IN_FRONT, '').replace(UNIT_BEHIND, '').replace(CONTINUED, '');
    const behind = title.replace(NUMBER_BEHIND, '');
    if (/表$|表\([^()]*\)$/.test(behind)) title = behind;
    const bare = title.replace(BRACKETS_BEHIND, '');
    if (bare.endsWith('表')) title = bare;
  }
  return title.endsWith('表') && title.length >= 4 && title.length <= 70 ? title : undefined;
}

const OTHER_TABLES =
  /项目支出|项目收入|财政专户|资产|机构运行|采购|绩效|自评|债务|转移支付|基本数字|人员情况|调整|审核|分析|对比|差异|增减|预算(总|明细)?表$|非税|征缴|政府经济分类|住房/;
/** Where a title's own words begin, behind the name of the department. */
const CORE =
  /财政拨款|一般公共预算|公共财政预算|公共预算|政府性基金|国有资本经营|财政专户|项目|收入|支出|收支|收、支|三公|因公出国/;
const FUNDS = [/一般公共预算|公共财政预算|公共预算/, /政府性基金/, /国有资本/];

/** Which of the nine statements a title names, whatever its number and place; undefined for any other text. */
export function statementOf(text: string): StatementId | undefined {
  const whole = bareTitle(text);
  if (!whole || /[,:]/.test(whole.replace(/^.*?:/, '')) || /说明|报告|详见|如下|目录|所列/.test(whole))
    return undefined;
  if (/[按分](?:单位|部门|预算单位)/.test(fold(text))) return undefined;
  const core = Math.max(0, whole.search(CORE));
  if (/、|费$/.test(whole.slice(0, core))) return undefined;
  const title = whole.slice(core);
  const funds = FUNDS.filter((fund) => fund.test(title)).length;
  if (/三公/.test(title) || /出国.*(公务用车|接待)/.test(title))
    return /政府性基金|国有资本/.test(title) && funds === 1 ? undefined : 'three_public';
  if (OTHER_TABLES.test(title) || !/决算|(收支|收入支出|收入|支出)(总|情况|总体情况)?表$/.test(title)) return undefined;
  const both = /收入支出|收支|收、支/.test(title);
  if (funds > 1) return both ? 'fiscal_appropriation_summary' : undefined;
  if (/政府性基金|国有资本/.test(title) && /基本支出/.test(title)) return undefined;
  if (/政府性基金/.test(title)) return 'government_fund';
  if (/国有资本/.test(title)) return 'state_capital';
  if (/基本支出/.test(title)) return 'general_budget_basic_expenditure';
  if (funds === 1) return /支出|收支/.test(title) ? 'general_budget_expenditure' : undefined;
  if (/财政拨款/.test(title)) {
    if (both) return 'fiscal_appropriation_summary';
    return /支出/.test(title) ? 'general_budget_expenditure' : undefined;
  }
  if (both) return 'revenue_expenditure_summary';
  if (/支出/.test(title)) return 'expenditure';
  return /收入/.test(title) ? 'revenue' : undefined;
}

/** A piece of a title that a line break has cut off: words of titles and nothing else. */
export function isTitlePiece(text: string): boolean {
  const piece = fold(text).replace(NUMBER_IN_FRONT, '');
  return (
    piece.length >= 2 &&
    piece.length <= 40 &&
    !piece.endsWith('表') &&
    /^(?:.{0,30}?(?:20\d\d|二[〇○零]..)年度?)?(?:部门|单位|本级|一般|公共|财政|预算|拨款|政府性|基金|国有|资本|经营|三公|经费|收入|支出|决算|收支|基本|及|和|、|会议费|培训费|公开|明细|总|项目|情况)+$/.test(
      piece,
    )
  );
}

/** The table's own number as printed, e.g. 公开03表; null where the text has none. */
export function numberIn(text: string): string | null {
  const match =
    /((?:公开|财决|决算)(?:附)?表?0?[\d一二三四五六七八九十]{1,3}(?:-\d)?表?|附?表[\d一二三四五六七八九十]{1,3}(?!\d))/.exec(
      fold(text),
    );
  return match?.[1] ?? null;
}
