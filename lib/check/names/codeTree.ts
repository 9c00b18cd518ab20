import type { Reading, StatementReading } from '../../facts';
import { STATEMENTS } from '../../statements';
import type { CheckContext } from '../check';
import { type Draft, defineCheck } from '../draft';
import { type CodeList, economicList, functionalList, knownNames } from './known';
import { FUNCTIONAL, isCode, statementCodes } from './namedCodes';

const label = ({ number, statement }: StatementReading): string =>
  `${number ? `${number} ` : ''}${STATEMENTS[statement].title}`;

/** Codes whose 类 or 款 is not printed above them, in a statement that prints them for the others. */
function orphans(statement: StatementReading): Draft[] {
  const lines = statement.lines.filter(({ code }) => code !== null && isCode(code));
  const codes = new Set(lines.map(({ code }) => code));
  const below = lines.filter(({ code }) => code !== null && code.length > 3);
  const without = below.filter(({ code }) => !codes.has((code ?? '').slice(0, -2)));
  if (without.length === 0 || without.length * 2 >= below.length) return [];
  const parents = [...new Set(without.map(({ code }) => (code ?? '').slice(0, -2)))];
  return parents.map((parent) => {
    const rows = without.filter(({ code }) => code?.slice(0, -2) === parent);
    return {
      message: `${label(statement)}有 ${rows.map(({ code, name }) => `${code} ${name}`).join('、')}，却没有列出上级科目 ${parent}`,
      places: rows.map(({ place }) => place),
    };
  });
}

/** Codes that no list knows; a whole 类 is another matter than an item the lists may lack. */
function unknownCodes(reading: Reading, list: CodeList, statements: readonly StatementReading['statement'][]): Draft[] {
  return statementCodes(reading, statements)
    .filter(({ code }) => knownNames(list, code).length === 0)
    .map(({ code, name, places }) => {
      const isClass = knownNames(list, code.slice(0, 3)).length === 0;
      return {
        severity: isClass ? ('warning' as const) : ('note' as const),
        message: `科目 ${code}“${name}”不在所用的科目目录中${isClass ? '，其类级编码也不存在' : '（目录可能不全）'}`,
        places,
        found: code,
      };
    });
}

/** Codes stand in a tree: every one is in the lists, and below a printed parent. */
export const codeTree = defineCheck(
  {
    id: 'N-31',
    title: '科目编码存在且上级科目齐全',
    formula: '编码在目录中；“项”的“款”、“款”的“类”在同一表中列出',
    kind: 'name against code',
    source: '《政府收支分类科目》的编码规则：类 3 位、款 5 位、项 7 位',
    severity: 'warning',
  },
  ({ reading, reference }: CheckContext) => [
    ...reading.statements.filter(({ statement }) => FUNCTIONAL.includes(statement)).flatMap(orphans),
    ...unknownCodes(reading, functionalList(reference), FUNCTIONAL),
    ...unknownCodes(reading, economicList(reference), ['general_budget_basic_expenditure']),
  ],
);
