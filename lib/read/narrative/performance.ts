import { WHOLE_DEPARTMENT } from '../../facts';
import type { SectionId } from './sections';

const SUMMARY = /^(.{2,80}?)(支出)?(绩效)?自评(情况)?综述(?=：|。|$)/;
const REVIEWED = /对([^，。；：]{2,50}?)(开展|进行|实施)了?(部门|财政)?重点(绩效)?评价/;
const GENERAL_TITLE = /情况|结果|说明|工作|评价$|自评$|绩效|支出$/;

/** A project's name without what a summary's heading adds to it. */
const nameOf = (text: string): string =>
  text.replace(/(省|市|县|区|州)?级专项资金$/, (suffix) =>
    text.length > suffix.length && /专项资金/.test(text.slice(0, -suffix.length)) ? '' : suffix,
  );

/** The project or special fund a performance summary is about, where heading or text names it. */
export function projectOf(titles: readonly string[], text: string, section: SectionId | null): string | null {
  for (const source of [text, titles.at(-1) ?? '']) {
    const name = SUMMARY.exec(source)?.[1];
    if (name && !/整体/.test(name)) return nameOf(name);
  }
  if (section !== 'performance') return null;
  const reviewed = REVIEWED.exec(text)?.[1];
  const title = titles.at(-1) ?? '';
  if (reviewed && title !== '' && title.startsWith(reviewed)) return title;
  if (/项目$|资金$/.test(title) && !GENERAL_TITLE.test(title)) return title;
  return null;
}

/** Which projects a number of projects or an amount of funds is about; null for all of them. */
export function projectKindOf(after: string, noun = '', sentence = ''): string | null {
  if (/^(部门|单位)?整体(支出)?(绩效)?(自评|评价|绩效)/.test(after)) return WHOLE_DEPARTMENT;
  const reviewed = /(财政|部门)?重点(绩效)?评价/.exec(sentence);
  if (reviewed) return `${reviewed[1] ?? '部门'}重点评价`;
  const kind = /^(?:省|市|县|区|州|本)?级?(一级项目|二级项目|三级项目|专项资金)/.exec(after)?.[1];
  return kind ?? /[一二三]级项目/.exec(noun)?.[0] ?? null;
}

/** Whether a passage speaks of the department's whole expenditure. */
export function isWholeDepartment(titles: readonly string[], text: string): boolean {
  if (/整体支出|部门整体|整体绩效/.test(titles.at(-1) ?? '')) return true;
  const [first = ''] = text.split('。', 1);
  const named = first.search(/部门整体|整体支出/);
  return named >= 0 && /全年预算|执行数|自评得分/.test(first.slice(named));
}
