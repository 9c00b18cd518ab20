import { type ColumnId, type Side, STATEMENTS, type StatementId } from '../../statements';
import { columnOf, isOtherColumn, standardColumns } from './columns';
import { isDataRow, isRepeated } from './dataRows';
import { type Profile, profileOf } from './evidence';
import { fitHeads } from './headRepair';
import { headPaths, isOrdinalRow } from './heads';
import { belongsTo, type ClassNames, isNumbered } from './labels';
import { fold, isBlank } from './lines';
import { blocksOf, type Role, roleOf, withParts, withRemarks } from './roles';
import type { Row } from './rows';

export interface Column {
  role: Role;
  /** the quantity of an amount column; undefined when its head is not understood */
  column: ColumnId | undefined;
  side: Side | null;
  /** blocks set side by side, counted from the left */
  block: number;
  /** comparisons with other years and rates, which are no amounts of the account */
  isOther: boolean;
  /** of a summary's name column: whether a label can belong to its side */
  accepts: ((label: string) => boolean) | undefined;
  path: readonly string[];
}

export interface Layout {
  columns: Column[];
  heads: Row[];
  data: Row[];
}

interface Body {
  statement: StatementId;
  names: ClassNames;
  profiles: readonly Profile[];
  votes: readonly Record<Side, number>[];
}

/** How many numbered labels of each column can only be revenue, or only expenditure. */
function votesOf(data: readonly Row[], width: number, names: ClassNames): Record<Side, number>[] {
  return Array.from({ length: width }, (_, at) => {
    const labels = data.map((row) => row.cells[at]?.text ?? '').filter(isNumbered);
    return {
      expenditure: labels.filter((label) => !belongsTo(label, 'revenue', names)).length,
      revenue: labels.filter((label) => !belongsTo(label, 'expenditure', names)).length,
    };
  });
}

function sideOf(paths: readonly (readonly string[])[], ats: readonly number[], block: number, body: Body): Side {
  const count = (side: Side): number => ats.reduce((sum, at) => sum + (body.votes[at]?.[side] ?? 0), 0);
  const [expenditure, revenue] = [count('expenditure'), count('revenue')];
  if (expenditure + revenue >= 3 && expenditure !== revenue) return expenditure > revenue ? 'expenditure' : 'revenue';
  const heads = ats.flatMap((at) => (paths[at] ?? []).slice(0, 2)).join('');
  if (/支出/.test(heads) !== /收入/.test(heads)) return /支出/.test(heads) ? 'expenditure' : 'revenue';
  return block === 0 ? 'revenue' : 'expenditure';
}

/** The columns that heads and cells together make. */
function columnsFrom(paths: readonly (readonly string[])[], body: Body): Column[] {
  const { statement, names, profiles } = body;
  const roles = withRemarks(
    withParts(
      profiles.map((profile, at) => roleOf(paths[at] ?? [], profile)),
      profiles,
    ),
    statement,
  );
  const blocks = blocksOf(roles);
  const placed = profiles.map((_, at) => ({ path: paths[at] ?? [], block: blocks[at] ?? 0 }));
  const isBlocked = (blocks.at(-1) ?? 0) > 0;
  const { sided } = STATEMENTS[statement];
  const sides = [...new Set(sided ? blocks : [])].map((block) =>
    sideOf(
      paths,
      [...blocks.keys()].filter((at) => blocks[at] === block),
      block,
      body,
    ),
  );
  const columns = placed.map(({ path, block }, at): Column => {
    const side = sides[block] ?? null;
    const role = roles[at] ?? 'amount';
    return {
      role,
      side,
      block,
      path,
      isOther: isOtherColumn(path),
      accepts: side && role === 'name' && isBlocked ? (label) => belongsTo(label, side, names) : undefined,
      column: role === 'amount' ? columnOf(statement, side, path) : undefined,
    };
  });
  return withStandard(columns, statement);
}

/** What a head row says of its columns: 栏次 and its numbers nothing, but 类, 款 and 项 may stand in the same row. */
function headWords(row: Row): string[] {
  const texts = row.cells.map((cell) => cell.text);
  if (!isOrdinalRow(row)) return texts;
  const parts = texts.map((text) => (/^[类款项]$/.test(fold(text)) ? text : ''));
  return parts.filter((text) => text !== '').length >= 2 ? parts : [];
}

/** Reads a table's heads: which column prints what. */
export function layoutOf(rows: readonly Row[], statement: StatementId, width: number, names: ClassNames): Layout {
  const first = rows.findIndex((row) => isDataRow(row, statement, names));
  const heads = rows.slice(0, first < 0 ? rows.length : first);
  const data = first < 0 ? [] : rows.slice(first).filter((row) => !isRepeated(row, heads));
  const sound = data.filter((row) => row.cells.length === width);
  const profiles = Array.from({ length: width }, (_, at) =>
    profileOf(sound.length * 2 >= data.length ? sound : data, at),
  );
  const votes = STATEMENTS[statement].sided ? votesOf(data, width, names) : [];
  const body: Body = { statement, names, profiles, votes };
  const words = heads.map(headWords).filter((cells) => cells.some((text) => !isBlank(text)));
  const fitted = fitHeads(words, width, (cells) => {
    const columns = columnsFrom(headPaths(cells, width), body);
    return { columns, profiles };
  });
  return { columns: withoutTwins(columnsFrom(headPaths(fitted, width), body), statement), heads, data };
}

/** A block prints each quantity once: of two columns that seem to be the same only the first can be it. */
function withoutTwins(columns: Column[], statement: StatementId): Column[] {
  if (statement === 'three_public') return columns;
  return columns.map((column, at) => {
    const isTwin = columns.slice(0, at).some((one) => one.block === column.block && one.column === column.column);
    return isTwin && !column.isOther ? { ...column, column: undefined } : column;
  });
}

/** Where no head of a block is legible, the official order of the amounts decides. */
function withStandard(columns: Column[], statement: StatementId): Column[] {
  const headless = (block: number): Column[] => {
    const amounts = columns.filter((column) => column.block === block && column.role === 'amount');
    return amounts.some((column) => column.path.length > 0) ? [] : amounts;
  };
  const standards = [...new Set(columns.map(({ block }) => block))].map((block) => {
    const amounts = headless(block);
    return { amounts, order: standardColumns(statement, amounts.length) };
  });
  return columns.map((column) => {
    const own = standards.find(({ amounts }) => amounts.includes(column));
    return own?.order ? { ...column, column: own.order[own.amounts.indexOf(column)] } : column;
  });
}
