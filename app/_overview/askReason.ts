import 'server-only';
import { getLeadingChange, type LeadingChange } from '../../db/queries/leadingChanges';
import type { Movement } from '../../db/queries/movements';
import { getPassage } from '../../db/queries/passages';
import type { MeasureId } from '../../lib/measures';
import { type PrintedReason, reasonsOf } from '../../lib/reasons';
import { Kept } from '../_store/kept';
import type { Store } from '../_store/store';

/** Documents state one change for both sides of the account. */
const ALIKE: Partial<Record<MeasureId, readonly MeasureId[]>> = {
  total_expenditure: ['total_revenue_expenditure', 'total_revenue'],
};

const kept = new Kept<{ reason: PrintedReason | undefined }>(2_000);

/** The reason that a document prints for a figure's change on the year, near the line that states it. */
export async function askReason(
  { db, version }: Store,
  account: string,
  figure: MeasureId,
  line: number,
): Promise<PrintedReason | undefined> {
  const { reason } = await kept.ask(`${db.path} ${version} ${account} ${figure} ${line}`, async () => {
    const passage = await getPassage(db, account, line);
    const measures: readonly MeasureId[] = [figure, ...(ALIKE[figure] ?? [])];
    const reasons = passage ? reasonsOf(passage.claims, passage.lines) : [];
    return { reason: reasons.find(({ basis, measure }) => basis === 'year' && measures.includes(measure)) };
  });
  return reason;
}

/** Of these figures the 项 of the two years are the parts. */
const OF_ITEMS: readonly MeasureId[] = ['total_expenditure', 'year_expenditure'];
const leading = new Kept<{ leading: LeadingChange | undefined }>(2_000);

/** On which 项 a department's expenditure moved most, where both years are stored. */
export async function askLeading(
  { db, version }: Store,
  figure: MeasureId,
  { department, before, change, certain }: Movement,
  year: number,
): Promise<LeadingChange | undefined> {
  if (!OF_ITEMS.includes(figure) || before.source === 'derived' || !certain) return undefined;
  const rises = !change.value.startsWith('-');
  const found = await leading.ask(`${db.path} ${version} ${department} ${year} ${rises}`, async () => ({
    leading: await getLeadingChange(db, { department, year, rises }),
  }));
  return found.leading;
}
