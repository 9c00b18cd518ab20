import { columnBars } from '../charts/columnBars';
import { classColor, departmentStyle } from '../charts/theme';
import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import { quotient } from '../metrics/quotient';
import { type PrintedSubject, spendingBasis, spendingOn, spendingSubjects } from '../spending';
import { measuredCell, metricCell, missingCell, moneyScale } from './cells';
import { compose, optionOf, rowOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelCell } from './panel';
import { AMOUNT_OR_SHARE, largestOf, subjectCell, unionOf } from './subjects';
import { markOf } from './totals';

const classesOf = (account: Account): PrintedSubject[] =>
  spendingSubjects(account).filter((subject) => subject.code.length === 3);

function sentenceOf(account: Account, name: string): string {
  const classes = classesOf(account);
  const largest = largestOf(classes.map((subject) => ({ subject, measured: spendingOn(account, subject.code) })));
  if (!largest) return `${name} 年没有按功能分类的支出`;
  const scale = moneyScale([largest.measured]);
  const amount = measuredCell(account, largest.measured, scale);
  const share = metricCell(
    account,
    quotient({ id: 'class_share', unit: '%' }, largest.measured, measure(account, 'year_expenditure')),
    scale,
  );
  const part = share.value === null ? '' : `，占 ${share.text}%`;
  return `${name} 年支出 ${classes.length} 类，最多的是${largest.subject.name} ${amount.text} ${scale.unit}${part}`;
}

export const classes: Panel = {
  id: 'classes',
  title: '钱主要花在哪些方面？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const show = optionOf(view, 'show', '显示', AMOUNT_OR_SHARE);
    const theme = themeOfView(view);
    const union = unionOf(accounts.map(classesOf));
    const amounts = accounts.map(
      (account) => new Map<string, Measured>(classesOf(account).map(({ code }) => [code, spendingOn(account, code)])),
    );
    const scale = moneyScale(amounts.flatMap((map) => [...map.values()]));
    const unit = show.value === 'share' ? '%' : scale.unit;
    const cell = (account: Account, at: number, code: string): PanelCell => {
      const measured = amounts[at]?.get(code);
      if (!measured) return missingCell(`${spendingBasis(account).limit ?? '支出决算表没有这一类'}`);
      return subjectCell(account, measured, measure(account, 'year_expenditure'), scale, show.value);
    };
    const rows = union.map(({ code, name }) =>
      rowOf(
        code,
        name,
        unit,
        accounts.map((account, at) => cell(account, at, code)),
        { code, depth: 0 },
      ),
    );
    const names = namesOf(accounts);
    const answer = `${accounts.map((account, at) => sentenceOf(account, names[at]?.full ?? '')).join('；')}。`;
    const columns = accounts.map((_, at) => ({
      title: names[at]?.full ?? '',
      color: departmentStyle(at, theme).color,
      bars: rows.flatMap((row) => {
        const shown = row.cells[at];
        if (!shown) return [];
        const text = shown.value === null ? '—' : unit === '%' ? `${shown.text}%` : shown.text;
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
      panel: classes,
      accounts,
      subtitle: `单位：${unit}　${yearsOf(accounts)}　支出功能分类，类级`,
      answer,
      rows,
      options: [show],
      chart:
        rows.length > 0 ? (width) => columnBars(columns, theme, width, answer, { rows: 'aligned', across: 4 }) : null,
      notes: accounts.flatMap((account, at) => {
        const { limit } = spendingBasis(account);
        return limit ? [`${names[at]?.full ?? ''}：${limit}。`] : [];
      }),
    });
  },
};
