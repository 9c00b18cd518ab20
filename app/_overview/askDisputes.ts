import 'server-only';
import { type DisputeFinding, getDisputeFindings } from '../../db/queries/disputeFindings';
import { type Dispute, type DisputeQuery, getDisputes } from '../../db/queries/disputes';
import { storedCell } from '../../lib/panels/movementCells';
import type { PanelCell } from '../../lib/panels/panel';
import type { Store } from '../_store/store';

/** Figures of one account that one finding puts in dispute. */
export interface ShownDispute extends Pick<Dispute, 'account' | 'name' | 'region' | 'year'> {
  figures: { label: string; unit: string; cell: PanelCell }[];
  finding: DisputeFinding | undefined;
  /** what the figure itself says, where no finding names it */
  reason: string | null;
}

/** One wrong print disputes several measures: those with the same finding and value stand together. */
const belongs = (one: ShownDispute, { account, level }: Dispute, finding: DisputeFinding | undefined): boolean =>
  one.account === account &&
  finding !== undefined &&
  one.finding?.number === finding.number &&
  one.figures.some(({ cell }) => cell.value === level.value);

function grouped(rows: readonly Dispute[], findings: readonly (DisputeFinding | undefined)[]): ShownDispute[] {
  const shown: ShownDispute[] = [];
  for (const [at, row] of rows.entries()) {
    const finding = findings[at];
    const { account, name, region, year, label, level } = row;
    const figure = { label, unit: level.unit, cell: storedCell(account, label, level) };
    const known = shown.find((one) => belongs(one, row, finding));
    if (known) known.figures.push(figure);
    else shown.push({ account, name, region, year, figures: [figure], finding, reason: level.reason });
  }
  return shown;
}

/** The published amounts in dispute, the largest first; figures worked out from them are left out. */
export async function askDisputes(
  { db }: Store,
  query: DisputeQuery,
  limit: number,
): Promise<{ rows: ShownDispute[]; total: number }> {
  const { rows, total } = await getDisputes(db, { ...query, of: 'measure', limit });
  return { rows: grouped(rows, await getDisputeFindings(db, rows)), total };
}
