import type { Claim } from '../../facts';
import { type MeasureId, measureOf } from '../../measures';
import type { Identity } from '../identity';
import type { Ledger } from '../ledger';
import { equal, type Relation, term } from '../relation';

/** Measures whose name leaves no doubt which money is meant, wherever in the narrative it stands. */
const UNAMBIGUOUS: readonly MeasureId[] = [
  'total_revenue',
  'total_expenditure',
  'total_revenue_expenditure',
  'year_revenue',
  'year_expenditure',
  'fiscal_total',
  'general_expenditure',
  'general_basic_expenditure',
  'personnel_expenditure',
  'operating_expenditure',
  'fund_revenue',
  'fund_expenditure',
  'three_public',
  'agency_operating_cost',
  'procurement_total',
];

const isPrinted = (ledger: Ledger, measure: MeasureId): boolean =>
  (measureOf(measure).cells ?? []).some((cell) =>
    ledger.cell(cell.statement, cell.line, cell.column, cell.side ?? null),
  );

const keyOf = ({ measure, aspect, subject, year }: Claim): string =>
  `${measure}|${aspect}|${subject ?? ''}|${year ?? ''}`;

/** A number that the narrative gives twice and no statement prints, as in a passage without its tables. */
export const REPEATED_CLAIMS: readonly Identity[] = [
  {
    id: 'N-40',
    title: '文字中同一数字前后一致',
    formula: '同一指标在文字中各处相等（没有对应的表时）',
    kind: 'equality',
    source: '文字说明自身',
    severity: 'error',
    relations(ledger) {
      const seen = new Map<string, Relation['left'][number]>();
      return ledger.claims.flatMap(({ claim, figure }) => {
        if (claim.aspect !== 'final' || !UNAMBIGUOUS.includes(claim.measure) || isPrinted(ledger, claim.measure))
          return [];
        const first = seen.get(keyOf(claim));
        if (!first) {
          seen.set(keyOf(claim), term(figure));
          return [];
        }
        return equal('N-40', [first], [term(figure)]);
      });
    },
  },
];
