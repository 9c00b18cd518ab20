import 'server-only';
import { type Coverage, getCoverage, getYearCoverage, type YearCoverage } from '../../db/queries/coverage';
import { getKinds } from '../../db/queries/departments';
import { getYears } from '../../db/queries/figures';
import { MOVING, type MovingId } from '../../db/queries/movements';
import { getRegionCoverage, type RegionCoverage } from '../../db/queries/regionCoverage';
import { getRegionTree, type RegionNode } from '../../db/queries/regionTree';
import { getPairedTotal, getTotals, getYearTotal, type PairedTotal, type YearTotal } from '../../db/queries/totals';
import { type Grain, type OverviewSelection, overviewPath } from '../../lib/overviewSelection';
import { spanOf } from '../../lib/panels/codeAmounts';
import { Kept } from '../_store/kept';
import type { Store } from '../_store/store';
import { askDisputes, type ShownDispute } from './askDisputes';
import { askMovements, type ShownMovement } from './askMovements';

export const ROWS_A_PAGE = 50;
const SHOWN_MOVEMENTS = 8;
const SHOWN_DISPUTES = 8;
/** With more departments than this the coverage is summed by region. */
const MOST_ONE_BY_ONE = 60;
const MOST_REGIONS_LISTED = 120;

/** What is counted; the totals of the page are of this measure. */
export const TOTAL = 'total_expenditure';

export interface OverviewChoices {
  years: number[];
  regions: RegionNode[];
  kinds: { kind: string; departments: number }[];
}

export interface AskedOverview {
  selection: OverviewSelection;
  /** the year the page is about; null: all years */
  year: number | null;
  figure: MovingId;
  /** of every year with an account, ascending */
  years: YearCoverage[];
  /** the columns: every year from the first to the last */
  span: number[];
  known: number;
  accounts: number;
  totals: ReadonlyMap<number, YearTotal>;
  /** the year's total beside the year before, of the departments that have both */
  paired: PairedTotal | undefined;
  grain: Grain;
  /** summed by region, where the selection allows it */
  regions: RegionCoverage[];
  departments: Coverage | null;
  pages: number;
  movements: { rows: ShownMovement[]; total: number };
  disputes: { rows: ShownDispute[]; total: number };
  choices: OverviewChoices;
}

export const peersOf = ({ region, level, kind }: OverviewSelection) => ({
  ...(region === undefined ? {} : { region }),
  ...(level === undefined ? {} : { level }),
  ...(kind === undefined ? {} : { kind }),
});

/** The latest year that more than half of the departments have published; null where no year has got so far. */
export const usualYear = (years: readonly YearCoverage[]): number | null =>
  years.findLast(({ published, known }) => published * 2 > known)?.year ?? null;

export const shownYear = ({ year }: OverviewSelection, years: readonly YearCoverage[]): number | null =>
  year === 'all' ? null : (year ?? usualYear(years));

export const figureOf = ({ figure }: OverviewSelection): MovingId => MOVING.find((one) => one === figure) ?? TOTAL;

async function askTotals({ db }: Store, selection: OverviewSelection, year: number | null) {
  const { region, level, kind } = selection;
  if (level === undefined && kind === undefined)
    return (await getTotals(db, { figure: TOTAL, ...(region === undefined ? {} : { region }) })) ?? [];
  const total = year === null ? undefined : await getYearTotal(db, { figure: TOTAL, year, ...peersOf(selection) });
  return total ? [total] : [];
}

async function askChoices({ db }: Store, { region }: OverviewSelection): Promise<OverviewChoices> {
  const [years, regions, kinds] = await Promise.all([
    getYears(db),
    getRegionTree(db, { most: MOST_REGIONS_LISTED }),
    getKinds(db, { ...(region === undefined ? {} : { region }), limit: 60 }),
  ]);
  return { years, regions, kinds };
}

/** Sums by region are kept for all departments of a region only, and say nothing where there is just one. */
function grainOf(selection: OverviewSelection, known: number, regions: readonly RegionCoverage[]): Grain {
  const { level, kind, state, grain } = selection;
  if (level !== undefined || kind !== undefined || state !== undefined || regions.length < 2) return 'departments';
  return grain ?? (known > MOST_ONE_BY_ONE ? 'regions' : 'departments');
}

const kept = new Kept<AskedOverview>(64);

/** Everything the overview shows under a selection, kept until the data change. */
export const askOverview = (store: Store, selection: OverviewSelection): Promise<AskedOverview> =>
  kept.ask(`${store.db.path} ${store.version} ${overviewPath(selection)}`, () => readOverview(store, selection));

async function readOverview(store: Store, selection: OverviewSelection): Promise<AskedOverview> {
  const { db } = store;
  const peers = peersOf(selection);
  const { region, state, page } = selection;
  const years = await getYearCoverage(db, peers);
  const known = years[0]?.known ?? 0;
  const span = spanOf(years.map(({ year }) => year));
  const ends = { fromYear: span[0] ?? 0, toYear: span.at(-1) ?? 0 };
  const year = shownYear(selection, years);
  const regions = await getRegionCoverage(db, { ...(region === undefined ? {} : { region }), ...ends });
  const grain = grainOf(selection, known, regions);
  const bounds = { limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE };
  const within = state === undefined || year === null ? {} : { state: { year, is: state } };
  const departments = grain === 'regions' ? null : await getCoverage(db, { ...peers, ...ends, ...bounds, ...within });
  const figure = figureOf(selection);
  const [totals, paired, movements, disputes, choices] = await Promise.all([
    askTotals(store, selection, year),
    year === null ? undefined : getPairedTotal(db, { figure: TOTAL, year, ...peers }),
    askMovements(store, { ...peers, figure, order: selection.order ?? 'change' }, year, span, SHOWN_MOVEMENTS),
    askDisputes(store, { ...peers, ...(year === null ? {} : { year }) }, SHOWN_DISPUTES),
    askChoices(store, selection),
  ]);
  return {
    selection,
    year,
    figure,
    years,
    span,
    known,
    accounts: years.reduce((sum, { published }) => sum + published, 0),
    totals: new Map(totals.map((total) => [total.year, total])),
    paired,
    grain,
    regions,
    departments,
    pages: departments ? Math.max(1, Math.ceil(departments.total / ROWS_A_PAGE)) : 1,
    movements,
    disputes,
    choices,
  };
}
