import type { SubjectNode } from '../../db/queries/subjectTree';
import { type CodeAmount, shareCell, spanOf } from '../../lib/panels/codeAmounts';
import { type CodeView, VIEW_UNITS, viewCell } from '../../lib/panels/codeViews';
import { type SubjectList, type SubjectSelection, subjectsPath } from '../../lib/subjectSelection';
import type { Twin, TwinColumn } from '../_twins/twin';
import type { AskedTree, Branch } from './askTree';
import { growthOf } from './growth';
import { LEVEL_WORDS, LISTS, moneyWords } from './words';

/** Every code of the branches, a parent before what is below it. */
export const rowsOf = (branches: readonly Branch[]): Branch[] =>
  branches.flatMap((branch) => [branch, ...rowsOf(branch.below)]);

type Named = Pick<SubjectNode, 'code' | 'name' | 'level' | 'years'>;

export const yearColumnsOf = (years: readonly number[], unit: string): TwinColumn[] =>
  years.map((year) => ({ key: `year_${year}`, label: `${year}（${unit}）`, number: true }));

/** A code's row of a table: what it is, then its years under the view. */
export const codeRow = (row: Named, years: readonly number[], view: CodeView): (string | null)[] => [
  row.code,
  row.name,
  LEVEL_WORDS[row.level],
  ...years.map((year) => {
    const own = row.years.find((one) => one.year === year);
    return own ? viewCell(view, own, row.years).value : null;
  }),
  row.years
    .filter(({ disputed }) => disputed > 0)
    .map(({ year }) => year)
    .join('、') || null,
  row.years
    .filter(({ mappedFrom }) => mappedFrom.length > 0)
    .map(({ year, mappedFrom }) => `${year}：${mappedFrom.join('、')}`)
    .join('；') || null,
];

export const CODE_HEADS: readonly TwinColumn[] = [
  { key: 'code', label: '科目编码' },
  { key: 'name', label: '科目名称' },
  { key: 'level', label: '级次' },
];
export const CODE_TAILS: readonly TwinColumn[] = [
  { key: 'disputed', label: '公布数有矛盾的年度' },
  { key: 'mapped', label: '按现行科目归并' },
];

/** What the page says of the last year beside the amounts: share of what is above, growth, departments. */
const lastColumns = (last: number): TwinColumn[] => [
  { key: 'share', label: `${last} 年占上级（%）`, number: true },
  { key: 'growth', label: `${last} 年比上年（%）`, number: true },
  { key: 'departments', label: `${last} 年部门数（个）`, number: true },
];

function lastCells(
  { years, compared }: Branch,
  last: number,
  whole: CodeAmount | undefined,
  isPart: boolean,
): (string | null)[] {
  const now = years.find(({ year }) => year === last);
  return [
    shareCell(now?.amount, whole).value,
    growthOf(compared).value,
    isPart || !now || now.departments === null ? null : String(now.departments),
  ];
}

/** The tree as far as the page shows it. */
export function treeTwin(list: SubjectList, selection: SubjectSelection, tree: AskedTree): Twin {
  const years = spanOf(tree.years.map(({ year }) => year));
  const unit = VIEW_UNITS[selection.view];
  const { view, base } = selection;
  const last = years.at(-1) ?? 0;
  const isPart = selection.fund !== undefined || selection.nature !== undefined;
  const totals = new Map(tree.years.flatMap(({ year, total }) => (total ? [[year, total] as const] : [])));
  const rows = (branches: readonly Branch[], wholes: CodeView['wholes']): (string | null)[][] =>
    branches.flatMap((branch) => [
      [
        ...codeRow(branch, years, { view, base, wholes, people: tree.people }),
        ...lastCells(branch, last, wholes.get(last), isPart),
      ],
      ...rows(branch.below, new Map(branch.years.map(({ year, amount }) => [year, amount]))),
    ]);
  const { title, scope } = LISTS[list];
  return {
    name: `subjects-${list}`,
    title: `${title}科目`,
    subtitle: [scope, moneyWords(selection), unit].filter(Boolean).join('；'),
    answer: `${tree.years.length} 个年度`,
    notes: tree.years.map(({ year, published, known }) => `${year} 年收录 ${published}/${known} 个部门`),
    columns: [...CODE_HEADS, ...yearColumnsOf(years, unit), ...CODE_TAILS, ...lastColumns(last)],
    rows: rows(tree.branches, totals),
    chart: null,
    path: subjectsPath(list, selection),
  };
}
