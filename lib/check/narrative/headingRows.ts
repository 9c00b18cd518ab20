import { Decimal, intersect } from '../../amount';
import type { Claim, Reading, StatementReading } from '../../facts';
import type { Place } from '../../place';
import { type Level, levelOfFact, printedLevels } from '../levels';
import { isNearMiss } from '../names/spelling';
import { plainName } from '../subjects';

/** A row of a functional statement that prints a code, with its total. */
export interface HeadingRow {
  code: string;
  name: string;
  total: Level | null;
  place: Place;
}

const isCode = (text: string): boolean => /^\d{3}(\d{2}){0,2}$/.test(text);

export function headingRows(reading: Reading, statement: StatementReading): HeadingRow[] {
  const rows = statement.lines.flatMap((line): HeadingRow[] => {
    if (!line.line || !isCode(line.line)) return [];
    const index = line.facts.find((at) => reading.facts[at]?.column === 'total');
    const fact = index === undefined ? undefined : reading.facts[index];
    const total = fact && index !== undefined ? levelOfFact(fact, index) : null;
    return [{ code: line.line, name: line.name, total, place: line.place }];
  });
  return rows.filter((row, at) => rows.findIndex((other) => other.code === row.code) === at);
}

const filled = (reading: Reading, id: StatementReading['statement']): StatementReading | undefined =>
  reading.statements.find((one) => one.statement === id && one.state === 'filled');

/** Whether all expenditure is general budget money, as far as the statements say: then 支出表 stands in for a lost statement of it. */
function isAllGeneral(reading: Reading): boolean {
  const whole = printedLevels(reading, 'year_expenditure');
  const general = printedLevels(reading, 'general_expenditure');
  return whole.some((one) => general.some((other) => one.value.eq(other.value)));
}

/** The statement that the list of headings in the narrative describes. */
export function describedStatement(reading: Reading): StatementReading | undefined {
  const own = filled(reading, 'general_budget_expenditure');
  if (own) return own;
  return isAllGeneral(reading) ? filled(reading, 'expenditure') : undefined;
}

/** Rows without a row below them that hold an amount. */
export const leavesOf = (rows: readonly HeadingRow[]): HeadingRow[] =>
  rows.filter(
    (row) =>
      row.total !== null &&
      !row.total.value.isZero() &&
      !rows.some((other) => other.code !== row.code && other.code.startsWith(row.code)),
  );

/** Codes a claim names, the deepest of each branch. */
export function codesOf(claim: Claim): string[] {
  const codes = [...new Set([...claim.subjectPath, claim.subject ?? ''].filter(isCode))];
  return codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
}

function byName(claim: Claim, rows: readonly HeadingRow[]): string[] {
  const path = claim.subjectPath.map(plainName).filter(Boolean);
  const name = plainName(claim.subject ?? '') || path.at(-1);
  const same = rows.filter((row) => plainName(row.name) === name);
  const named = same.length > 0 ? same : rows.filter((row) => isNearMiss(row.name, name ?? ''));
  const fits = named.filter((row) =>
    rows.every((above) => above === row || !row.code.startsWith(above.code) || path.includes(plainName(above.name))),
  );
  const found = fits.length > 0 ? fits : named.length === 1 ? named : [];
  const deepest = Math.max(0, ...found.map(({ code }) => code.length));
  return found.filter(({ code }) => code.length === deepest).map(({ code }) => code);
}

const amountBelow = (rows: readonly HeadingRow[], code: string): Level | null =>
  rows.find((row) => row.code === code)?.total ?? null;

/** The codes a claim of the list speaks for: those it names, or the heading above whose amount it repeats. */
export function coveredCodes(claim: Claim, level: Level, rows: readonly HeadingRow[]): string[] {
  const named = codesOf(claim);
  const own = named.length > 0 ? named : byName(claim, rows);
  const above = [...new Set(own.flatMap((code) => [code.slice(0, 5), code.slice(0, 3)]))];
  const fits = (code: string): boolean => {
    const total = amountBelow(rows, code);
    return total !== null && intersect(total.interval, level.interval) !== undefined;
  };
  if (own.some(fits)) return own;
  const heading = above
    .filter((code) => named.length !== 1 && fits(code))
    .sort((one, other) => other.length - one.length)[0];
  return heading === undefined ? own : [heading, ...own];
}

export const sumOf = (levels: readonly Level[]): { value: Decimal; low: Decimal; high: Decimal } =>
  levels.reduce(
    (total, { value, interval }) => ({
      value: total.value.plus(value),
      low: total.low.plus(interval.low),
      high: total.high.plus(interval.high),
    }),
    { value: new Decimal(0), low: new Decimal(0), high: new Decimal(0) },
  );
