import 'server-only';
import { getDepartmentsByIds, getKinds } from '../../db/queries/departments';
import { getYears } from '../../db/queries/figures';
import { getRegions } from '../../db/queries/regions';
import type { PivotSelection } from '../../lib/pivot';
import type { Store } from '../_store/store';
import type { PivotChoices } from './PivotForm';

export interface NamedChoices extends PivotChoices {
  /** of the chosen departments, in their order */
  departments: readonly string[];
}

/** What the form offers, and the names of what is chosen. */
export async function askPivotChoices({ db }: Store, { departments }: PivotSelection): Promise<NamedChoices> {
  const [regions, kinds, years, chosen] = await Promise.all([
    getRegions(db),
    getKinds(db),
    getYears(db),
    getDepartmentsByIds(db, departments),
  ]);
  return { regions, kinds, years, departments: chosen.map(({ name }) => name) };
}
