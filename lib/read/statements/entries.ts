import type { ColumnId } from '../../statements';
import type { GridCell } from '../document';
import { type Aligned, align, evidenceOf } from './align';
import { codeIn, kindOf } from './evidence';
import { codedLine, isNumbered } from './labels';
import type { Layout } from './layout';
import { isBlank, squeeze } from './lines';
import type { Row } from './rows';

/** An amount cell with its column; `column` is undefined where no head says what it is. */
export interface EntryAmount {
  at: number;
  column: ColumnId | undefined;
  cell: GridCell | undefined;
}

/** One block's part of a row: what a line of the statement prints. */
export interface Entry {
  row: Row;
  block: number;
  code: string | null;
  name: string;
  label: GridCell | undefined;
  amounts: EntryAmount[];
  /** figures among the label cells, where none belongs */
  strays: GridCell[];
}

export interface Entries {
  /** by block, in printed order */
  blocks: Entry[][];
  /** cells that fit no column, and remarks */
  rest: { row: Row; cells: GridCell[] }[];
}

const CODE_IN_FRONT = /^[[(（【]?((?:2[0-3]\d|30\d|31\d|39\d)(?:\d\d){0,2})[\])）】]?[-—、.]?(?=\D)/;

export const hasAmount = (entry: Entry): boolean =>
  entry.amounts.some(({ cell }) => cell !== undefined && ['amount', 'integer', 'code'].includes(kindOf(cell.text)));

/** Composes a code from its 类, 款 and 项 columns; parts left out go on from the row above. */
class CodeParts {
  private parts: string[] = [];

  read(cells: readonly (GridCell | undefined)[]): string | null {
    const texts = cells.map((cell) => squeeze(cell?.text ?? ''));
    const full = texts.findLast((text) => (codeIn(text)?.length ?? 0) >= 5);
    if (full) {
      this.parts = [full.slice(0, 3), full.slice(3, 5), full.slice(5, 7)].filter((part) => part !== '');
      return full;
    }
    const deepest = texts.findLastIndex((text) => /^\d{2,3}$/.test(text) && text !== '00');
    if (deepest < 0) return null;
    const parts = texts
      .slice(0, deepest + 1)
      .map((text, level) => (/^\d{2,3}$/.test(text) ? text : (this.parts[level] ?? '')));
    this.parts = parts;
    return codeIn(parts.join(''));
  }
}

/** Code and words of a block's label cells; the code may stand alone, in parts, or in front of the name. */
function labelOf(cells: readonly (GridCell | undefined)[], layout: Layout, block: number, parts: CodeParts) {
  const own = layout.columns.flatMap((column, at) =>
    column.block === block ? [{ role: column.role, cell: cells[at] }] : [],
  );
  const split = own
    .filter(({ role }) => role === 'class' || role === 'section' || role === 'item')
    .map(({ cell }) => cell);
  let code = split.length > 0 ? parts.read(split) : null;
  const words: GridCell[] = [];
  const strays: GridCell[] = [];
  for (const { role, cell } of own) {
    if (!cell || isBlank(cell.text) || role === 'amount' || role === 'index' || role === 'remark') continue;
    const digits =
      codeIn(cell.text) ?? (role === 'code' && /^\d{2,9}$/.test(squeeze(cell.text)) ? squeeze(cell.text) : null);
    if (role === 'code' && digits) code = digits;
    else if (kindOf(cell.text) === 'text') words.push(cell);
    else if (role === 'code' || role === 'name') strays.push(cell);
  }
  let name = words
    .map((cell) => squeeze(cell.text))
    .filter((text, at, all) => text !== all[at - 1])
    .join('');
  const inFront = CODE_IN_FRONT.exec(name);
  if (code === null && inFront?.[1] && layout.columns.some((column) => column.role === 'name')) {
    code = inFront[1];
    name = name.slice(inFront[0].length);
  }
  return { code, name, strays, label: words[0] ?? own.find(({ cell }) => cell && !isBlank(cell.text))?.cell };
}

/** A total set over several blocks leaves its amount in a block further right: give it back to its label. */
function returnAmounts(entries: Entry[]): Entry[] {
  return entries.filter((entry, at) => {
    if (entry.code !== null || entry.name !== '' || !hasAmount(entry)) return true;
    const owner = entries.slice(0, at).findLast((left) => left.name !== '');
    if (!owner || hasAmount(owner) || codedLine(owner.name) === null) return true;
    owner.amounts = entry.amounts;
    return false;
  });
}

export function entriesOf(layout: Layout): Entries {
  const count = Math.max(0, ...layout.columns.map((column) => column.block)) + 1;
  const entries: Entries = { blocks: Array.from({ length: count }, () => []), rest: [] };
  const parts = Array.from({ length: count }, () => new CodeParts());
  const evidence = evidenceOf(layout.data, layout.columns);
  for (const row of layout.data) {
    const aligned: Aligned = align(row, layout.columns, evidence);
    const remarks = layout.columns.flatMap(({ role }, at) => (role === 'remark' ? (aligned.cells[at] ?? []) : []));
    entries.rest.push({ row, cells: [...aligned.rest, ...remarks] });
    const own = parts.map((part, block): Entry => {
      const amounts = layout.columns.flatMap((column, at) =>
        column.block === block && column.role === 'amount'
          ? [{ at, column: column.column, cell: aligned.cells[at] }]
          : [],
      );
      return { row, block, amounts, ...labelOf(aligned.cells, layout, block, part) };
    });
    entries.rest.push({ row, cells: own.flatMap((entry) => entry.strays) });
    for (const entry of returnAmounts(own))
      if (entry.code !== null || entry.name !== '' || hasAmount(entry)) entries.blocks[entry.block]?.push(entry);
  }
  return entries;
}

/** Tells whole names, with their code where they have one. */
export type IsKnown = (name: string, code: string | null) => boolean;

/** Joins names that a row break has cut in two. */
export function joinBroken(entries: readonly Entry[], isKnown: IsKnown): Entry[] {
  const joined: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    const before = joined.at(-1);
    const next = entries[at + 1];
    if (before && isTail(before, entry))
      Object.assign(before, { name: before.name + entry.name, amounts: entry.amounts });
    else if (!isOrphan(entry) || isKnown(entry.name, null)) joined.push(entry);
    else if (next && isHeadOf(entry, next, isKnown)) next.name = entry.name + next.name;
    else if (before && isTailOf(entry, before, isKnown)) before.name += entry.name;
    else joined.push(entry);
  }
  return joined;
}

/** Words alone: no code, no amount, and no total. */
const isOrphan = (entry: Entry): boolean =>
  entry.code === null && entry.name !== '' && !hasAmount(entry) && codedLine(entry.name) === null;

const isHeadOf = (entry: Entry, next: Entry, isKnown: IsKnown): boolean =>
  next.name === '' ? next.code !== null : !isKnown(next.name, next.code) && isKnown(entry.name + next.name, next.code);

const isTailOf = (entry: Entry, before: Entry, isKnown: IsKnown): boolean =>
  before.code !== null
    ? !isKnown(before.name, before.code)
    : isKnown(before.name + entry.name, null) && !hasAmount(before);

/** 一、一般公共预算 without an amount above 财政拨款收入 with one: numbered lines do not end in the middle of a name. */
const isTail = (before: Entry, entry: Entry): boolean =>
  before.code === null &&
  entry.code === null &&
  isNumbered(before.name) &&
  !hasAmount(before) &&
  entry.name.length <= 12 &&
  !isNumbered(entry.name) &&
  !/^$|合计|总计|小计|结转|结余|其中|^政府性基金|^国有资本|^一般公共/.test(entry.name);
