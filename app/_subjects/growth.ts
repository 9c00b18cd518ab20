import type { ComparedYear } from '../../db/queries/subjectGrowth';
import type { StoredYear } from '../../db/queries/subjectTree';
import { disputeOf, growthCell } from '../../lib/panels/codeAmounts';
import type { PanelCell } from '../../lib/panels/panel';

/** Growth on the year before of the departments that are stored in both years. */
export const growthOf = (compared: ComparedYear | null | undefined): PanelCell => ({
  ...growthCell(compared?.now ?? undefined, compared?.before ?? undefined),
  ...(compared?.now && compared.before ? disputeOf(compared) : {}),
});

/** So many departments are stored in both years; undefined where these are all that either year has. */
export function pairedOnly(years: readonly StoredYear[], year: number): number | undefined {
  const [now, before] = [year, year - 1].map((wanted) => years.find((one) => one.year === wanted));
  if (!now || !before) return undefined;
  return now.paired < now.published || now.paired < before.published ? now.paired : undefined;
}
