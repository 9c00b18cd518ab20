import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { perVersion } from './kept';

/** A renaming, move, deletion or new code of the functional list. */
export interface SubjectChange {
  kind: string;
  /** the first budget year of the new state */
  year: number | null;
  oldCode: string | null;
  oldName: string | null;
  newCode: string | null;
  newName: string | null;
}

const readChanges = (db: Db): SubjectChange[] =>
  preparedSql<SubjectChange>(
    db,
    `SELECT kind, year, old_code AS oldCode, old_name AS oldName, new_code AS newCode, new_name AS newName
    FROM subject_changes ORDER BY coalesce(year, 0), n`,
  ).all();

/** Every change of the list; shared between callers. */
export const allChanges = (db: Db): readonly SubjectChange[] => perVersion(db, readChanges);

const isOf = (code: string, changed: string | null): boolean =>
  changed !== null && code.startsWith(changed) && changed.length > 3;

/** What happened to a code, or to the 款 it belongs to. */
export const changesOf = (db: Db, code: string): SubjectChange[] =>
  allChanges(db).filter(
    ({ oldCode, newCode }) => oldCode === code || newCode === code || isOf(code, oldCode) || isOf(code, newCode),
  );

const KINDS: Readonly<Record<string, string>> = {
  moved: '移至',
  rename: '改称',
  deleted: '并入',
  reuse: '改作',
  new: '新设',
};

const named = (code: string | null, name: string | null): string => [code, name].filter(Boolean).join(' ');

/** A change in words: 2010307 法制建设 移至 2040612 法制建设. */
export function changeText({ kind, year, oldCode, oldName, newCode, newName }: SubjectChange): string {
  const when = year === null ? '' : `${year} 年起 `;
  const before = named(oldCode, oldName);
  if (before === '') return `${when}新设 ${named(newCode, newName)}`;
  const after =
    newCode === null ? '取消' : `${KINDS[kind] ?? '改为'} ${named(newCode === oldCode ? null : newCode, newName)}`;
  return `${when}${before} ${after}`;
}

interface Move {
  from: string;
  to: string;
  /** amounts of earlier years are moved */
  before: number;
}

/** A code whose spending went to one other code. */
const readMoves = (db: Db): Move[] =>
  allChanges(db).flatMap(({ kind, oldCode, newCode, year }) =>
    (kind === 'moved' || kind === 'deleted') && oldCode && newCode && year && oldCode !== newCode
      ? [{ from: oldCode, to: newCode, before: year }]
      : [],
  );

export const allMoves = (db: Db): readonly Move[] => perVersion(db, readMoves);

/** Tells under which code a year's spending is counted today; ask once for many codes. */
export function presentCodes(db: Db): (code: string, year: number) => string {
  const moves = allMoves(db);
  return (code, year) => {
    let present = code;
    for (const { from, to, before } of moves) if (present === from && year < before) present = to;
    return present;
  };
}

/** Codes whose spending before the year `until` counts as the code's. */
export function formerCodes(db: Db, code: string): { code: string; until: number }[] {
  const presentCode = presentCodes(db);
  return allMoves(db)
    .filter(({ from, before }) => from !== code && presentCode(from, before - 1) === code)
    .map(({ from, before }) => ({ code: from, until: before }));
}
