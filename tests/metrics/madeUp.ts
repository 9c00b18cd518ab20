import { parseNumber } from '../../lib/amount';
import type { Account, Claim, Fact, StatementLine, StatementReading } from '../../lib/facts';
import type { AspectId, MeasureId } from '../../lib/measures';
import { placeAt } from '../../lib/place';
import { type ColumnId, type Side, STATEMENTS, type StatementId } from '../../lib/statements';

/** `line name` (or the line alone) with its cells; `''` is a blank, `—` a dash. */
export type MadeUpRow = [line: string, cells: Partial<Record<ColumnId, string>>];
export interface MadeUpStatement {
  statement: StatementId;
  side?: Side;
  number?: string;
  rows?: MadeUpRow[];
  state?: StatementReading['state'];
  reason?: string;
}
export type MadeUpClaim = [measure: MeasureId, aspect: AspectId, printed: string, more?: Partial<Claim>];

export interface MadeUp {
  department?: string;
  year?: number;
  statements?: MadeUpStatement[];
  claims?: MadeUpClaim[];
}

const PRINTED = /^([\d.,]+)\s*(.*)$/;

function claimOf([measure, aspect, text, more]: MadeUpClaim, at: number): Claim {
  const [, digits = '', unit = ''] = PRINTED.exec(text) ?? [];
  const number = parseNumber(digits);
  if (!number) throw new Error(`not a number: ${text}`);
  return {
    measure,
    aspect,
    subject: null,
    subjectPath: [],
    value: number.value,
    unit,
    decimals: number.decimals,
    direction: null,
    base: null,
    year: null,
    printed: digits,
    sentence: text,
    section: ['情况说明'],
    place: placeAt(1000 + at),
    ...more,
  };
}

/** An account as panels and metrics see it, from a few printed rows and sentences. */
export function madeUp({ department = '某县某局', year = 2023, statements = [], claims = [] }: MadeUp): Account {
  const facts: Fact[] = [];
  let at = 0;
  const read = statements.map(({ statement, side, number, rows = [], state = 'filled', reason }): StatementReading => {
    const start = ++at;
    const lines = rows.map(([head, cells]): StatementLine => {
      const [line = head, name = head] = head.split(' ');
      const place = placeAt(++at);
      const code = /^\d+$/.test(line) ? line : null;
      const row: StatementLine = { side: side ?? null, code, name, line, facts: [], empty: [], place };
      for (const [index, [key, printed]] of Object.entries(cells).entries()) {
        const column = key as ColumnId;
        const parsed = parseNumber(printed);
        const cellPlace = placeAt(at, index + 1);
        if (!parsed) {
          row.empty.push({ column, printed, kind: printed === '' ? 'blank' : 'dash', place: cellPlace });
          continue;
        }
        row.facts.push(facts.length);
        const { value: amount, decimals } = parsed;
        facts.push({
          ...{ statement, side: side ?? null, code, name, line, column, printed },
          ...{ amount, decimals, unit: '万元', place: cellPlace },
        });
      }
      return row;
    });
    const columns = [...new Set(rows.flatMap(([, cells]) => Object.keys(cells) as ColumnId[]))];
    return {
      ...{ statement, title: STATEMENTS[statement].title, number: number ?? null, state, reason: reason ?? null },
      ...{ listedEmpty: null, unit: '万元', columns, lines, notes: [], place: placeAt(start) },
    };
  });
  return {
    id: `000000-${department}-${year}`,
    revision: 1,
    department,
    region: null,
    fiscalYear: year,
    document: {
      ...{ file: 'made-up.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', title: null },
      ...{ department, region: null, fiscalYear: year },
    },
    statements: read,
    facts,
    claims: claims.map(claimOf),
    performance: [],
  };
}
