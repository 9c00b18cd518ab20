import type { MoneyUnit } from '../../amount';
import type { Reference } from '../../classification';
import type { Fact, StatementReading, Unread } from '../../facts';
import { placeAt } from '../../place';
import { STATEMENT_IDS, STATEMENTS, type StatementId } from '../../statements';
import type { ListedStatement } from '../title';
import { classNames } from './labels';
import { type Layout, layoutOf } from './layout';
import { firstPlace, type Line } from './lines';
import { findListings, mergeListed, titleOnly } from './listing';
import { columnsOf, readTable, type TableContext } from './reading';
import { fits, recognise } from './recognise';
import { rowsOf, usualWidth } from './rows';
import { scatteredBelow } from './scattered';
import { findTables } from './tables';
import type { StatementTable } from './walk';

export interface StatementsReading {
  statements: StatementReading[];
  facts: Fact[];
  unread: Unread[];
  listed: ListedStatement[];
  /** organisations that the tables name, as printed */
  organisations: string[];
  /** the unit of tables that name none */
  unit: MoneyUnit;
  /** 1-based lines of titles, preambles, rows and notes, and of the lists of statements */
  lines: Set<number>;
}

interface Found {
  statement: StatementId;
  table: StatementTable;
  layout: Layout | undefined;
}

/** The widest form, with opening and closing balances by kind, has under thirty. */
const MOST_COLUMNS = 80;

/** A table of counts below a table of its own width belongs to no statement: 相关统计数 under the “三公” form. */
function withoutCounts(table: StatementTable): StatementTable {
  const at = table.rows.findIndex((row) => /^.{0,3}相关统计/.test(row.text));
  const [own, counts] = [table.rows.slice(0, at), table.rows.slice(at)];
  if (at < 1 || counts.length < 2 || usualWidth(own) === usualWidth(counts)) return table;
  const lines = new Set(table.lines);
  for (const row of counts) lines.delete(row.number);
  return { ...table, rows: own, lines };
}

function identify(found: StatementTable, context: TableContext): Found | undefined {
  const table = withoutCounts(found);
  const width = usualWidth(table.rows);
  if (width > MOST_COLUMNS) return undefined;
  const rows = rowsOf(table.rows, width);
  const statement = recognise(table.statement, rows, context.names);
  if (!statement) return undefined;
  if (rows.length === 0) return { statement, table, layout: undefined };
  const layout = layoutOf(rows, statement, width, context.names);
  return fits(layout, statement, rows) ? { statement, table, layout } : undefined;
}

/** The unit most tables name; 万元 where none does. */
function usualUnit(tables: readonly StatementTable[]): MoneyUnit {
  const units = tables.flatMap(({ unit }) => (unit ? [unit] : []));
  const count = (unit: MoneyUnit): number => units.filter((one) => one === unit).length;
  return [...new Set(units)].sort((one, other) => count(other) - count(one))[0] ?? '万元';
}

function filledReading(found: Found, listed: ListedStatement | undefined, usual: MoneyUnit, context: TableContext) {
  const { statement, table, layout } = found;
  const unit = table.unit ?? usual;
  const read = layout ? readTable(layout, statement, unit, context) : { lines: [], facts: [], unread: [] };
  const state = read.facts.length > 0 ? 'filled' : 'empty';
  const own = state === 'empty' ? (table.notes.find((note) => /无|空|不涉及|没有/.test(note)) ?? null) : null;
  const reading: StatementReading = {
    statement,
    title: titleOnly(table.title) || STATEMENTS[statement].title,
    number: table.number,
    state,
    reason: listed?.reason ?? own,
    listedEmpty: listed?.empty ?? null,
    unit,
    columns: layout ? columnsOf(layout, read) : [],
    lines: read.lines,
    notes: table.notes,
    place: firstPlace(table.start),
  };
  return { reading, ...read };
}

const absentReading = (
  statement: StatementId,
  listed: ListedStatement | undefined,
  unit: MoneyUnit,
): StatementReading => ({
  statement,
  title: listed?.title ?? STATEMENTS[statement].title,
  number: null,
  state: 'absent',
  reason: listed?.reason ?? null,
  listedEmpty: listed?.empty ?? null,
  unit,
  columns: [],
  lines: [],
  notes: [],
  place: placeAt(listed?.line ?? 1),
});

/** Of several tables of one statement: filled before empty, the official title before wider and narrower ones, the first. */
function bestOf<T extends { facts: Fact[]; one: Found }>(candidates: readonly T[]): T | undefined {
  const rank = ({ facts, one }: T): number =>
    (facts.length > 0 ? 0 : 10) + (one.table.title ? titleRank(one.table.title, one.statement) : 3);
  return [...candidates].sort((one, other) => rank(one) - rank(other))[0];
}

function titleRank(title: string, statement: StatementId): number {
  if (statement !== 'general_budget_expenditure' && statement !== 'general_budget_basic_expenditure') return 0;
  return (/公共/.test(title) ? 0 : 2) + (/收入支出|收支/.test(title) ? 1 : 0);
}

/** The statements of a document, all nine in official order: as filled, printed empty, or absent. */
export function readStatements(lines: readonly Line[], reference: Reference): StatementsReading {
  const context: TableContext = { reference, names: classNames(reference) };
  const listing = findListings(lines);
  const listed = mergeListed(listing.entries);
  const tables = findTables(lines, (line) => listing.lines.has(line.number));
  const indexOf = new Map(lines.map((line, at) => [line.number, at]));
  const cells = new Map(tables.map((table) => [table, scatteredBelow(table, lines, indexOf)]));
  const scattered = [...cells.values()].flatMap((one) => one ?? []);
  const found = tables.flatMap((table) => (cells.get(table) ? [] : (identify(table, context) ?? [])));
  const unit = usualUnit(found.map(({ table }) => table));
  const reading: StatementsReading = {
    statements: [],
    facts: [],
    unread: scattered.map(({ unread }) => unread),
    listed: listing.entries,
    organisations: found.flatMap(({ table }) => (table.organisation ? [table.organisation] : [])),
    unit,
    lines: new Set([...listing.lines, ...scattered.flatMap(({ lines: own }) => own)]),
  };
  for (const statement of STATEMENT_IDS) {
    const candidates = found
      .filter((one) => one.statement === statement)
      .map((one) => ({ one, ...filledReading(one, listed.get(statement), unit, context) }));
    const best = bestOf(candidates);
    if (!best) {
      reading.statements.push(absentReading(statement, listed.get(statement), unit));
      continue;
    }
    const offset = reading.facts.length;
    for (const line of best.reading.lines) line.facts = line.facts.map((index) => index + offset);
    reading.statements.push(best.reading);
    reading.facts = reading.facts.concat(best.facts);
    reading.unread = reading.unread.concat(best.unread);
    for (const line of best.one.table.lines) reading.lines.add(line);
  }
  return reading;
}
