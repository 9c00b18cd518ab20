import { type CoverageQuery, getCoverage, getYearCoverage } from '../../db/queries/coverage';
import { measureOf } from '../../lib/measures';
import type { OverviewSelection } from '../../lib/overviewSelection';
import type { Sheet, SheetCell } from '../_downloads/workbook';
import type { Store } from '../_store/store';
import { askDisputes } from './askDisputes';
import { askMovements } from './askMovements';
import { figureOf, peersOf, shownYear } from './askOverview';
import { PART_TITLES, type Part } from './tablePath';

/** A table holds no more rows than this; filters make smaller ones. */
export const MOST_IN_TABLE = 5_000;
const AT_ONCE = 500;

/** Decimal text as a number to its last digit. */
const decimal = (value: string | null): SheetCell => (value === null ? null : { value });

const WHO = ['部门', '地区', '年度', '决算'];

/** Every department and year of the selection, gaps included. */
async function coverageTable({ db }: Store, selection: OverviewSelection, year: number | null): Promise<SheetCell[][]> {
  const rows: SheetCell[][] = [[...WHO, '状态', '矛盾', '待查', '提示', '存疑的数字', '有数的表', '表数']];
  const state = selection.state !== undefined && year !== null ? { state: { year, is: selection.state } } : {};
  const query: CoverageQuery = { ...peersOf(selection), ...state };
  for (let offset = 0; rows.length <= MOST_IN_TABLE; offset += AT_ONCE) {
    const part = await getCoverage(db, { ...query, limit: AT_ONCE, offset });
    const [first, last] = [part.years[0]?.year ?? 0, part.years.at(-1)?.year ?? -1];
    for (const { name, region, cells } of part.rows)
      for (let one = first; one <= last; one += 1) {
        const cell = cells.find((candidate) => candidate.year === one);
        const who = [name, region?.name ?? '', one];
        if (!cell) rows.push([...who, '', '没有收录', null, null, null, null, null, null]);
        else {
          const { account, errors, warnings, notes, disputed, filled, statements } = cell;
          rows.push([...who, account, '已收录', errors, warnings, notes, disputed, filled, statements]);
        }
      }
    if (offset + AT_ONCE >= part.total) break;
  }
  return rows.slice(0, MOST_IN_TABLE + 1);
}

async function movementTable(store: Store, selection: OverviewSelection, year: number | null, span: readonly number[]) {
  const figure = figureOf(selection);
  const query = { ...peersOf(selection), figure, order: selection.order ?? ('change' as const) };
  const { rows } = await askMovements(store, query, year, span, AT_ONCE, { reasons: false });
  const bounds = ['增减额', '增减额下限', '增减额上限', '幅度 %', '重算幅度下限 %', '重算幅度上限 %'];
  const head = [...WHO, '指标', '本年（万元）', '上年（万元）', '上年数来自', ...bounds, '幅度来自', '存疑', '原文行'];
  return [
    head,
    ...rows.map(
      ({ name, region, account, year: of, now, before, change, growth, cells, disputed, line }): SheetCell[] => [
        ...[name, region?.name ?? '', of, account, measureOf(figure).label],
        ...[decimal(now.value), decimal(before.value)],
        before.source === 'derived' ? '本年决算的比较' : '上年决算',
        ...[change.value, change.low, change.high].map(decimal),
        ...[cells.growth.value, growth?.low ?? null, growth?.high ?? null].map(decimal),
        ...[
          cells.growth.status === 'published' ? '印出' : cells.growth.value === null ? '' : '重算',
          disputed ? '是' : '',
          line,
        ],
      ],
    ),
  ];
}

async function disputeTable(store: Store, selection: OverviewSelection, year: number | null): Promise<SheetCell[][]> {
  const query = { ...peersOf(selection), ...(year === null ? {} : { year }) };
  const { rows } = await askDisputes(store, query, AT_ONCE);
  return [
    [...WHO, '数字', '采用值', '单位', '说明', '核对发现序号', '核对发现', '原文行'],
    ...rows.flatMap(({ name, region, year: of, account, figures, finding }) =>
      figures.map(({ label, unit, cell }): SheetCell[] => [
        ...[name, region?.name ?? '', of, account, label, decimal(cell.value), unit, cell.reason ?? ''],
        ...[finding?.number ?? null, finding?.message ?? '', cell.sources[0]?.place.line ?? null],
      ]),
    ),
  ];
}

/** A part of the overview: what the page shows, and what it has no room for. */
export async function overviewSheet(store: Store, part: Part, selection: OverviewSelection): Promise<Sheet> {
  const years = await getYearCoverage(store.db, peersOf(selection));
  const year = shownYear(selection, years);
  const span = years.map((one) => one.year);
  const ask = {
    coverage: () => coverageTable(store, selection, year),
    movements: () => movementTable(store, selection, year, span),
    disputes: () => disputeTable(store, selection, year),
  };
  const [heads = [], ...rows] = await ask[part]();
  return { name: PART_TITLES[part], heads: heads.map(String), rows, frozen: 1 };
}
