import type { Profile } from './evidence';
import type { Column } from './layout';
import { isBlank } from './lines';
import { AGREEMENT, roleByHead } from './roles';

type Cells = readonly string[];

interface Trial {
  columns: readonly Column[];
  profiles: readonly Profile[];
}

/** How well heads make sense: roles that agree with the cells, and amount columns that each print something of their own. */
function pointsOf(trial: Trial): number {
  return contributions(trial).reduce((sum, points) => sum + points, 0);
}

function contributions({ columns, profiles }: Trial): number[] {
  const seen = new Set<string>();
  const all: number[] = [];
  for (const [at, column] of columns.entries()) {
    const profile = profiles[at] ?? 'blank';
    const role = roleByHead(column.path);
    if (role) all.push(AGREEMENT[role][profile] ?? 0);
    if (column.role !== 'amount') continue;
    const key = `${column.block} ${column.column} ${column.isOther} ${column.path.find((text) => /[预决]算数?$/.test(text)) ?? ''}`;
    const isOwn = column.column !== undefined && !seen.has(key);
    all.push(isOwn || column.isOther ? 2 : flaw(column, profile));
    seen.add(key);
  }
  return all;
}

/** An unknown head is no flaw of the rows; a quantity printed twice, or amounts without a head, is. */
const flaw = (column: Column, profile: Profile): number => {
  if (column.path.length > 0) return column.column === undefined ? 0 : -2;
  return profile === 'blank' ? -1 : -2;
};

const padded = (cells: Cells, width: number): Cells => Array.from({ length: width }, (_, at) => cells[at] ?? '');

const without = (cells: Cells, at: number): Cells => [...cells.slice(0, at), ...cells.slice(at + 1)];
const withBlank = (cells: Cells, at: number, count = 1): Cells => [
  ...cells.slice(0, at),
  ...Array.from({ length: count }, () => ''),
  ...cells.slice(at),
];

/** The ways a row may have stood before a conversion lost or added blank cells. */
function variants(cells: Cells, width: number): Cells[] {
  const blanks = cells.flatMap((text, at) => (isBlank(text) ? [at] : []));
  const leading = cells.findIndex((text) => !isBlank(text));
  const found: Cells[] = [];
  if (cells.length >= width) for (const at of blanks) found.push(without(cells, at));
  if (cells.length > width && leading > 1) found.push(cells.slice(leading), cells.slice(leading - 1));
  if (cells.length < width) for (const at of cells.keys()) found.push(withBlank(cells, at, width - cells.length));
  if (cells.length < width) for (const at of cells.keys()) found.push(withBlank(cells, at));
  if (cells.length === width && isBlank(cells.at(-1) ?? ''))
    for (const at of cells.keys()) found.push(withBlank(cells.slice(0, -1), at));
  return found;
}

/** A change must make things clearly better: heads that make sense as printed are left alone. */
const CLEARLY = 3;

/**
 * Puts head rows back over their columns where a conversion has lost or added blank cells in them. `attempt` makes the
 * columns of a trial; rows are mended one after the other, each with at most one change.
 */
export function fitHeads(rows: readonly Cells[], width: number, attempt: (rows: readonly Cells[]) => Trial): Cells[] {
  let fitted = rows.map((cells) => padded(cells, width));
  const printed = attempt(fitted);
  const isSound =
    rows.every((cells) => cells.length === width) && contributions(printed).every((points) => points >= 0);
  if (isSound) return fitted;
  let best = pointsOf(printed);
  for (const [index, cells] of rows.entries()) {
    if (index > 5 || cells.length > width + 6) continue;
    const base = best;
    const margin = cells.length === width ? CLEARLY : 1;
    for (const variant of variants(cells, width)) {
      const trial = fitted.map((own, at) => (at === index ? padded(variant, width) : own));
      const points = pointsOf(attempt(trial));
      if (points >= base + margin && points > best) [best, fitted] = [points, trial];
    }
  }
  return fitted;
}
