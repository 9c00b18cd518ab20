import { columnBars } from '../charts/columnBars';
import type { Account } from '../facts';
import { measure } from '../measured';
import { findMetric } from '../metrics';
import { type PrintedSubject, spendingOn, spendingSubjects } from '../spending';
import { measuredCell, metricCell, moneyScale } from './cells';
import { compose, optionOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel } from './panel';
import { AMOUNT_OR_SHARE, barColumns, basisNotes, largestOf, subjectRows, unionOf } from './subjects';

const classesOf = (account: Account): PrintedSubject[] =>
  spendingSubjects(account).filter((subject) => subject.code.length === 3);

function sentenceOf(account: Account, name: string): string {
  const printed = classesOf(account);
  const largest = largestOf(printed.map((subject) => ({ subject, measured: spendingOn(account, subject.code) })));
  if (!largest) return `${name} 年没有按功能分类的支出`;
  const scale = moneyScale([largest.measured]);
  const amount = measuredCell(account, largest.measured, scale);
  const share = metricCell(account, findMetric('class_share').compute(account, largest.subject.code), scale);
  const part = share.value === null ? '' : `，占 ${share.text}%`;
  return `${name} 年支出 ${printed.length} 类，最多的是${largest.subject.name} ${amount.text} ${scale.unit}${part}`;
}

export const classes: Panel = {
  id: 'classes',
  title: '钱主要花在哪些方面？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const show = optionOf(view, 'show', '显示', AMOUNT_OR_SHARE);
    const scale = moneyScale(
      accounts.flatMap((account) => classesOf(account).map(({ code }) => spendingOn(account, code))),
    );
    const rows = subjectRows({
      accounts,
      subjects: unionOf(accounts.map(classesOf)),
      part: (account, code) => spendingOn(account, code),
      whole: (account) => measure(account, 'year_expenditure'),
      scale,
      show: show.value,
    });
    const names = namesOf(accounts);
    const theme = themeOfView(view);
    const answer = `${accounts.map((account, at) => sentenceOf(account, names[at]?.full ?? '')).join('；')}。`;
    const columns = barColumns(rows, names, theme, false);
    return compose({
      panel: classes,
      accounts,
      subtitle: `${show.value === 'share' ? '占本年支出合计，%' : `单位：${scale.unit}`}　${yearsOf(accounts)}　支出功能分类，类级`,
      answer,
      rows,
      options: [show],
      chart:
        rows.length > 0 ? (width) => columnBars(columns, theme, width, answer, { rows: 'aligned', across: 3 }) : null,
      notes: basisNotes(accounts, names),
    });
  },
};
