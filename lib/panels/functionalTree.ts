import { columnBars } from '../charts/columnBars';
import { classColor, departmentStyle, mix } from '../charts/theme';
import type { Account } from '../facts';
import { measure } from '../measured';
import { type PrintedSubject, spendingBasis, spendingOn, spendingSubjects } from '../spending';
import { measuredCell, missingCell, moneyScale } from './cells';
import { compose, optionOf, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelCell } from './panel';
import { AMOUNT_OR_SHARE, largestOf, subjectCell, unionOf } from './subjects';
import { markOf } from './totals';

const LEVELS = [
  { value: '3', label: '项' },
  { value: '2', label: '款' },
  { value: '1', label: '类' },
];

const itemsOf = (account: Account): PrintedSubject[] =>
  spendingSubjects(account).filter(({ code }) => code.length === 7);

function sentenceOf(account: Account, name: string): string {
  const items = itemsOf(account);
  const largest = largestOf(items.map((subject) => ({ subject, measured: spendingOn(account, subject.code) })));
  if (!largest) return `${name} 年没有到项级的支出`;
  const scale = moneyScale([largest.measured]);
  const amount = measuredCell(account, largest.measured, scale);
  const { code, name: item } = largest.subject;
  return `${name} 年支出落到 ${items.length} 个项，最大的是 ${code} ${item} ${amount.text} ${scale.unit}`;
}

export const functionalTree: Panel = {
  id: 'functional-tree',
  title: '每一类、款、项各花了多少？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const show = optionOf(view, 'show', '显示', AMOUNT_OR_SHARE);
    const level = optionOf(view, 'level', '到', accounts.length > 4 ? [...LEVELS].reverse() : LEVELS);
    const theme = themeOfView(view);
    const deepest = 1 + 2 * Number(level.value);
    const lists = accounts.map((account) => spendingSubjects(account).filter(({ code }) => code.length <= deepest));
    const amounts = accounts.map(
      (account, at) => new Map((lists[at] ?? []).map(({ code }) => [code, spendingOn(account, code)])),
    );
    const scale = moneyScale(amounts.flatMap((map) => [...map.values()]));
    const unit = show.value === 'share' ? '%' : scale.unit;
    const cell = (account: Account, at: number, code: string): PanelCell => {
      const measured = amounts[at]?.get(code);
      if (!measured) return missingCell(spendingBasis(account).limit ?? '支出决算表没有这一科目');
      return subjectCell(account, measured, measure(account, 'year_expenditure'), scale, show.value);
    };
    const rows = unionOf(lists).map(({ code, name, depth }) =>
      rowOf(
        code,
        name,
        unit,
        accounts.map((account, at) => cell(account, at, code)),
        { code, depth },
      ),
    );
    const names = namesOf(accounts);
    const answer = `${accounts.map((account, at) => sentenceOf(account, names[at]?.full ?? '')).join('；')}。`;
    const columns = accounts.map((_, at) => ({
      title: names[at]?.full ?? '',
      color: departmentStyle(at, theme).color,
      bars: (lists[at] ?? []).flatMap(({ code, name, depth }) => {
        const shown = rows.find((row) => row.key === code)?.cells[at];
        if (!shown) return [];
        const text = unit === '%' && shown.value !== null ? `${shown.text}%` : shown.text;
        const color = mix(classColor(code, theme), theme.paper, depth * 0.28);
        return [{ ...markOf(shown), derived: false, text, label: `${code} ${name}`, depth, color }];
      }),
    }));
    return compose({
      panel: functionalTree,
      accounts,
      subtitle: `单位：${unit}　${yearsOf(accounts)}　支出功能分类，类 → 款 → 项，一类一色`,
      answer,
      rows,
      options: [show, level],
      chart: rows.length > 0 ? (width) => columnBars(columns, theme, width, answer, { rows: 'own', across: 2 }) : null,
      notes: accounts.flatMap((account, at) => {
        const { limit } = spendingBasis(account);
        return limit ? [`${names[at]?.full ?? ''}：${limit}。`] : [];
      }),
    });
  },
};
