import 'server-only';
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
