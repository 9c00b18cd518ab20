import { type Db, snapshot } from '../open';
import { criterionOf } from './criterion';
import { type FigureId, figureRow } from './figures';
import { millionthsText } from './millionths';
import type { PeerFilter } from './peers';
import { getRanking, type RankingRow } from './rankings';
import { placedOf } from './standings';

/** How a figure is distributed among the departments of a filter: decimal texts in the figure's unit. */
export interface Distribution {
  unit: string;
  count: number;
  missing: number;
  minimum: string;
  quartiles: [string, string, string];
  maximum: string;
  /** bins that touch; on a logarithmic scale where all values are positive and span two orders of magnitude */
  bins: { low: string; high: string; count: number }[];
  logarithmic: boolean;
  /** in Chinese: what makes these departments peers */
  criterion: string;
  chosen: RankingRow[];
}

export interface DistributionQuery extends PeerFilter {
  figure: FigureId;
  year: number;
  /** `<region code>-<slug>` */
  chosen?: readonly string[];
}

const BINS = 20;

/** The value that a share of the list does not exceed, between two of them in the middle. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return Math.round(below + (above - below) * (at - Math.floor(at)));
}

/** Ends of the bins, one more than there are bins. */
function endsOf(minimum: number, maximum: number, logarithmic: boolean): number[] {
  if (minimum === maximum) return [minimum, maximum];
  return Array.from({ length: BINS + 1 }, (_, index) => {
    if (index === BINS) return maximum;
    const share = index / BINS;
    return Math.round(logarithmic ? minimum * (maximum / minimum) ** share : minimum + (maximum - minimum) * share);
  });
}

function binsOf(sorted: readonly number[], logarithmic: boolean): Distribution['bins'] {
  const ends = endsOf(sorted[0] ?? 0, sorted.at(-1) ?? 0, logarithmic);
  const last = ends.length - 2;
  const counts = new Array<number>(last + 1).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < last && value >= (ends[bin + 1] ?? 0)) bin += 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, index) => ({
    low: millionthsText(ends[index] ?? 0),
    high: millionthsText(ends[index + 1] ?? 0),
    count,
  }));
}

/** Undefined when no department of the filter has the figure. */
export async function getDistribution(db: Db, query: DistributionQuery): Promise<Distribution | undefined> {
  const { chosen, missing } = await getRanking(db, { ...query, limit: 1 });
  return snapshot(db, () => {
    const name = figureRow(db, query.figure);
    if (!name) return undefined;
    const sorted = placedOf(db, name.id, query, 'descending')
      .all.map(({ value }) => value)
      .reverse();
    const [minimum, maximum] = [sorted[0], sorted.at(-1)];
    if (minimum === undefined || maximum === undefined) return undefined;
    const logarithmic = minimum > 0 && maximum / minimum >= 100;
    return {
      unit: name.unit,
      count: sorted.length,
      missing,
      minimum: millionthsText(minimum),
      quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)].map((value) =>
        millionthsText(value),
      ) as [string, string, string],
      maximum: millionthsText(maximum),
      bins: binsOf(sorted, logarithmic),
      logarithmic,
      criterion: criterionOf(db, query, query.year),
      chosen,
    };
  });
}
