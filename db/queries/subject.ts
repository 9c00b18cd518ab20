import { parentOf } from '../../lib/classification';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import { codeName, codePath, codesBelow } from './codeNames';
import type { Scope } from './peers';
import { CODE_PATTERN, type CodeList, type Fund, levelOfCode, type Nature } from './spending';
import { allChanges, changesOf, type SubjectChange } from './subjectChanges';
import { type ComparedYear, comparedYears } from './subjectGrowth';
import { SubjectSums } from './subjectSums';
import { type SubjectYear, yearOf } from './subjectTree';

export type { SubjectChange } from './subjectChanges';

export interface SubjectDetail {
  list: CodeList;
  code: string;
  name: string;
  level: 1 | 2 | 3;
  /** 类 and 款 above it, outermost first */
  path: { code: string; name: string }[];
  /** of the present list, itself included */
  siblings: { code: string; name: string }[];
  children: { code: string; name: string }[];
  /** renamings and moves of the code and of the 款 above it, oldest first */
  history: SubjectChange[];
  /** names that documents print and the code list does not have, with how many accounts print them */
  printedNames: { name: string; accounts: number }[];
  years: SubjectYear[];
  /** what its growth is worked out from, year by year */
  compared: ComparedYear[];
}

const MOST_NAMES = 20;

function printedNames(db: Db, list: CodeList, code: string): { name: string; accounts: number }[] {
  const table = list === 'functional' ? 'spending' : 'basic_spending';
  const sql = `SELECT name, count(*) AS accounts FROM ${table} WHERE code = ? AND name IS NOT NULL
    GROUP BY name ORDER BY accounts DESC, name LIMIT ${MOST_NAMES}`;
  return preparedSql<{ name: string; accounts: number }>(db, sql).all(code);
}

const isKnownBefore = (db: Db, code: string): string | undefined =>
  allChanges(db).find(({ oldCode }) => oldCode === code)?.oldName ?? undefined;

/** A code with its family, its history and its amounts by year; undefined when neither the lists nor any account has it. */
export async function getSubject(
  db: Db,
  query: { list: CodeList; code: string; fund?: Fund; nature?: Nature; likeForLike?: boolean } & Scope,
): Promise<SubjectDetail | undefined> {
  const { list, code } = query;
  if (!CODE_PATTERN.test(code)) return undefined;
  return snapshot(db, () => {
    const level = levelOfCode(code);
    const sums = new SubjectSums(db, query).at({ level, under: code }).filter((sum) => sum.code === code);
    const names = printedNames(db, list, code);
    const name = codeName(db, list, code) ?? isKnownBefore(db, code) ?? names[0]?.name;
    if (name === undefined && sums.length === 0) return undefined;
    return {
      list,
      code,
      name: name ?? code,
      level,
      path: codePath(db, list, code),
      siblings: codesBelow(db, list, parentOf(code)),
      children: codesBelow(db, list, code),
      history: list === 'functional' ? changesOf(db, code) : [],
      printedNames: names,
      years: sums.map((sum) => yearOf(sum, list)),
      compared: comparedYears(db, query, { level, under: code }).get(code) ?? [],
    };
  });
}
