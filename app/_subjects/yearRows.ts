import type { SubjectYear } from '../../db/queries/subjectTree';
import { missingCell } from '../../lib/panels/cells';
import { amountCell, type CodeAmount, disputeOf, shareCell } from '../../lib/panels/codeAmounts';
import { VIEW_UNITS, viewCell } from '../../lib/panels/codeViews';
import type { PanelCell, PanelRow } from '../../lib/panels/panel';
import type { SubjectList, SubjectSelection } from '../../lib/subjectSelection';
import type { AskedCode } from './askCode';
import { growthOf, pairedOnly } from './growth';
import { viewOf } from './views';
import { LISTS, moneyWords, VIEW_WORDS } from './words';

const countCell = (count: number | null | undefined): PanelCell =>
  count === undefined || count === null
    ? missingCell(count === null ? '归并的科目可能由同一部门列支，部门数不能相加' : '没有收录的决算')
    : { text: String(count), value: String(count), status: 'computed', sources: [] };

/** An amount of a year: without bounds of its own, they are those of the printed digits. */
function yearCell(amount: CodeAmount | null | undefined, year: SubjectYear | undefined, missing: string): PanelCell {
  if (!amount || !year) return missingCell(missing);
  const disputed = year.disputed > 0;
  const reason = [
    disputed && year.departments !== null && year.departments > 1
      ? `${year.departments} 个部门中有 ${year.disputed} 个公布的数字互相矛盾`
      : disputed
        ? '公布的数字互相矛盾'
        : '',
    year.mappedFrom.length > 0 ? `按现行科目归并：${year.mappedFrom.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('；');
  const { low: _low, high: _high, ...cell } = amountCell(amount, { disputed, reason: reason || undefined });
  return { ...cell, ...disputeOf(year) };
}

/** The figures of a code by year: amount, its parts, share of what is above it, growth, departments. */
export function yearRows(list: SubjectList, selection: SubjectSelection, asked: AskedCode): PanelRow[] {
  const { subject, span, wholes, published } = asked;
  const { view } = selection;
  const isPart = selection.fund !== undefined || selection.nature !== undefined;
  const shown = viewOf(selection, asked, wholes);
  const own = new Map(subject.years.map((year) => [year.year, year]));
  const stored = new Map(published.map((year) => [year.year, year.published]));
  const compared = new Map(subject.compared.map((year) => [year.year, year]));
  const isPaired = span.some((year) => pairedOnly(published, year) !== undefined);
  const row = (key: string, label: string, unit: string | null, cell: (year: number) => PanelCell): PanelRow => ({
    key,
    label,
    unit,
    cells: span.map(cell),
  });
  const amounts = (key: string, label: string, of: (year: SubjectYear) => CodeAmount | null): PanelRow =>
    row(key, label, '万元', (year) => {
      const found = own.get(year);
      const missing = stored.has(year) ? (found ? '没有印出这一部分' : '没有部门列支') : '没有收录的决算';
      return yearCell(found && of(found), found, missing);
    });
  const { first, second } = LISTS[list];
  const whole = subject.level === 1 ? '占全部' : '占上级科目';
  return [
    amounts('amount', moneyWords(selection) || '合计', (year) => year.amount),
    ...(selection.nature
      ? []
      : [
          amounts('first', first, (year) => year.basic ?? year.personnel),
          amounts('second', second, (year) => year.project ?? year.operating),
        ]),
    ...(view === 'person' || view === 'index'
      ? [
          row('view', VIEW_WORDS[view], VIEW_UNITS[view], (year) => {
            const found = own.get(year);
            return found ? viewCell(shown, found, subject.years) : missingCell('没有数字');
          }),
        ]
      : []),
    row('share', whole, '%', (year) => {
      const found = own.get(year);
      const cell = shareCell(found?.amount, wholes.get(year));
      return found && cell.value !== null ? { ...cell, ...disputeOf(found) } : cell;
    }),
    row('growth', isPaired ? '比上年（两年都收录的部门）' : '比上年', '%', (year) => growthOf(compared.get(year))),
    ...(isPart
      ? []
      : [
          row('departments', '列支的部门', '个', (year) =>
            countCell(stored.has(year) ? (own.has(year) ? own.get(year)?.departments : 0) : undefined),
          ),
        ]),
    row('published', '收录的部门', '个', (year) => countCell(stored.get(year))),
    ...(isPaired
      ? [
          row('paired', '其中上年也收录的', '个', (year) =>
            countCell(published.find((one) => one.year === year)?.paired),
          ),
        ]
      : []),
  ];
}
