import type { MoneyUnit } from '../../amount';
import { levelOf, type Reference, type Subject } from '../../classification';
import type { EmptyCell, Fact, StatementLine, Unread } from '../../facts';
import { type ColumnId, type Side, STATEMENTS, type StatementId } from '../../statements';
import type { GridCell } from '../document';
import { type Entries, type Entry, type EntryAmount, entriesOf, joinBroken } from './entries';
import { bareLabel, type ClassNames, codedLine, isSummaryLabel, summaryLines } from './labels';
import type { Layout } from './layout';
import { amountOf, isBlank, isDash, squeeze } from './lines';
import { threePublicLines } from './threePublic';

export interface TableContext {
  reference: Reference;
  names: ClassNames;
}

/** The lines and facts of one table. */
export interface TableReading {
  lines: StatementLine[];
  facts: Fact[];
  unread: Unread[];
}

/** One line to come: what it is called and which cells are its amounts. */
export interface DraftLine {
  side: Side | null;
  code: string | null;
  name: string;
  line: string | null;
  amounts: EntryAmount[];
  label: GridCell;
}

const placed = (entry: Entry): GridCell => entry.label ?? { text: '', place: { ...entry.row.place, cell: null } };

function sidedLines(layout: Layout, entries: Entries, names: ClassNames): DraftLine[] {
  const isKnown = (name: string): boolean => isSummaryLabel(name, names);
  return entries.blocks.flatMap((block, index) => {
    const joined = joinBroken(block, isKnown);
    let side = layout.columns.find((column) => column.block === index)?.side ?? null;
    // a third block prints the expenditure once more, by its nature
    let nameLine = side && index < 2 ? summaryLines(side, names) : null;
    return joined.map((entry): DraftLine => {
      const isTurn =
        entries.blocks.length === 1 && side === 'revenue' && /^(?:[二]、)?支出|一般公共服务/.test(entry.name);
      if (isTurn) [side, nameLine] = ['expenditure', summaryLines('expenditure', names)];
      return {
        side,
        code: entry.code,
        name: entry.name,
        line: nameLine?.(entry.name) ?? entry.code,
        amounts: entry.amounts,
        label: placed(entry),
      };
    });
  });
}

const byParent = new WeakMap<Reference['functional'], Map<string, Subject[]>>();

function childrenOf(list: Reference['functional'], parent: string): readonly Subject[] {
  let index = byParent.get(list);
  if (!index) {
    index = new Map();
    for (const subject of list.values()) {
      const parent = subject.parent ?? '';
      index.set(parent, [...(index.get(parent) ?? []), subject]);
    }
    byParent.set(list, index);
  }
  return index.get(parent) ?? [];
}

/** A code that the form does not print or a conversion has lost: the only heading of that name under those of the row above. */
function lostCode(printed: string, before: string | null, list: Reference['functional']): string | null {
  const name = squeeze(bareLabel(printed));
  const parents = before === null ? [] : [before, before.slice(0, -2), before.slice(0, -4)];
  for (const parent of parents.filter((code) => code.length >= 3)) {
    const found = childrenOf(list, parent).filter((one) => squeeze(one.name) === name);
    if (found.length === 1) return found[0]?.code ?? null;
  }
  const top = childrenOf(list, '').filter((one) => squeeze(one.name) === name);
  return top.length === 1 ? (top[0]?.code ?? null) : null;
}

function codedLines(entries: Entries, statement: StatementId, reference: Reference): DraftLine[] {
  const isEconomic = statement === 'general_budget_basic_expenditure';
  const list = isEconomic ? reference.economic : reference.functional;
  const old = isEconomic ? reference.economicOld : reference.functionalOld;
  const isKnown = (name: string, code: string | null): boolean =>
    code !== null && [list.get(code), old.get(code)].some((subject) => subject && squeeze(subject.name) === name);
  return entries.blocks.flatMap((block) => {
    let before: string | null = null;
    return joinBroken(block, isKnown).map((entry): DraftLine => {
      const total = entry.code === null ? codedLine(entry.name) : null;
      const key = entry.code ?? total ?? lostCode(entry.name, before, list);
      const line = key !== null && (total !== null || levelOf(key) !== undefined) ? key : null;
      if (total === null) before = key ?? before;
      return { side: null, code: entry.code, name: entry.name, line, amounts: entry.amounts, label: placed(entry) };
    });
  });
}

const emptyKind = (text: string): EmptyCell['kind'] => (isBlank(text) ? 'blank' : isDash(text) ? 'dash' : 'text');

const unreadCell = (cell: GridCell): Unread => ({
  text: cell.text.trim(),
  numbers: cell.text.match(/\d[\d,]*\.?\d*/g) ?? [],
  place: cell.place,
});

/** Turns drafted lines into statement lines and facts; figures without a column, and figures among words, stay unread. */
function settle(drafts: readonly DraftLine[], statement: StatementId, unit: MoneyUnit): TableReading {
  const reading: TableReading = { lines: [], facts: [], unread: [] };
  for (const draft of drafts) {
    const line: StatementLine = {
      side: draft.side,
      code: draft.code,
      name: draft.name,
      line: draft.line,
      facts: [],
      empty: [],
      place: draft.label.place,
    };
    for (const { column, cell } of draft.amounts) {
      const place = cell?.place ?? { ...draft.label.place, cell: null };
      const text = cell?.text ?? '';
      const number = amountOf(text);
      if (number && column) {
        line.facts.push(reading.facts.length);
        const { side, code, name } = draft;
        reading.facts.push({
          statement,
          side,
          code,
          name,
          line: draft.line,
          column,
          printed: number.printed,
          amount: number.value,
          decimals: number.decimals,
          unit,
          place,
        });
        continue;
      }
      if (column) line.empty.push({ column, printed: text.trim(), kind: emptyKind(text), place });
      if (cell && /\d/.test(text)) reading.unread.push(unreadCell(cell));
    }
    if (draft.name !== '' || draft.code !== null || line.facts.length > 0) reading.lines.push(line);
  }
  return reading;
}

export function readTable(
  layout: Layout,
  statement: StatementId,
  unit: MoneyUnit,
  context: TableContext,
): TableReading {
  const entries = entriesOf(layout);
  const drafts =
    statement === 'three_public'
      ? threePublicLines(layout, entries)
      : STATEMENTS[statement].sided
        ? sidedLines(layout, entries, context.names)
        : codedLines(entries, statement, context.reference);
  const reading = settle(drafts, statement, unit);
  const rest = entries.rest.flatMap(({ cells }) => cells.filter((cell) => /\d/.test(cell.text)));
  reading.unread.push(...rest.map(unreadCell));
  return reading;
}

/** The columns a table prints, in printed order; where the quantities stand in rows, in the order of the rows. */
export function columnsOf(layout: Layout, reading: TableReading): ColumnId[] {
  const headed = layout.columns.flatMap((column) => (column.column ? [column.column] : []));
  const printed = reading.facts.map((fact) => fact.column);
  return [...new Set(headed.length > 0 ? headed : printed)];
}
