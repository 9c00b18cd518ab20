import type { ColumnId } from '../statements';
import { type Figure, isPrinted } from './figures';
import { exactValues, isOddlyPrinted, knownValues, neighbourOf, usualDecimals } from './neighbours';
import { type Choice, likeliest, type Slip, slipText } from './slips';
import { doubt, holdsAt, supportOf, supportsOf } from './support';
import type { Row, System } from './system';
import { digitWeight, ticksText } from './ticks';

/**
 * cell: one figure is wrong · blank: an empty cell that should hold an amount · lost_row: a row is not printed ·
 * same: one wrong value repeated along a row or down a chain of rows · swap: two cells have changed places.
 */
export type RepairKind = 'cell' | 'blank' | 'lost_row' | 'same' | 'swap';

export interface Change {
  figure: number;
  /** normalised decimal text in the figure's unit */
  value: string;
}

/** A change of printed figures with one cause; the cost says how implausible it is. */
export interface Repair {
  id: string;
  kind: RepairKind;
  figures: number[];
  changes: Change[];
  cost: number;
  why: string;
}

/** A single wrong figure costs 1: the slip and what still contradicts it come on top. */
const BASE: Readonly<Record<RepairKind, number>> = { cell: 1, blank: 0.85, lost_row: 0.9, same: 1.15, swap: 1.15 };
const CLAIM = 0.95;
/** A lost row whose amount stands in another statement is likelier than one of which only the code is known, or nothing. */
const NAMED_ROW = 1.2;
const UNKNOWN_ROW = 1.42;
const UNSUPPORTED = 0.8;
/** A figure printed in another shape than its neighbours (`.040` among two decimals) is suspect by itself. */
const ODD = 0.15;

export const halfOf = (figure: Figure, decimals: number): number => digitWeight(decimals, figure.unit) / 2;

function choiceFor(system: System, figure: Figure, low: number, high: number): Choice {
  const neighbour = neighbourOf(system, figure);
  return {
    printed: isPrinted(figure) ? ticksText(figure.value, figure.unit, figure.decimals) : undefined,
    unit: figure.unit,
    decimals: usualDecimals(system, figure),
    low: figure.signed || figure.value < 0 ? low : Math.max(low, 0),
    high,
    known: [...knownValues(system, figure), ...(neighbour ? [{ ticks: 0, cost: 0.15, why: neighbour }] : [])],
    exact: exactValues(system, figure),
    ...(neighbour ? { foreign: neighbour } : {}),
  };
}

/** The likeliest value of a figure within bounds in ticks, as it would be printed. */
export function valueWithin(
  system: System,
  figure: Figure,
  low: number,
  high: number,
): (Slip & { value: string }) | undefined {
  const slip = likeliest(choiceFor(system, figure, low, high));
  return slip && { ...slip, value: slipText(slip, figure.unit, usualDecimals(system, figure)) };
}

const isBlank = (figure: Figure): boolean => figure.kind === 'blank' || figure.kind === 'missing';

/** One figure, or several that share one wrong value, set to the value that the rest supports best. */
function alike(system: System, figures: readonly Figure[], kind: RepairKind): Repair | undefined {
  const [first] = figures;
  if (!first) return undefined;
  const half = halfOf(first, usualDecimals(system, first));
  const members = figures.map((figure) => figure.index);
  const base = first.kind === 'claim' ? CLAIM : BASE[kind];
  const id = `${kind}:${members.join(',')}`;
  const odd = isOddlyPrinted(system, first) ? ODD : 0;
  const choices = supportsOf(system, members, half).flatMap((support) => {
    const slip = valueWithin(system, first, support.low, support.high);
    return slip ? [{ slip, cost: base + 0.6 * slip.cost + UNSUPPORTED * doubt(support) - odd }] : [];
  });
  const [best] = choices.sort((one, other) => one.cost - other.cost);
  if (!best) {
    const cost = base + UNSUPPORTED + 0.6;
    return kind === 'same' ? undefined : { id, kind, figures: members, changes: [], cost, why: '' };
  }
  const changes = members.map((figure) => ({ figure, value: best.slip.value }));
  return { id, kind, figures: members, changes, cost: best.cost + 0.1 * (members.length - 1), why: best.slip.why };
}

const printedLike = (one: Figure, other: Figure): boolean =>
  isPrinted(other) && one.value === other.value && one.value !== 0;

/** Cells of the same row, and of rows above and below, that repeat a figure's amount. */
function repeats(system: System, figure: Figure): Figure[][] {
  const { statement, line, column, side } = figure;
  if (!statement || !line || !column || figure.kind !== 'printed') return [];
  const rows = system.ledger.rows(statement, side);
  const own = rows.find((row) => row.cells.get(column)?.index === figure.index);
  if (!own) return [];
  const along = [...own.cells.values()].filter((other) => printedLike(figure, other));
  const chain = rows.filter((row) => (row.line.startsWith(line) || line.startsWith(row.line)) && /^\d/.test(row.line));
  const down = chain.flatMap((row) => row.cells.get(column) ?? []).filter((other) => printedLike(figure, other));
  const block = chain.flatMap((row) => [...row.cells.values()]).filter((other) => printedLike(figure, other));
  const lower = down.filter((other) => (other.line?.length ?? 0) >= line.length);
  return [along, down, block, lower].filter((group) => group.length > 1);
}

/** Two cells of a row, or of two rows next to each other, with their amounts exchanged. */
function swaps(system: System, figure: Figure): Repair[] {
  const { statement, column } = figure;
  if (!statement || !column || figure.kind !== 'printed') return [];
  const rows = system.ledger.rows(statement, figure.side).filter((row) => row.place !== null);
  const at = rows.findIndex((row) => row.cells.get(column)?.index === figure.index);
  const own = rows[at];
  if (!own) return [];
  const beside = [...own.cells].filter(([other]) => other !== column && other !== 'total').map(([, cell]) => cell);
  const next = [rows[at - 1], rows[at + 1]].flatMap((row) => row?.cells.get(column) ?? []);
  return [...beside, ...next]
    .filter((other) => other.value !== figure.value && (column !== 'total' || next.includes(other)))
    .flatMap((other) => swapOf(system, figure, other) ?? []);
}

function swapOf(system: System, one: Figure, other: Figure): Repair | undefined {
  const values = new Map([
    [one.index, other],
    [other.index, one],
  ]);
  const held = holdsAt(system, values);
  if (held.mended.length < 2 || held.support < 0.999) return undefined;
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  const text = (figure: Figure): string => ticksText(figure.value, figure.unit, figure.decimals);
  return {
    id: `swap:${first.index},${second.index}`,
    kind: 'swap',
    figures: [first.index, second.index],
    changes: [
      { figure: first.index, value: text(second) },
      { figure: second.index, value: text(first) },
    ],
    cost: BASE.swap,
    why: isBlank(one) || isBlank(other) ? '金额填错栏' : '两个金额互换位置',
  };
}

/** A row that is not printed: each of its columns takes the value that the rest supports. */
function lostRow(system: System, figure: Figure): Repair | undefined {
  const { statement, line, side } = figure;
  if (!statement || !line) return undefined;
  const figures = system.figures.all.filter(
    (other) => other.kind === 'missing' && other.statement === statement && other.line === line && other.side === side,
  );
  const changes: (Change & { column: ColumnId | null; ticks: number })[] = [];
  let known = false;
  let doubts = 0;
  for (const cell of figures) {
    const support = supportOf(system, [cell.index], halfOf(cell, 2));
    const slip = support && valueWithin(system, cell, support.low, support.high);
    if (!support || !slip) continue;
    known ||= slip.cost <= 0.05;
    doubts = Math.max(doubts, doubt(support));
    changes.push({ figure: cell.index, value: slip.value, column: cell.column, ticks: slip.ticks });
  }
  if (changes.length === 0 || changes.some((change) => change.ticks < 0)) return undefined;
  const isNamed = !line.endsWith('?');
  const base = !isNamed ? UNKNOWN_ROW : known ? BASE.lost_row : NAMED_ROW;
  const cost = base + UNSUPPORTED * doubts + lopsided(changes);
  const why = isNamed ? '其他表有此科目' : '下级各行之和小于上级';
  return {
    id: `lost_row:${statement}|${line}`,
    kind: 'lost_row',
    figures: figures.map((cell) => cell.index),
    changes,
    cost,
    why,
  };
}

/** A whole row was lost only if its total is made up of its parts. */
function lopsided(changes: readonly { column: ColumnId | null; ticks: number }[]): number {
  const total = changes.find((change) => change.column === 'total' || change.column === 'final');
  if (!total) return 0.5;
  const parts = changes.filter((change) => change !== total).reduce((sum, change) => sum + change.ticks, 0);
  return changes.length === 1 || Math.abs(parts - total.ticks) <= total.ticks * 0.001 + 2e5 ? 0 : 0.5;
}

/** Empty cells of one column of a statement that all should hold an amount. */
function blankColumn(system: System, figure: Figure, broken: readonly Row[]): Repair | undefined {
  const inBroken = new Set(broken.flatMap((row) => [...row.coefficients.keys()]));
  const column = system.figures.all.filter(
    (other) =>
      other.kind === 'blank' &&
      other.statement === figure.statement &&
      other.side === figure.side &&
      other.column === figure.column &&
      inBroken.has(other.index),
  );
  const parts = column.flatMap((cell) => {
    const repair = alike(system, [cell], 'blank');
    return repair && repair.changes.length > 0 ? [repair] : [];
  });
  if (parts.length < 2) return undefined;
  const worst = Math.max(...parts.map((part) => part.cost));
  return {
    id: `blank:${parts.map((part) => part.figures[0]).join(',')}`,
    kind: 'blank',
    figures: parts.flatMap((part) => part.figures),
    changes: parts.flatMap((part) => part.changes),
    cost: worst + 0.15 * (parts.length - 1),
    why: parts[0]?.why ?? '',
  };
}

/** All repairs that touch a figure of a contradiction, each with its likeliest values. */
export class RepairBook {
  private readonly byFigure = new Map<number, Repair[]>();
  private readonly byId = new Map<string, Repair>();

  constructor(private readonly system: System) {}

  /** The repairs of the figures of a contradiction. */
  consider(figures: Iterable<number>): void {
    for (const index of figures) {
      if (this.byFigure.has(index)) continue;
      this.byFigure.set(index, []);
      for (const repair of this.repairsOf(this.system.figure(index))) this.byId.set(repair.id, repair);
    }
  }

  private repairsOf(figure: Figure): Repair[] {
    if (figure.kind === 'missing') return [lostRow(this.system, figure)].flatMap((repair) => repair ?? []);
    const kind = figure.kind === 'blank' ? 'blank' : 'cell';
    const groups = repeats(this.system, figure).map((group) => alike(this.system, group, 'same'));
    const column = figure.kind === 'blank' ? blankColumn(this.system, figure, this.system.broken()) : undefined;
    return [alike(this.system, [figure], kind), ...groups, column, ...swaps(this.system, figure)].flatMap(
      (repair) => repair ?? [],
    );
  }

  all(): Repair[] {
    return [...this.byId.values()];
  }
}
