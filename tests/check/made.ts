import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Check } from '../../lib/check/check';
import { buildReference, type CsvRow, type Reference } from '../../lib/classification';
import type { Claim, Fact, Reading, Sentence, StatementReading } from '../../lib/facts';
import type { Finding } from '../../lib/findings';
import type { AspectId, MeasureId } from '../../lib/measures';
import { placeAt } from '../../lib/place';
import type { ColumnId, Side, StatementId } from '../../lib/statements';

const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** A claim such as `['basic_expenditure', 'final', '488.13 万元']`; a sign before the number is its direction. */
export function claim(measure: MeasureId, aspect: AspectId, printed: string, more: Partial<Claim> = {}): Claim {
  const [, sign = '', value = '', unit = ''] = /^([+-]?)([\d.]+)\s*(.*)$/.exec(printed) ?? [];
  return {
    measure,
    aspect,
    subject: null,
    subjectPath: more.subject ? [more.subject] : [],
    value,
    unit,
    decimals: decimalsOf(value),
    direction: sign === '+' ? 'increase' : sign === '-' ? 'decrease' : null,
    base: null,
    year: null,
    printed: `${value}${unit}`,
    sentence: '某句。',
    section: ['说明'],
    place: placeAt(1),
    ...more,
  };
}

export function fact(
  statement: StatementId,
  line: string,
  column: ColumnId,
  amount: string,
  more: Partial<Fact> = {},
): Fact {
  const side: Side | null = more.side ?? null;
  return {
    statement,
    side,
    code: /^\d+$/.test(line) ? line : null,
    name: more.name ?? line,
    line,
    column,
    printed: amount,
    amount,
    decimals: decimalsOf(amount),
    unit: '万元',
    place: placeAt(100),
    ...more,
  };
}

export const sentence = (text: string, more: Partial<Sentence> = {}): Sentence => ({
  text,
  kind: 'sentence',
  section: ['说明'],
  place: placeAt(1),
  ...more,
});

/** A statement whose lines are those of its facts; facts are numbered from `start`. */
export function statement(
  id: StatementId,
  facts: readonly Fact[],
  start = 0,
  more: Partial<StatementReading> = {},
): StatementReading {
  const keys = [...new Set(facts.map(({ side, line }) => `${side}|${line}`))];
  return {
    statement: id,
    title: id,
    number: null,
    state: facts.length > 0 ? 'filled' : 'empty',
    reason: null,
    listedEmpty: null,
    unit: '万元',
    columns: [...new Set(facts.map(({ column }) => column))],
    lines: keys.map((key) => {
      const own = facts.flatMap((one, index) =>
        `${one.side}|${one.line}` === key ? [{ one, index: index + start }] : [],
      );
      const [first] = own;
      return {
        side: first?.one.side ?? null,
        code: first?.one.code ?? null,
        name: first?.one.name ?? '',
        line: first?.one.line ?? null,
        facts: own.map(({ index }) => index),
        empty: [],
        place: first?.one.place ?? placeAt(1),
      };
    }),
    notes: [],
    place: placeAt(90),
    ...more,
  };
}

/** A reading of made-up parts; statements are built from the facts where none are given. */
export function reading(parts: Partial<Reading> & { year?: number }): Reading {
  const facts = parts.facts ?? [];
  const ids = [...new Set(facts.map((one) => one.statement))];
  const ordered = ids.flatMap((id) => facts.filter((one) => one.statement === id));
  const statements = ids.map((id) => {
    const own = ordered.filter((one) => one.statement === id);
    return statement(id, own, ordered.indexOf(own[0] as Fact));
  });
  return {
    document: {
      file: 'made.txt',
      sha256: '',
      mediaType: 'text/plain',
      title: null,
      department: '某县某局',
      region: null,
      fiscalYear: parts.year ?? 2023,
    },
    statements,
    claims: [],
    performance: [],
    unread: [],
    ...parts,
    facts: ordered,
  };
}

const rows = (file: string): CsvRow[] =>
  parse(readFileSync(`data/reference/${file}`), { columns: true, bom: true, skip_empty_lines: true });

export const reference: Reference = buildReference({
  functional: rows('functional-codes.csv'),
  economic: rows('economic-codes.csv'),
  functionalOld: rows('functional-codes-2009.csv'),
  economicOld: rows('economic-codes-2009.csv'),
  functionalChanges: rows('functional-code-changes.csv'),
  regions: [],
});

export const run = (check: Check, parts: Partial<Reading> & { year?: number }): Finding[] =>
  check.run({ reading: reading(parts), reference });

/** Severity and message, as the tables of the tests compare them. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, message }) => `${severity}: ${message}`);
