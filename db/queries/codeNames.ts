import { parentOf } from '../../lib/classification';
import type { Db } from '../open';
import { preparedSql } from '../prepared';
import type { CodeList } from './spending';

const LISTS: Readonly<Record<CodeList, readonly [string, string]>> = {
  functional: ['functional', 'functional_old'],
  economic: ['economic', 'economic_old'],
};

/** The code list's name, of this edition, else of the one before; undefined for a code that neither has. */
export function codeName(db: Db, list: CodeList, code: string): string | undefined {
  const sql = 'SELECT name FROM subjects WHERE list = ? AND code = ?';
  for (const edition of LISTS[list]) {
    const row = preparedSql<{ name: string }>(db, sql).get(edition, code);
    if (row) return row.name;
  }
  return undefined;
}

/** The codes of the present list directly below a code, by code; for null the 类. */
export const codesBelow = (db: Db, list: CodeList, parent: string | null): { code: string; name: string }[] =>
  preparedSql<{ code: string; name: string }>(
    db,
    'SELECT code, name FROM subjects WHERE list = ? AND parent IS ? ORDER BY code',
  ).all(list, parent);

/** The 类 and 款 above a code, outermost first. */
export function codePath(db: Db, list: CodeList, code: string): { code: string; name: string }[] {
  const parent = parentOf(code);
  if (parent === null) return [];
  return [...codePath(db, list, parent), { code: parent, name: codeName(db, list, parent) ?? parent }];
}
