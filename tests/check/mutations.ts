import type { ColumnId, Side, StatementId } from '../../lib/statements';
import { type AccountSource, print, type RowSource, type StatementSource } from './account';
import type { Random } from './random';

export const MUTATIONS = [
  'digits swapped',
  'digit lost',
  'digit doubled',
  'digit replaced',
  'point moved',
  'sign',
  'unit slip',
  'copied into the wrong column',
  'moved to the wrong column',
  'value of the next row',
  'row lost',
  'blanked',
] as const;
export type MutationKind = (typeof MUTATIONS)[number];

export interface Mutation {
  kind: MutationKind;
  statement: StatementId;
  side: Side | undefined;
  line: string;
  column: ColumnId;
  /** what should be printed, and what is */
  right: string | null;
  wrong: string | null;
}

type Printed = Partial<Record<ColumnId, string | null>>;

/** The account with every true amount printed, so that single texts can be changed. */
export function printed(source: AccountSource): AccountSource {
  return {
    ...source,
    statements: source.statements.map((statement) => ({
      ...statement,
      rows: statement.rows.map((row) => ({ ...row, cells: printRow(statement, row) })),
    })),
  };
}

function printRow(statement: StatementSource, row: RowSource): Printed {
  const cells: Printed = {};
  for (const [column, value] of Object.entries(row.cells))
    cells[column as ColumnId] =
      typeof value === 'number'
        ? print(value, statement.unit ?? '万元', statement.decimals ?? 2, statement.trimmed ?? false)
        : (value ?? null);
  return cells;
}

const digitsAt = (text: string): number[] => [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
const splice = (text: string, at: number, remove: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + remove);

function swapDigits(text: string, random: Random): string {
  const places = digitsAt(text);
  const pairs = places.slice(1).flatMap((at, order) => {
    const before = places[order] ?? at;
    return text[before] !== text[at] ? [[before, at] as const] : [];
  });
  if (pairs.length === 0) return text;
  const [one, other] = random.pick(pairs);
  const signs = [...text];
  [signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? ''];
  return signs.join('');
}

function movePoint(text: string, random: Random): string {
  const [whole = '', fraction = ''] = text.split('.');
  if (random.chance(0.5) && whole.length > 1)
    return `${whole.slice(0, -1)}.${whole.slice(-1)}${fraction}`.replace(/\d$/, '');
  return `${whole}${fraction.slice(0, 1) || '0'}.${fraction.slice(1) || '0'}0`.replace(/^0+(?=\d)/, '');
}

function slip(kind: MutationKind, text: string, random: Random): string {
  const at = random.pick(digitsAt(text));
  switch (kind) {
    case 'digits swapped':
      return swapDigits(text, random);
    case 'digit lost':
      return splice(text, at, 1, '');
    case 'digit doubled':
      return splice(text, at, 0, text[at] ?? '');
    case 'digit replaced':
      return splice(text, at, 1, random.pick([...'0123456789'].filter((digit) => digit !== text[at])));
    case 'point moved':
      return movePoint(text, random);
    case 'sign':
      return text.startsWith('-') ? text.slice(1) : `-${text}`;
    default:
      return print(Number(text.replace('.', '')) * (text.includes('.') ? 100 : 10000), '元', 2, false);
  }
}

interface Target {
  statement: StatementSource;
  row: RowSource;
  column: ColumnId;
}

const textAt = ({ row, column }: Target): string | null => (row.cells[column] as string | null | undefined) ?? null;

function targetsOf(source: AccountSource, accept: (target: Target) => boolean): Target[] {
  return source.statements.flatMap((statement) =>
    statement.rows.flatMap((row) =>
      statement.columns
        .filter((column) => column in row.cells)
        .map((column) => ({ statement, row, column }))
        .filter(accept),
    ),
  );
}

const isAmount = (target: Target): boolean => Number(textAt(target) ?? 0) !== 0;
const isCoded = (target: Target): boolean => /^\d+$/.test(target.row.line) && target.statement.columns.length > 1;
const isParent = ({ statement, row }: Target): boolean =>
  row.line === 'total' || statement.rows.some((other) => other.line !== row.line && other.line.startsWith(row.line));

function describe(kind: MutationKind, target: Target, right: string | null, wrong: string | null): Mutation {
  const { statement, row, column } = target;
  return { kind, statement: statement.statement, side: row.side, line: row.line, column, right, wrong };
}

function write(source: AccountSource, changes: readonly (readonly [Target, string | null])[]): AccountSource {
  return {
    ...source,
    statements: source.statements.map((statement) => ({
      ...statement,
      rows: statement.rows.map((row) => {
        const own = changes.filter(([target]) => target.row === row);
        return own.length === 0
          ? row
          : { ...row, cells: { ...row.cells, ...Object.fromEntries(own.map(([{ column }, text]) => [column, text])) } };
      }),
    })),
  };
}

function loseRow(source: AccountSource, random: Random): Mutated | undefined {
  const rows = targetsOf(source, (target) => isCoded(target) && target.column === 'total' && isAmount(target));
  const leaves = rows.filter((target) => !isParent(target));
  if (leaves.length === 0) return undefined;
  const target = random.pick(leaves);
  const statements = source.statements.map((statement) =>
    statement === target.statement
      ? { ...statement, rows: statement.rows.filter((row) => row !== target.row) }
      : statement,
  );
  return { source: { ...source, statements }, mutation: describe('row lost', target, textAt(target), null) };
}

/** Another column of the same row that holds an amount of its own, not the total. */
function beside(target: Target): Target[] {
  if (!['basic', 'project'].includes(target.column)) return [];
  const other = target.column === 'basic' ? 'project' : 'basic';
  const neighbour = { ...target, column: other as ColumnId };
  return other in target.row.cells && isAmount(neighbour) ? [neighbour] : [];
}

function wrongColumn(kind: MutationKind, source: AccountSource, random: Random): Mutated | undefined {
  const empty = targetsOf(source, (target) => !isAmount(target) && beside(target).length > 0);
  if (empty.length === 0) return undefined;
  const target = random.pick(empty);
  const [from] = beside(target);
  if (!from) return undefined;
  const amount = textAt(from);
  const changes: [Target, string | null][] = [[target, amount]];
  if (kind === 'moved to the wrong column') changes.push([from, textAt(target)]);
  return { source: write(source, changes), mutation: describe(kind, target, textAt(target), amount) };
}

function nextRow(source: AccountSource, random: Random): Mutated | undefined {
  const targets = targetsOf(source, (target) => isCoded(target) && isAmount(target) && !isParent(target));
  if (targets.length === 0) return undefined;
  const target = random.pick(targets);
  const rows = target.statement.rows;
  const at = rows.indexOf(target.row);
  const text = rows[at - 1]?.cells[target.column];
  if (typeof text !== 'string' || Number(text) === 0 || text === textAt(target)) return undefined;
  return {
    source: write(source, [[target, text]]),
    mutation: describe('value of the next row', target, textAt(target), text),
  };
}

export interface Mutated {
  source: AccountSource;
  mutation: Mutation;
}

/** Changes one printed figure (or loses one row) of a printed account; undefined when this account offers no place for it. */
export function mutate(source: AccountSource, kind: MutationKind, random: Random): Mutated | undefined {
  if (kind === 'row lost') return loseRow(source, random);
  if (kind === 'copied into the wrong column' || kind === 'moved to the wrong column')
    return wrongColumn(kind, source, random);
  if (kind === 'value of the next row') return nextRow(source, random);
  const targets = targetsOf(source, (target) => isAmount(target) && (kind !== 'blanked' || isParent(target)));
  if (targets.length === 0) return undefined;
  const target = random.pick(targets);
  const right = textAt(target) ?? '';
  const wrong = kind === 'blanked' ? null : slip(kind, right, random);
  if (wrong !== null && Number(wrong) === Number(right)) return undefined;
  return { source: write(source, [[target, wrong]]), mutation: describe(kind, target, right, wrong) };
}
