import type { Reference } from '../../classification';
import type { Claim, Reading } from '../../facts';
import type { CheckContext } from '../check';
import { type Draft, defineCheck } from '../draft';
import { levelText, printedLevels } from '../levels';
import { plainName } from '../subjects';
import { type HeadingRow, headingRows, sumOf } from './headingRows';

interface Part {
  measure: Claim['measure'];
  label: string;
  classes: RegExp;
}

const PARTS: readonly Part[] = [
  { measure: 'personnel_expenditure', label: '人员经费', classes: /^(301|303)/ },
  { measure: 'operating_expenditure', label: '公用经费', classes: /^(302|307|309|310|311|312|313|399)/ },
];

/** The names behind 主要包括, and whether the list stays open (等, ……). */
function listOf(sentence: string): { names: string[]; open: boolean } {
  const listed = /包括[：:，,]?(.*)$/s.exec(sentence.replace(/\s+/g, ''))?.[1] ?? '';
  const end = /。|；|;/.exec(listed)?.index ?? listed.length;
  const body = listed.slice(0, end);
  const open = /等[^、，]{0,6}$|…|\.{3,}/.test(listed.slice(0, end + 4));
  const names = body
    .replace(/…+|\.{3,}|等[^、，]{0,6}$/g, '')
    .split(/[、，,]/)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
  return { names, open };
}

const loose = (name: string): string =>
  plainName(name.replace(/[（(](护|境)[)）]/g, '$1')).replace(/(费用|经费|费|支出|缴费)$/, '');

function rowOf(name: string, rows: readonly HeadingRow[]): HeadingRow | undefined {
  return (
    rows.find((row) => plainName(row.name) === plainName(name)) ?? rows.find((row) => loose(row.name) === loose(name))
  );
}

function isKnown(name: string, reference: Reference, part: Part): boolean {
  for (const subject of reference.economic.values())
    if (part.classes.test(subject.code) && loose(subject.name) === loose(name)) return true;
  return false;
}

/** Headings are only compared when the statement's own figures add up: else a row may not have been read. */
function addsUp(reading: Reading, rows: readonly HeadingRow[], part: Part): boolean {
  const leaves = rows.filter(({ code, total }) => code.length === 5 && part.classes.test(code) && total);
  const listed = sumOf(leaves.flatMap(({ total }) => total ?? []));
  const wholes = printedLevels(reading, part.measure);
  return wholes.some(({ interval }) => listed.low.lte(interval.high) && interval.low.lte(listed.high));
}

function partDrafts({ reading, reference }: CheckContext, rows: readonly HeadingRow[], part: Part): Draft[] {
  const index = reading.claims.findIndex(
    (claim) => claim.measure === part.measure && claim.aspect === 'final' && /包括/.test(claim.sentence),
  );
  const claim = reading.claims[index];
  if (!claim || !addsUp(reading, rows, part)) return [];
  const { names, open } = listOf(claim.sentence.slice(claim.sentence.indexOf(claim.printed) + claim.printed.length));
  const own = rows.filter(({ code }) => code.length === 5 && part.classes.test(code));
  const without = names.filter((name) => {
    const row = rowOf(name, own);
    return row ? row.total === null || row.total.value.isZero() : isKnown(name, reference, part);
  });
  const printed = own.filter(({ total }) => total !== null && !total.value.isZero());
  const unnamed = names.length === 0 || open ? [] : printed.filter((row) => !names.some((name) => rowOf(name, [row])));
  return [
    ...(without.length > 0
      ? [
          {
            message: `${part.label}说明列有${without.join('、')}，基本支出表中这些科目没有数`,
            places: [claim.place],
            claims: [index],
          },
        ]
      : []),
    ...unnamed.map((row) => ({
      severity: 'note' as const,
      message: `${part.label}说明没有列出${row.name}（表中 ${row.total ? levelText(row.total) : ''}）`,
      places: [claim.place, row.place],
      claims: [index],
      facts: row.total?.fact === null || row.total === null ? [] : [row.total.fact],
    })),
  ];
}

/** 六、: the headings named are those with a figure. */
export const economicHeadings = defineCheck(
  {
    id: 'N-08',
    title: '基本支出说明所列科目均有数',
    formula: '“主要包括”所列经济分类科目 = 基本支出表中有数的科目',
    kind: 'completeness',
    source: '公开模板：不涉及的不列',
    severity: 'warning',
  },
  (context) => {
    const statement = context.reading.statements.find(
      (one) => one.statement === 'general_budget_basic_expenditure' && one.state === 'filled',
    );
    if (!statement) return [];
    const rows = headingRows(context.reading, statement);
    return PARTS.flatMap((part) => partDrafts(context, rows, part));
  },
);
