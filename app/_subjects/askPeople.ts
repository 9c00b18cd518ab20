import 'server-only';
import { getTotals } from '../../db/queries/totals';
import type { Headcount } from '../../lib/panels/codeViews';
import type { SubjectSelection } from '../../lib/subjectSelection';
import type { Store } from '../_store/store';

/** The people in post of the selection's departments by year; asked for only where amounts are shown per person. */
export async function askPeople(
  { db }: Store,
  { view, departments, region }: SubjectSelection,
): Promise<ReadonlyMap<number, Headcount>> {
  if (view !== 'person') return new Map();
  const scope = departments.length > 0 ? { departments } : region === undefined ? {} : { region };
  const totals = (await getTotals(db, { figure: 'headcount_actual', ...scope })) ?? [];
  return new Map(
    totals.map(({ year, value, accounts, published }) => [
      year,
      { people: Math.round(Number(value ?? 0)), told: accounts, published },
    ]),
  );
}
