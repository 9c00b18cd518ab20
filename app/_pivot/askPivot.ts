import 'server-only';
import { getYears } from '../../db/queries/figures';
import { DIMENSION_WORDS, finestLevel, type PivotSelection, pivotPath } from '../../lib/pivot';
import { Kept } from '../_store/kept';
import type { Store } from '../_store/store';
import { type AskedLeaves, askLeaves, coarserLeaves, printedLevels, yearsAsked } from './askLeaves';
import { type Built, buildGrid, MOST_COLUMNS, MOST_LINES, printedSums } from './grid';
import type { PivotGrid } from './gridShape';
import type { Sum } from './sums';

export interface AskedPivotGrid {
  grid: PivotGrid;
  /** in Chinese: what is left out, what stands behind the sums, what a switch changed */
  notes: string[];
  /** the selection that was answered, with a value that its dimensions allow */
  selection: PivotSelection;
}

/** A value that the dimensions cannot answer gives way to amounts, and says so. */
export function answerable(selection: PivotSelection): { selection: PivotSelection; refused: string | null } {
  const { value, rows, columns } = selection;
  const dimensions = [...rows, ...columns];
  const amount = { ...selection, value: 'amount' } as const;
  if (value === 'growth' && !dimensions.includes('year'))
    return { selection: amount, refused: '比上年增减要有“年度”在行或列上，现列金额。' };
  if (value === 'per_person' && !dimensions.includes('department'))
    return { selection: amount, refused: '人均要有“部门”在行或列上，才知道是多少人，现列金额。' };
  return { selection, refused: null };
}

/** What is counted under present codes is printed at no level of codes; only the totals are. */
async function printedOf(
  { db }: Store,
  selection: PivotSelection,
  asked: AskedLeaves,
  years: readonly number[] | undefined,
): Promise<Map<string, Sum>> {
  const { fund, nature, value, like } = selection;
  if (fund || nature || value === 'growth' || value === 'per_person' || asked.cut === 'unknown') return new Map();
  const levels = printedLevels(selection, [...selection.rows, ...selection.columns]);
  const sums = await Promise.all(
    levels
      .filter((level) => level === 0 || !like)
      .map(async (level) => {
        const coarser = await coarserLeaves(db, selection, asked, level, years);
        return coarser ? [...printedSums(selection, coarser, level)] : [];
      }),
  );
  return new Map(sums.flat());
}

/** What sums under present codes are compared with. */
function likeNotes({ like, rows, columns }: PivotSelection, printed: ReadonlyMap<string, Sum>): string[] {
  if (!like || finestLevel([...rows, ...columns]) === 0) return [];
  const totals = printed.size > 0 ? '；合计仍与印出的支出合计核对' : '';
  return [`类、款按现行科目由各项相加，与印出的类、款不同，不与它们核对${totals}。`];
}

const short = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join('、')} 等 ${names.length} 个` : names.join('、');

function cutNotes({ cut }: AskedLeaves, { columns, lines }: Built): string[] {
  return [
    ...(cut === 'unknown' ? ['内容太多，只列出前 10,000 格；合计只是列出的部分之和。缩小范围可以看到其余的。'] : []),
    ...(cut !== null && cut !== 'unknown'
      ? [`内容太多，只列出 ${cut.of} 个部门中的前 ${cut.listed} 个，合计也只是这些部门之和。缩小范围可以看到其余的。`]
      : []),
    ...(columns > MOST_COLUMNS ? [`列太多，只列出 ${columns} 列中的前 ${MOST_COLUMNS} 列；合计包括没有列出的。`] : []),
    ...(lines > MOST_LINES ? [`行太多，只列出 ${lines} 行中的前 ${MOST_LINES} 行；合计包括没有列出的。`] : []),
  ];
}

/** Sums over departments of which some have not published say so. */
function coverageNotes({ totals, dimensions }: AskedLeaves, { from = 0 }: PivotSelection): string[] {
  const known = totals.known.reduce((sum, { departments }) => sum + departments, 0);
  const years = new Map<number, number>();
  for (const { year, published } of totals.rows) if (year >= from) years.set(year, (years.get(year) ?? 0) + published);
  const short = [...years].filter(([, published]) => published < known).sort(([one], [other]) => one - other);
  const words = short.map(([year, published]) => `${year} 年 ${published}/${known}`).join('，');
  const together =
    dimensions.includes('year') || years.size < 2
      ? []
      : [`年度没有分开：金额是 ${Math.min(...years.keys())}–${Math.max(...years.keys())} 年之和。`];
  return [
    ...together,
    ...(short.length === 0
      ? []
      : [
          `收录的部门不全，合计只是已收录部门之和：${words}。比上年的幅度因此可能来自部门的增减；科目页的比上年只比两年都收录的部门。`,
        ]),
  ];
}

/** Amounts of fewer codes than the statements print cannot be compared with the printed totals. */
const narrowNotes = ({ codes }: PivotSelection): string[] =>
  codes.length === 0
    ? []
    : [`只计科目 ${short(codes)}${codes.some((code) => code.length < 7) ? '及其下级' : ''}，合计也只是这些科目之和。`];

const RESTS = {
  fund: '“其他资金或差额”是支出决算表的数减去三项预算的数：非财政拨款安排的支出，或公布的数字对不上的差额。',
  nature:
    '“其他支出或差额”是合计减去基本支出、项目支出：上缴上级、经营、对附属单位补助支出，或公布的数字对不上的差额。',
  economic: '“其他支出或差额”是合计减去人员经费、公用经费：公布的数字没有分列，或对不上的差额。',
} as const;

/** What stands in the cells of what no fund and no kind of expenditure holds. */
function restNotes({ list }: PivotSelection, { dimensions, leaves }: AskedLeaves): string[] {
  return (['fund', 'nature'] as const).flatMap((dimension) => {
    const at = dimensions.indexOf(dimension);
    if (at === -1 || !leaves.some(({ keys }) => keys[at] === 'other')) return [];
    return [RESTS[dimension === 'nature' && list === 'economic' ? 'economic' : dimension]];
  });
}

/** Sums that miss the printed total by no more than rounding bear no mark. */
const SUMMED = '合计由分项相加，与印出的合计可能有四舍五入的尾差；超出四舍五入的才标“≠”。';

async function build(store: Store, asked: PivotSelection): Promise<AskedPivotGrid> {
  const { selection, refused } = answerable(asked);
  const years = yearsAsked(selection, await getYears(store.db));
  const leaves = await askLeaves(store.db, selection, years);
  const printed = await printedOf(store, selection, leaves, years);
  const built = buildGrid(selection, leaves, printed);
  const notes = [
    ...(refused ? [refused] : []),
    ...cutNotes(leaves, built),
    ...narrowNotes(selection),
    ...restNotes(selection, leaves),
    ...leaves.notes,
    ...likeNotes(selection, printed),
    ...coverageNotes(leaves, selection),
    ...(printed.size > 0 && selection.value === 'amount' ? [SUMMED] : []),
  ];
  return { grid: built.grid, notes, selection };
}

const pivots = new Kept<AskedPivotGrid>(24);

/** A pivot with its checked sums, kept until the data change; the order of rows, the filter and the page are the reader's. */
export function askPivot(store: Store, selection: PivotSelection): Promise<AskedPivotGrid> {
  const { order: _order, text: _text, ...content } = selection;
  const key = pivotPath({ ...content, page: 1 });
  return pivots.ask(`${store.db.path} ${store.version} ${key}`, () => build(store, { ...content, page: 1 }));
}

/** `类 × 年度`, in words. */
export const pivotTitle = ({ rows, columns }: Pick<PivotSelection, 'rows' | 'columns'>): string =>
  [rows, columns]
    .filter((side) => side.length > 0)
    .map((side) => side.map((one) => DIMENSION_WORDS[one]).join('、'))
    .join(' × ');
