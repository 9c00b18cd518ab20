import { columnBars } from '../charts/columnBars';
import { classColor, departmentStyle } from '../charts/theme';
import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import { findMetric } from '../metrics';
import { basicSpendingOn, basicSpendingSubjects } from '../spending';
import { type MoneyScale, measuredCell, metricCell, missingCell, moneyScale, withUnit } from './cells';
import { cellOf, compose, optionOf, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelCell, PanelRow } from './panel';
import { AMOUNT_OR_SHARE, subjectCell, unionOf } from './subjects';
import { markOf } from './totals';

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
const isPersonnel = (code: string): boolean => code.startsWith('301') || code.startsWith('303');

function subjectRows(accounts: readonly Account[], scale: MoneyScale, show: string): PanelRow[] {
  const lists = accounts.map(basicSpendingSubjects);
  const union = unionOf(lists);
  const ordered = [...union.filter(({ code }) => isPersonnel(code)), ...union.filter(({ code }) => !isPersonnel(code))];
  return ordered.map(({ code, name, depth }) => {
    const cells = accounts.map((account, at): PanelCell => {
      const printed = lists[at]?.some((subject) => subject.code === code);
      if (!printed) return missingCell('基本支出决算表没有这一科目的金额');
      return subjectCell(
        account,
        basicSpendingOn(account, code),
        measure(account, 'general_basic_expenditure'),
        scale,
        show,
      );
    });
    return rowOf(code, name, show === 'share' ? '%' : scale.unit, cells, { code, depth });
  });
}

function sentenceOf(rows: readonly PanelRow[], name: string, at: number, scale: MoneyScale): string {
  const [personnel, operating] = [cellOf(rows, 'personnel_expenditure', at), cellOf(rows, 'operating_expenditure', at)];
  if (personnel.value === null && operating.value === null) return `${name} 年没有人员经费和公用经费的数字`;
  const share = cellOf(rows, 'personnel_share', at);
  const part = share.value === null ? '' : `（占基本支出 ${share.text}%）`;
  return `${name} 年人员经费 ${withUnit(personnel, scale.unit)}${part}，公用经费 ${withUnit(operating, scale.unit)}`;
}

export const economic: Panel = {
  id: 'economic',
  title: '基本支出里，人员和公用各用在什么上？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const show = optionOf(view, 'show', '显示', AMOUNT_OR_SHARE);
    const theme = themeOfView(view);
    const measures = accounts.flatMap((account): Measured[] => [
      ...TOTALS.map(([id]) => measure(account, id)),
      ...basicSpendingSubjects(account).map(({ code }) => basicSpendingOn(account, code)),
    ]);
    const scale = moneyScale(measures);
    const subjects = subjectRows(accounts, scale, show.value);
    const rows = [
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
      ...subjects,
    ];
    const names = namesOf(accounts);
    const answer = `${names.map((name, at) => sentenceOf(rows, name.full, at, scale)).join('；')}。`;
    const drawn = subjects.filter((row) => row.depth === 1);
    const columns = accounts.map((_, at) => ({
      title: names[at]?.full ?? '',
      color: departmentStyle(at, theme).color,
      bars: (drawn.length > 0 ? drawn : subjects).flatMap((row) => {
        const shown = row.cells[at];
        if (!shown) return [];
        const text = shown.value === null ? '—' : row.unit === '%' ? `${shown.text}%` : shown.text;
        return [
          {
            ...markOf(shown),
            derived: false,
            text,
            label: `${row.code} ${row.label}`,
            color: classColor(row.key, theme),
          },
        ];
      }),
    }));
    return compose({
      panel: economic,
      accounts,
      subtitle: `单位：${show.value === 'share' ? '%，占基本支出' : scale.unit}　${yearsOf(accounts)}　一般公共预算财政拨款基本支出，部门经济分类`,
      answer,
      rows,
      options: [show],
      chart:
        subjects.length > 0
          ? (width) => columnBars(columns, theme, width, answer, { rows: 'aligned', across: 4 })
          : null,
    });
  },
};
