import type {
  FundChoice,
  NatureChoice,
  SpenderOrder,
  SubjectList,
  SubjectSelection,
  SubjectView,
} from '../../lib/subjectSelection';

/** A code list in words. Economic codes stand only in the statement of basic expenditure. */
export const LISTS: Readonly<
  Record<SubjectList, { title: string; tree: string; scope: string; first: string; second: string }>
> = {
  functional: {
    title: '支出功能分类',
    tree: '类、款、项',
    scope: '各部门决算表中的支出，按支出功能分类科目',
    first: '基本支出',
    second: '项目支出',
  },
  economic: {
    title: '支出经济分类',
    tree: '类、款',
    scope: '一般公共预算财政拨款基本支出，按支出经济分类科目；项目支出没有按经济分类公开',
    first: '人员经费',
    second: '公用经费',
  },
};

export const FUND_WORDS: Readonly<Record<FundChoice, string>> = {
  general: '一般公共预算财政拨款',
  fund: '政府性基金预算财政拨款',
  capital: '国有资本经营预算财政拨款',
};

export const NATURE_WORDS: Readonly<Record<NatureChoice, string>> = { basic: '基本支出', project: '项目支出' };

export const VIEW_WORDS: Readonly<Record<SubjectView, string>> = {
  amount: '金额',
  share: '占上级',
  person: '人均',
  index: '指数',
};

export const ORDER_WORDS: Readonly<Record<SpenderOrder, string>> = {
  amount: '金额从大到小',
  least: '金额从小到大',
  department: '地区和部门',
};

/** Which money is counted, in words; empty for all of it. */
export const moneyWords = ({ fund, nature }: Pick<SubjectSelection, 'fund' | 'nature'>): string =>
  [fund && FUND_WORDS[fund], nature && NATURE_WORDS[nature]].filter(Boolean).join('的');

export const LEVEL_WORDS: Readonly<Record<1 | 2 | 3, string>> = { 1: '类', 2: '款', 3: '项' };

/** Whose spending is shown, in words. */
export function scopeWords(
  { departments, region }: SubjectSelection,
  names: ReadonlyMap<string, string>,
  known: number,
): string {
  if (departments.length === 1) return names.get(departments[0] ?? '') ?? '所选部门';
  if (departments.length > 1) return `所选 ${known} 个部门`;
  if (region !== undefined) return `${names.get(region) ?? region}的 ${known} 个部门`;
  return known === 1 ? '已收录的 1 个部门' : `已收录的全部 ${known} 个部门`;
}
