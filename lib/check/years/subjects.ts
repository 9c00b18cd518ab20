import type { Ledger, Row } from '../ledger';
import { difference, type YearCheck } from './yearCheck';

const T5 = 'general_budget_expenditure';
const SHOWN = 6;

const card = {
  id: 'X-29',
  title: '相邻两年的支出科目',
  formula: '上年有支出而本年没有的项级科目，本年新出现的项级科目',
  kind: 'completeness',
  source: '公开05表（相邻两年）',
  severity: 'note',
} as const;

const items = (ledger: Ledger): Map<string, Row> =>
  new Map(
    ledger
      .rows(T5)
      .filter((row) => row.place !== null && /^\d{7}$/.test(row.line) && (row.cells.get('total')?.value ?? 0) !== 0)
      .map((row) => [row.line, row]),
  );

function names(rows: readonly Row[]): string {
  const shown = rows.slice(0, SHOWN).map((row) => `${row.line} ${row.name}`);
  return `${shown.join('、')}${rows.length > SHOWN ? ` 等 ${rows.length} 个` : ''}`;
}

/** Headings that vanish or appear from one year to the next: worth knowing, not wrong. */
export const subjectsOfYears: YearCheck = {
  ...card,
  compare(earlier, later) {
    const [before, now] = [items(earlier), items(later)];
    const total = later.cell(T5, 'total', 'total');
    if (before.size === 0 || now.size === 0 || !total) return [];
    const gone = [...before.values()].filter((row) => !now.has(row.line));
    const fresh = [...now.values()].filter((row) => !before.has(row.line));
    const parts = [
      gone.length > 0 ? `上年有而本年没有的科目：${names(gone)}` : '',
      fresh.length > 0 ? `本年新出现的科目：${names(fresh)}` : '',
    ].filter(Boolean);
    if (parts.length === 0) return [];
    const finding = difference(card, parts.join('；'), total, total.value);
    return [{ ...finding, expected: null, found: null, difference: null }];
  },
};
