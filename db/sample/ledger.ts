import { EXPENDITURE_CLASSES, parentOf } from '../../lib/classification';
import type { SampleAmounts } from './amounts';
import type { SampleCodes } from './codes';

/** Amounts of a code in 分: everything, and the appropriation of each fund. */
export interface LedgerRow {
  code: string;
  basic: number;
  project: number;
  business: number;
  /** appropriation received and not spent, on the code it was granted for */
  saved: number;
  generalBasic: number;
  generalProject: number;
  fund: number;
}

export const totalOf = ({ basic, project }: Pick<LedgerRow, 'basic' | 'project'>): number => basic + project;
export const generalOf = ({ generalBasic, generalProject }: LedgerRow): number => generalBasic + generalProject;

const blank = (code: string): LedgerRow => ({
  code,
  basic: 0,
  project: 0,
  business: 0,
  saved: 0,
  generalBasic: 0,
  generalProject: 0,
  fund: 0,
});

const SUMMED = ['basic', 'project', 'business', 'saved', 'generalBasic', 'generalProject', 'fund'] as const;

function add(sum: LedgerRow, row: LedgerRow): void {
  for (const column of SUMMED) sum[column] += row[column];
}

/** The amounts of a year by code, with headings and totals. */
export class SampleLedger {
  readonly rows: ReadonlyMap<string, LedgerRow>;
  readonly total: LedgerRow = blank('');
  /** the 类 that have a row in the summaries of the year */
  readonly classes: readonly string[];

  constructor(amounts: SampleAmounts, codes: SampleCodes) {
    const rows = new Map<string, LedgerRow>();
    const at = (code: string): LedgerRow => {
      const known = rows.get(code) ?? blank(code);
      rows.set(code, known);
      return known;
    };
    for (const [code, { basic, project }] of amounts.general)
      add(at(code), { ...blank(code), basic, project, generalBasic: basic, generalProject: project });
    for (const [code, amount] of amounts.fund) add(at(code), { ...blank(code), project: amount, fund: amount });
    if (amounts.institution) {
      const { code, amount } = amounts.institution;
      add(at(code), { ...blank(code), project: amount, business: amount });
    }
    const [largest] = [...rows.values()].sort((one, other) => generalOf(other) - generalOf(one));
    if (largest) largest.saved = amounts.closing - amounts.opening;
    for (const row of rows.values()) add(this.total, row);
    const summed = new Map<string, LedgerRow>();
    for (const [code, row] of rows)
      for (let above: string | null = code; above !== null; above = parentOf(above)) {
        const sum = summed.get(above) ?? blank(above);
        add(sum, row);
        summed.set(above, sum);
      }
    this.rows = new Map(codes.withHeadings(rows.keys()).map((code) => [code, summed.get(code) ?? blank(code)]));
    this.classes = EXPENDITURE_CLASSES.filter((code) => (SINCE[code] ?? 0) <= amounts.year);
  }

  /** Rows in which a statement has something to say. */
  with(has: (row: LedgerRow) => boolean): LedgerRow[] {
    return [...this.rows.values()].filter(has);
  }
}

/** 类 that the summaries have had only since a year; see functional-code-changes.csv. */
const SINCE: Readonly<Record<string, number>> = { '223': 2020, '224': 2019, '231': 2015, '232': 2015, '234': 2020 };
