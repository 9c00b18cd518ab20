import { columnBars } from '../charts/columnBars';
import type { Account } from '../facts';
import { measure } from '../measured';
import { type PrintedSubject, spendingOn, spendingSubjects } from '../spending';
import { measuredCell, moneyScale } from './cells';
import { compose, optionOf, themeOfView } from './compose';
import { namesOf, yearsOf } from './naming';
import type { Panel, PanelOption } from './panel';
import { AMOUNT_OR_SHARE, barColumns, basisNotes, largestOf, subjectRows, unionOf } from './subjects';

const LEVELS = [
  { value: '3', label: '项' },
  { value: '2', label: '款' },
  { value: '1', label: '类' },
];

const WHOLE = { value: 'all', label: '全部' };

/** Where a reader can look closer: every 类, and, inside one, its 款. */
function placesIn(subjects: readonly PrintedSubject[], within: string | undefined): PanelOption['choices'] {
  const inside = within?.slice(0, 3) ?? '';
  const offered = subjects.filter(
    ({ code }) => code.length === 3 || (code.length === 5 && inside !== '' && code.startsWith(inside)),
  );
  return [WHOLE, ...offered.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))];
}

const inside = (root: string): string => (root === '' ? '' : ` ${root} `);

function sentenceOf(account: Account, name: string, root: string): string {
  const items = spendingSubjects(account).filter(({ code }) => code.length === 7 && code.startsWith(root));
  const largest = largestOf(items.map((subject) => ({ subject, measured: spendingOn(account, subject.code) })));
  if (!largest) return `${name} 年没有到项级的${inside(root)}支出`;
  const scale = moneyScale([largest.measured]);
  const amount = measuredCell(account, largest.measured, scale);
  const { code, name: item } = largest.subject;
  return `${name} 年${inside(root)}支出落到 ${items.length} 个项，最大的是 ${code} ${item} ${amount.text} ${scale.unit}`;
}

export const functionalTree: Panel = {
  id: 'functional-tree',
  title: '每一类、款、项各花了多少？',
  accounts: { min: 1, max: 8 },
  build(accounts, view) {
    const show = optionOf(view, 'show', '显示', AMOUNT_OR_SHARE);
    const level = optionOf(view, 'level', '到', accounts.length > 4 ? [...LEVELS].reverse() : LEVELS);
    const whole = accounts.map(spendingSubjects);
    const within = optionOf(view, 'within', '范围', placesIn(unionOf(whole), view.within));
    const root = within.value === WHOLE.value ? '' : within.value;
    const deepest = Math.max(1 + 2 * Number(level.value), root.length + 2);
    const lists = whole.map((list) => list.filter(({ code }) => code.length <= deepest && code.startsWith(root)));
    const scale = moneyScale(
      accounts.flatMap((account, at) => (lists[at] ?? []).map(({ code }) => spendingOn(account, code))),
    );
    const rows = subjectRows({
      accounts,
      subjects: unionOf(lists),
      part: (account, code) => spendingOn(account, code),
      whole: (account) => measure(account, 'year_expenditure'),
      scale,
      show: show.value,
    });
    const names = namesOf(accounts);
    const theme = themeOfView(view);
    const answer = `${accounts.map((account, at) => sentenceOf(account, names[at]?.full ?? '', root)).join('；')}。`;
    const columns = barColumns(rows, names, theme, true);
    return compose({
      panel: functionalTree,
      accounts,
      subtitle: `${show.value === 'share' ? '占本年支出合计，%' : `单位：${scale.unit}`}　${yearsOf(accounts)}　支出功能分类，类 → 款 → 项，一类一色`,
      answer,
      rows,
      options: [show, level, within],
      chart: rows.length > 0 ? (width) => columnBars(columns, theme, width, answer, { rows: 'own', across: 2 }) : null,
      notes: basisNotes(accounts, names),
    });
  },
};
