import 'server-only';
import { type DepartmentEntry, getDepartmentEntries, getDepartmentsByIds } from '../../db/queries/departments';
import { getRegions } from '../../db/queries/regions';
import type { Misread } from '../../lib/queryFields';
import type { SubjectSelection } from '../../lib/subjectSelection';
import type { Store } from '../_store/store';
import type { ScopeChoices } from './ScopeForm';

/** So many departments stand in the form. */
const MOST_LISTED = 60;

interface Choices extends ScopeChoices {
  names: ReadonlyMap<string, string>;
  /** chosen, but nowhere in the store */
  unknown: Misread[];
}

/** What can be chosen: the departments already chosen, then those of the region. */
export async function askChoices(
  { db }: Store,
  { region, departments }: SubjectSelection,
  years: readonly number[],
): Promise<Choices> {
  const [regions, chosen, page] = await Promise.all([
    getRegions(db),
    getDepartmentsByIds(db, departments),
    getDepartmentEntries(db, { region, limit: MOST_LISTED }),
  ]);
  const listed = new Map<string, DepartmentEntry>([...chosen, ...page.rows].map((entry) => [entry.department, entry]));
  const names = new Map([
    ...regions.map(({ code, name }) => [code, name] as const),
    ...[...listed].map(([id, { name }]) => [id, name] as const),
  ]);
  const isUnknown = (one: string): boolean => !names.has(one);
  const unknown = [
    ...(region === undefined ? [] : [region]).filter(isUnknown).map((value) => ({ key: 'region', value })),
    ...departments.filter(isUnknown).map((value) => ({ key: 'departments', value })),
  ];
  return { regions, departments: [...listed.values()], known: page.total, years, names, unknown };
}
