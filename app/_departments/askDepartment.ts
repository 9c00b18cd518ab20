import 'server-only';
import { notFound } from 'next/navigation';
import { getDepartmentAccounts } from '../../db/queries/departmentAccounts';
import { getDepartmentEntries, getDepartmentsByIds } from '../../db/queries/departments';
import { getFigureNames, getYears } from '../../db/queries/figures';
import { getNeighbours } from '../../db/queries/neighbours';
import { getTrends } from '../../db/queries/trends';
import { parseDepartmentId } from '../../lib/departmentSelection';
import type { FigureYears } from '../../lib/panels/departmentYears';
import { askAccounts } from '../_store/panels';
import type { Store } from '../_store/store';
import { askReasons } from './askReasons';

/** What a department's years are told by, in this order; the growth of a ratio says little. */
const FIGURES: readonly (readonly [id: string, growth: boolean])[] = [
  ['total_revenue_expenditure', true],
  ['year_expenditure', true],
  ['basic_expenditure', true],
  ['project_expenditure', true],
  ['general_expenditure', true],
  ['fund_expenditure', false],
  ['agency_operating_cost', true],
  ['three_public', true],
  ['headcount_actual', false],
  ['expenditure_per_person', false],
];
/** The widest table of years. */
const MOST_YEARS = 12;
/** Departments of the same kind, whatever their years. */
const MOST_ALIKE = 25;

async function askFigures({ db }: Store, department: string): Promise<FigureYears[]> {
  const names = await getFigureNames(db);
  const trends = await Promise.all(
    FIGURES.map(async ([id, growth]) => {
      const name = names.find(({ figure }) => figure === id);
      const [trend] = name ? await getTrends(db, { figure: id, departments: [department] }) : [];
      return name && trend ? { id, label: name.label, unit: name.unit, growth, points: trend.points } : undefined;
    }),
  );
  return alignYears(trends.filter((trend) => trend !== undefined));
}

/** Every figure over the same years, from the first with any figure to the last of the store. */
function alignYears(figures: readonly FigureYears[]): FigureYears[] {
  const points = figures.flatMap((figure) => figure.points);
  const last = Math.max(...points.map(({ year }) => year));
  const known = points.filter(({ figure }) => figure).map(({ year }) => year);
  const first = Math.max(Math.min(...known), last - MOST_YEARS + 1);
  const years = Array.from({ length: Math.max(0, last - first + 1) || 0 }, (_, at) => first + at);
  return figures.map((figure) => ({
    ...figure,
    points: years.map(
      (year) =>
        figure.points.find((point) => point.year === year) ?? { year, account: null, figure: null, reason: NO_ACCOUNT },
    ),
  }));
}

const NO_ACCOUNT = '没有收录决算';

/** An account, its printed reasons, and where to go from it. */
async function askTold(store: Store, id: string) {
  const [[account], neighbours] = await Promise.all([askAccounts(store, [id]), getNeighbours(store.db, id)]);
  if (!account) return undefined;
  return { account, neighbours, reasons: await askReasons(store, account) };
}

/**
 * All that the page of a department shows but its bridge, told by the account of a year, or by the latest; an address of no
 * stored department is not found.
 */
export async function askDepartment(store: Store, written: string, year?: number) {
  const id = parseDepartmentId(written);
  const [department] = id ? await getDepartmentsByIds(store.db, [id]) : [];
  if (!department) notFound();
  const accounts = await getDepartmentAccounts(store.db, department.department);
  const last = accounts.findLast((one) => one.year === year) ?? accounts.at(-1);
  const [figures, [first], told, years] = await Promise.all([
    askFigures(store, department.department),
    getTrends(store.db, { figure: 'year_expenditure', departments: [department.department] }),
    last && askTold(store, last.account),
    getYears(store.db),
  ]);
  const published = new Set(accounts.map(({ year }) => year));
  const [from = 0, to = -1] = [years[0], years.at(-1)];
  const missing = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((year) => !published.has(year));
  const { rows: alike } = await getDepartmentEntries(store.db, { kind: department.kind, limit: MOST_ALIKE });
  return {
    department,
    accounts,
    missing,
    figures,
    breaks: first?.breaks ?? [],
    told,
    alike: alike.filter((one) => one.department !== department.department),
  };
}

export type AskedDepartment = Awaited<ReturnType<typeof askDepartment>>;
