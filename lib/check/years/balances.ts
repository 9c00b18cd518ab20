import type { Cell } from '../../measures';
import type { Ledger } from '../ledger';
import { ticksText } from '../ticks';
import { difference, differs, type YearCheck } from './yearCheck';

const card = {
  id: 'X-23',
  title: '年初结转和结余等于上年年末结转和结余',
  formula: '年初结转和结余（本年）= 年末结转和结余（上年），有调整的除外',
  kind: 'equality',
  source: '公开01表、04表、政府性基金表（相邻两年）',
  severity: 'warning',
} as const;

const T4 = 'fiscal_appropriation_summary';

const PAIRS: readonly { opening: Cell; closing: Cell }[] = [
  {
    opening: { statement: 'revenue_expenditure_summary', side: 'revenue', line: 'opening', column: 'final' },
    closing: { statement: 'revenue_expenditure_summary', side: 'expenditure', line: 'closing', column: 'final' },
  },
  {
    opening: { statement: T4, side: 'revenue', line: 'opening', column: 'final' },
    closing: { statement: T4, side: 'expenditure', line: 'closing', column: 'total' },
  },
  ...(['general', 'fund', 'capital'] as const).map((fund) => ({
    opening: { statement: T4, side: 'revenue', line: `opening_${fund}`, column: 'final' } as const,
    closing: { statement: T4, side: 'expenditure', line: 'closing', column: fund } as const,
  })),
  {
    opening: { statement: 'government_fund', line: 'total', column: 'opening' },
    closing: { statement: 'government_fund', line: 'total', column: 'closing' },
  },
];

const at = (ledger: Ledger, cell: Cell) => ledger.cell(cell.statement, cell.line, cell.column, cell.side ?? null);

export const openingBalances: YearCheck = {
  ...card,
  compare: (earlier, later) =>
    PAIRS.flatMap(({ opening, closing }) => {
      const [now, before] = [at(later, opening), at(earlier, closing)];
      if (!now || !before || (now.kind !== 'printed' && before.kind !== 'printed') || !differs(now, before)) return [];
      const [printed, expected] = [ticksText(now.value, now.unit), ticksText(before.value, now.unit)];
      const message = `“${now.label}”印为 ${printed} ${now.unit}，上年年末为 ${expected} ${now.unit}；如有调整应予说明`;
      return [difference(card, message, now, before.value)];
    }),
};
