import { columnBars } from '../charts/columnBars';
import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import { findMetric } from '../metrics';
import { basicSpendingOn, basicSpendingSubjects, type PrintedSubject } from '../spending';
import { type MoneyScale, measuredCell, metricCell, moneyScale, withUnit } from './cells';
import { cellOf, compose, optionOf, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelRow } from './panel';
import { AMOUNT_OR_SHARE, barColumns, subjectRows, unionOf } from './subjects';

const TOTALS = [
  ['general_basic_expenditure', '基本支出'],
  ['personnel_expenditure', '人员经费'],
  ['operating_expenditure', '公用经费'],
] as const;
const SHARES = [
  ['personnel_share', '人员经费占基本支出'],
  ['operating_share', '公用经费占基本支出'],
] as const;

/** 301 and 303 are personnel, every other 类 of basic expenditure is operating (statements.md T6-02, T6-03). */
const isPersonnel = ({ code }: PrintedSubject): boolean => code.startsWith('301') || code.startsWith('303');

function totalRows(accounts: readonly Account[], scale: MoneyScale): PanelRow[] {
  return [
    ...TOTALS.map(([id, label]) =>
      rowOf(
        id,
        label,
        scale.unit,
        accounts.map((account) => measuredCell(account, measure(account, id), scale)),
      ),
    ),
    ...SHARES.map(([id, label]) =>
      rowOf(
        id,
        label,
        '%',
        accounts.map((account) => metricCell(account, findMetric(id).compute(account), scale)),
      ),
    ),
  ];
}

function sentenceOf(rows: readonly PanelRow[], name: string, at: number, scale: MoneyScale): string {
  const [personnel, operating] = [cellOf(rows, 'personnel_expenditure', at), cellOf(rows, 'operating_expenditure', at)];
  if (personnel.value === null && operating.value === null) return `${name} 年没有人员经费和公用经费的数字`;
  const share = cellOf(rows, 'personnel_share', at);
  const part = share.value === null ? '' : `（占基本支出 ${share.text}%）`;
  return `${name} 年人员经费 ${withUnit(personnel, scale.unit)}${part}，公用经费 ${withUnit(operating, scale.unit)}`;
}

/** More bars than this are no picture; of many accounts only their largest codes are drawn. */
const MOST_BARS = 96;

/** The rows that are drawn, in their order: all of them, or those with the largest figures. */
function drawnOf(rows: readonly PanelRow[], accounts: number): readonly PanelRow[] {
  const most = Math.floor(MOST_BARS / accounts);
  const sizeOf = ({ cells }: PanelRow): number => Math.max(...cells.map(({ value }) => Math.abs(Number(value ?? 0))));
  const largest = new Set([...rows].sort((one, other) => sizeOf(other) - sizeOf(one)).slice(0, most));
  return rows.filter((row) => largest.has(row));
}

export const economic: Panel = {
  id: 'economic',
  title: '基本支出里，人员和公用各用在什么上？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const show = optionOf(view, 'show', '显示', AMOUNT_OR_SHARE);
    const lists = accounts.map(basicSpendingSubjects);
    const union = unionOf(lists);
    const scale = moneyScale(
      accounts.flatMap((account, at): Measured[] => [
        ...TOTALS.map(([id]) => measure(account, id)),
        ...(lists[at] ?? []).map(({ code }) => basicSpendingOn(account, code)),
      ]),
    );
    const subjects = subjectRows({
      accounts,
      subjects: [...union.filter(isPersonnel), ...union.filter((subject) => !isPersonnel(subject))],
      part: basicSpendingOn,
      whole: (account) => measure(account, 'general_basic_expenditure'),
      scale,
      show: show.value,
    });
    const rows = [...totalRows(accounts, scale), ...subjects];
    const names = namesOf(accounts);
    const theme = themeOfView(view);
    const answer = `${names.map((name, at) => sentenceOf(rows, name.full, at, scale)).join('；')}。`;
    const headings = subjects.filter((row) => row.depth === 1);
    const listed = headings.length > 0 ? headings : subjects;
    const drawn = drawnOf(listed, accounts.length);
    const columns = barColumns(drawn, names, theme, false);
    return compose({
      panel: economic,
      accounts,
      subtitle: `${show.value === 'share' ? '占基本支出，%' : `单位：${scale.unit}`}　${yearsOf(accounts)}　一般公共预算财政拨款基本支出，部门经济分类`,
      answer,
      rows,
      options: [show],
      chart:
        subjects.length > 0
          ? (width) => columnBars(columns, theme, width, answer, { rows: 'aligned', across: 3 })
          : null,
      notes:
        drawn.length < listed.length
          ? [`图中只画数字最大的 ${drawn.length} 个科目，共 ${listed.length} 个，其余见数据表。`]
          : [],
    });
  },
};
