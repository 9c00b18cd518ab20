import { fromFen } from '../../amount';
import type { Claim, Reading } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { factsAt, figureText, type Level, levelIn, levelText } from '../levels';
import { isNearMiss } from '../names/spelling';
import { plainName } from '../subjects';
import {
  codesOf,
  coveredCodes,
  describedStatement,
  type HeadingRow,
  headingRows,
  leavesOf,
  sumOf,
} from './headingRows';
import { subjectText } from './ratios';

interface Item {
  claim: Claim;
  index: number;
  level: Level;
}

const OTHER_FUNDS = /政府性基金|国有资本/;

/** The list of headings under the general public budget, one entry an item. */
function itemsOf(reading: Reading): Item[] {
  const { fiscalYear } = reading.document;
  return reading.claims.flatMap((claim, index) => {
    const isItem = claim.measure === 'subject_expenditure' && claim.aspect === 'final' && claim.direction === null;
    const isOwn = !OTHER_FUNDS.test(claim.section.join('')) && (claim.year === null || claim.year === fiscalYear);
    return isItem && isOwn ? [{ claim, index, level: levelIn(reading, claim, index) }] : [];
  });
}

const isCovered = (leaf: HeadingRow, codes: ReadonlySet<string>): boolean =>
  [3, 5, 7].some((length) => length <= leaf.code.length && codes.has(leaf.code.slice(0, length)));

/** A heading that the narrative names with its own words was described, even if no amount of it could be read. */
function isMentioned(reading: Reading, leaf: HeadingRow, rows: readonly HeadingRow[]): boolean {
  const above = rows.find(({ code }) => code === leaf.code.slice(0, 5) && code !== leaf.code);
  return (reading.sentences ?? []).some(({ text, section }) => {
    if (OTHER_FUNDS.test(section.join(''))) return false;
    const plain = text.replace(/[\s“”"]/g, '');
    return plain.includes(leaf.code) || (plain.includes(leaf.name) && plain.includes(above?.name ?? leaf.name));
  });
}

function missingDraft(missing: readonly HeadingRow[], items: readonly Item[], general: Level | undefined): Draft {
  const rows = missing.map(({ code, name, total }) => `${code} ${name} ${total ? figureText(total) : ''}`).join('、');
  const listed = sumOf(items.map(({ level }) => level));
  const gap = general ? fromFen(general.value.minus(listed.value), '万元', 2) : null;
  const balance = gap && general ? `；所列各项合计比总额 ${figureText(general)} 少 ${gap} 万元` : '';
  const first = items[0]?.claim.place;
  return {
    message: `一般公共预算支出的逐项说明缺少 ${rows} 万元${balance}`,
    places: [...(first ? [first] : []), ...missing.map(({ place }) => place)],
    expected: missing.length === 1 && missing[0]?.total ? figureText(missing[0].total) : null,
    facts: missing.flatMap(({ total }) => total?.fact ?? []),
  };
}

/** 财政拨款 in a heading without 一般公共预算 speaks of their headings, too. */
const OTHER_STATEMENTS: ReadonlySet<string> = new Set(['government_fund', 'state_capital']);

/** A named code, or a named 项, that the statement does not print. */
function surplusDrafts(reading: Reading, items: readonly Item[], general: readonly HeadingRow[]): Draft[] {
  const others = reading.statements
    .filter(({ statement, state }) => state === 'filled' && OTHER_STATEMENTS.has(statement))
    .flatMap((statement) => headingRows(reading, statement));
  const rowsFor = ({ section }: Claim): readonly HeadingRow[] =>
    /公共/.test(section.join('')) ? general : [...general, ...others];
  const isPrinted = (name: string, rows: readonly HeadingRow[]): boolean =>
    rows.some((row) => plainName(row.name) === plainName(name) || isNearMiss(row.name, name));
  return items.flatMap(({ claim, index }): Draft[] => {
    const rows = rowsFor(claim);
    const codes = codesOf(claim).filter((code) => !rows.some((row) => row.code === code));
    const unnamed = codesOf(claim).length === 0 && claim.subject && !isPrinted(claim.subject, rows);
    const what =
      codes.length > 0 ? codes.map((code) => nameIn(claim, code)).join('、') : unnamed ? subjectText(claim) : '';
    if (!what) return [];
    return [
      {
        severity: codes.length > 0 ? 'warning' : 'note',
        message: `逐项说明列有 ${what}，支出决算表中没有这一科目`,
        places: [claim.place],
        claims: [index],
      },
    ];
  });
}

function nameIn(claim: Claim, code: string): string {
  const at = claim.subjectPath.indexOf(code);
  const beside = [claim.subjectPath[at + 1], claim.subjectPath[at - 1]].find((text) => text && !/^\d+$/.test(text));
  return beside ? `${code} ${beside}` : code;
}

function completeness(reading: Reading, items: readonly Item[]): Draft[] {
  const statement = describedStatement(reading);
  if (!statement || items.length === 0) return [];
  const rows = headingRows(reading, statement);
  const codes = new Set(items.flatMap(({ claim, level }) => coveredCodes(claim, level, rows)));
  const leaves = leavesOf(rows);
  const missing = leaves.filter((leaf) => !isCovered(leaf, codes) && !isMentioned(reading, leaf, rows));
  const known = leaves.length - missing.length;
  const [total] = factsAt(reading, { statement: statement.statement, line: 'total', column: 'total' });
  const lost = missing.length > 0 && known >= missing.length ? [missingDraft(missing, items, total)] : [];
  return [...lost, ...surplusDrafts(reading, items, rows)];
}

/** Σ items against the stated total, where no statement tells which item is wrong. */
function sums(reading: Reading, items: readonly Item[]): Draft[] {
  if (describedStatement(reading)) return [];
  const own = items.filter(({ claim }) => claim.subjectPath.length >= 3 || /^\d{7}$/.test(claim.subject ?? ''));
  const wholes = reading.claims.flatMap((claim, index) =>
    ['general_expenditure', 'fiscal_expenditure'].includes(claim.measure) &&
    claim.aspect === 'final' &&
    claim.subject === null
      ? [levelIn(reading, claim, index)]
      : [],
  );
  const listed = sumOf(own.map(({ level }) => level));
  const [whole] = wholes;
  if (own.length < 2 || own.length < items.length || !whole) return [];
  if (wholes.some(({ interval }) => listed.low.lte(interval.high) && interval.low.lte(listed.high))) return [];
  const total = fromFen(listed.value, '万元', 2);
  return [
    {
      severity: listed.value.gt(whole.value) ? 'error' : 'warning',
      message: `逐项说明的支出决算合计 ${total} 万元，与一般公共预算支出 ${levelText(whole)} 不符`,
      places: [whole.place, ...own.slice(0, 1).map(({ claim }) => claim.place)],
      expected: total,
      found: figureText(whole),
      claims: own.map(({ index }) => index),
    },
  ];
}

/** 五、: every heading with an amount is described, and no other. */
export const items = defineCheck(
  {
    id: 'N-06',
    title: '逐项说明完整',
    formula: '一般公共预算支出表中有数的各“项”均有说明；说明的科目均在表中；Σ 各项 = 合计',
    kind: 'completeness',
    source: '公开规则 D-005',
    severity: 'warning',
  },
  ({ reading }) => {
    const list = itemsOf(reading);
    return [...completeness(reading, list), ...sums(reading, list)];
  },
);
