import 'server-only';
import { codeName } from '../../db/queries/codeNames';
import { type DepartmentEntry, getDepartmentEntries, getDepartmentsByIds } from '../../db/queries/departments';
import { type Figure, type FigureName, getFigureNames, getYears } from '../../db/queries/figures';
import { MOVING } from '../../db/queries/movements';
import { getPublishedGrowth } from '../../db/queries/publishedGrowth';
import { getLargest } from '../../db/queries/rankings';
import { getSpenders } from '../../db/queries/spenders';
import { getSubjectTrends, getTrends, type Trend } from '../../db/queries/trends';
import { measureOf } from '../../lib/measures';
import { type TrendsData, trendsData } from '../../lib/panels/trends';
import type { Divisor } from '../../lib/panels/trendViews';
import { wholeOf } from '../../lib/panels/wholes';
import type { Misread } from '../../lib/queryFields';
import type { Query } from '../../lib/selection';
import { listOfCode, type SubjectList } from '../../lib/subjectSelection';
import { MOST_LINES, parseTrendSelection, type TrendSelection } from '../../lib/trendSelection';
import type { Store } from '../_store/store';

/** Shown unless the reader says otherwise: printed in every account, and implied for the year before. */
export const USUAL_FIGURE = 'total_expenditure';
const USUAL_DEPARTMENTS = 5;

/** What a figure's id stands for: a stored name, or a code of a list. */
interface Named {
  id: string;
  label: string;
  unit: string;
  list?: SubjectList;
}

export interface AskedTrends {
  selection: TrendSelection;
  misread: Misread[];
  figure: Named;
  figures: readonly FigureName[];
  /** years that can be chosen */
  years: readonly number[];
  departments: readonly DepartmentEntry[];
  /** departments of the store */
  known: number;
  data: TrendsData;
}

function nameOf({ db }: Store, id: string, figures: readonly FigureName[]): Named | undefined {
  const stored = figures.find(({ figure }) => figure === id);
  if (stored) return { id, label: stored.label, unit: stored.unit };
  const list = listOfCode(id);
  const name = list && codeName(db, list, id);
  return list && name ? { id, label: `${id} ${name}`, unit: '万元', list } : undefined;
}

/** The store's departments where they are few, else those that spend most: on the code, or at all. */
async function usualDepartments({ db }: Store, figure: Named, year: number): Promise<string[]> {
  const all = await getDepartmentEntries(db, { limit: MOST_LINES + 1 });
  if (all.total <= MOST_LINES) return all.rows.map(({ department }) => department);
  if (!figure.list) return getLargest(db, { figure: 'year_expenditure', year, limit: USUAL_DEPARTMENTS });
  const spenders = await getSpenders(db, { list: figure.list, code: figure.id, limit: USUAL_DEPARTMENTS });
  return spenders.rows.map(({ department }) => department);
}

interface Span {
  departments: readonly string[];
  fromYear?: number;
  toYear?: number;
}

const linesOf = ({ db }: Store, { id, list }: Named, like: boolean, span: Span): Promise<Trend[]> =>
  list ? getSubjectTrends(db, { ...span, list, code: id, likeForLike: like }) : getTrends(db, { ...span, figure: id });

/** What the view divides by, for the same departments and years. */
async function divisorOf({ db }: Store, figure: Named, view: string, span: Span): Promise<Divisor | undefined> {
  const by = view === 'share' ? wholeOf(figure.id) : view === 'per_person' ? 'headcount_actual' : undefined;
  if (by === undefined || figure.unit !== '万元') return undefined;
  return { label: measureOf(by).label, lines: await getTrends(db, { ...span, figure: by }) };
}

/** The rates that documents print of a figure's growth on the year before. */
async function printedRates({ db }: Store, { id }: Named, lines: readonly Trend[]) {
  const moving = MOVING.find((one) => one === id);
  const of = lines.flatMap(({ department, points }) => points.map(({ year }) => ({ department, year })));
  return moving ? getPublishedGrowth(db, moving, of) : new Map<string, Figure>();
}

/** All that the page of trends shows: what was asked for, with what was not understood, and its answer. */
export async function askTrends(store: Store, query: Query): Promise<AskedTrends> {
  const { db } = store;
  const { selection, misread } = parseTrendSelection(query);
  const [figures, stored, chosen, { total: known }] = await Promise.all([
    getFigureNames(db),
    getYears(db),
    getDepartmentsByIds(db, selection.departments),
    getDepartmentEntries(db, { limit: 1 }),
  ]);
  const asked = nameOf(store, selection.figure ?? USUAL_FIGURE, figures);
  if (!asked) misread.push({ key: 'figure', value: selection.figure ?? '' });
  const figure = asked ?? nameOf(store, USUAL_FIGURE, figures) ?? { id: USUAL_FIGURE, label: '支出总计', unit: '万元' };
  for (const id of selection.departments)
    if (!chosen.some(({ department }) => department === id)) misread.push({ key: 'departments', value: id });
  const last = stored.at(-1) ?? 0;
  const departments =
    chosen.length > 0 ? chosen : await getDepartmentsByIds(db, await usualDepartments(store, figure, last));
  const first = (stored[0] ?? 1) - 1;
  const span = {
    departments: departments.map(({ department }) => department),
    ...(selection.from === undefined ? {} : { fromYear: Math.min(Math.max(selection.from, first), last) }),
    ...(selection.to === undefined ? {} : { toYear: Math.max(Math.min(selection.to, last), first) }),
  };
  const [lines, divisor] = await Promise.all([
    linesOf(store, figure, selection.like, span),
    divisorOf(store, figure, selection.view, span),
  ]);
  const { view, base, scale } = selection;
  const printed = await printedRates(store, figure, lines);
  const data = trendsData({
    label: figure.label,
    unit: figure.unit,
    lines,
    view,
    printed,
    ...(divisor ? { divisor } : {}),
    ...(base === undefined ? {} : { base }),
    ...(scale === undefined ? {} : { scale }),
  });
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const kept = { ...selection, departments: chosen.map(({ department }) => department), figure: figure.id };
  return { selection: kept, misread, figure, figures, years, departments, known, data };
}
