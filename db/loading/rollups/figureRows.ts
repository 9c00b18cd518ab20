import type { Account } from '../../../lib/facts';
import { type Measured, measure } from '../../../lib/measured';
import { MEASURE_IDS, type MeasureId, measureOf } from '../../../lib/measures';
import { priorOf, yearOnYear } from '../../../lib/metrics/growth';
import type { Metric } from '../../../lib/metrics/metric';
import type { tables } from '../../open';
import { ROLLED_METRICS } from './figureNames';
import { type Bounded, bounded, boundedTexts } from './millionths';
import type { Rolled } from './rolled';

export type FigureRow = typeof tables.figures.$inferInsert;
export type PriorRow = typeof tables.priorFigures.$inferInsert;

/** Measures whose absence is a question of its own; of the others a gap needs no reason. */
const ASKED_FOR: readonly MeasureId[] = [
  'total_revenue',
  'total_expenditure',
  'year_revenue',
  'year_expenditure',
  'basic_expenditure',
  'project_expenditure',
  'general_expenditure',
  'fund_expenditure',
  'personnel_expenditure',
  'operating_expenditure',
  'agency_operating_cost',
  'three_public',
  'headcount_actual',
  'headcount_quota',
];

type Numbers = ReadonlyMap<string, number>;

function keyOf({ key, department, year }: Rolled, numbers: Numbers, id: string) {
  const figure = numbers.get(id);
  if (figure === undefined) throw new Error(`figure without a number: ${id}`);
  return { department, figure, year, account: key };
}

function placeOf({ value, unit, occurrences }: Measured): number | null {
  const shown = occurrences.find((one) => one.value === value && one.unit === unit) ?? occurrences[0];
  return shown?.place.line ?? null;
}

const NOTHING = { value: null, low: null, high: null, decimals: 0, source: 'missing', disputed: false } as const;
const TOO_LARGE = '数值超出可存范围';

const boundedOf = ({ value, unit, interval }: Measured): Bounded | undefined =>
  value === null || interval === null ? undefined : bounded(value, unit, interval);

function measureRow(rolled: Rolled, numbers: Numbers, id: MeasureId): FigureRow[] {
  const measured = measure(rolled.account, id);
  const key = keyOf(rolled, numbers, id);
  const { value, reason, decimals, disputed, summed } = measured;
  if (value === null) return ASKED_FOR.includes(id) ? [{ ...key, ...NOTHING, reason, line: null }] : [];
  const amount = boundedOf(measured);
  if (!amount) return [{ ...key, ...NOTHING, reason: TOO_LARGE, line: placeOf(measured) }];
  const source = summed ? ('summed' as const) : ('printed' as const);
  return [{ ...key, ...amount, decimals, source, disputed, reason, line: placeOf(measured) }];
}

/** Decimals a quotient is worth showing with. */
const QUOTIENT_DECIMALS = 2;

function metricRow(rolled: Rolled, numbers: Numbers, metric: Metric): FigureRow {
  const { published, recomputed, verdict, inputs, reason } = metric.compute(rolled.account);
  const key = keyOf(rolled, numbers, metric.id);
  const stated = published && boundedOf(published);
  const worked = recomputed ? boundedTexts(recomputed) : undefined;
  const amount = stated ?? worked;
  if (!amount) return { ...key, ...NOTHING, reason: reason ?? '文件中没有说明', line: null };
  const isDisputed = verdict === 'differs' || published?.disputed === true || inputs.some(({ disputed }) => disputed);
  const differs = verdict === 'differs' && recomputed ? '公布的数与按公式重算的不符' : null;
  return {
    ...key,
    ...amount,
    decimals: stated && published ? published.decimals : QUOTIENT_DECIMALS,
    source: stated ? 'printed' : 'computed',
    disputed: isDisputed,
    reason: [differs, published?.reason, reason].filter(Boolean).join('；') || null,
    line: stated && published ? placeOf(published) : (inputs.map(placeOf).find((line) => line !== null) ?? null),
  };
}

/** The level of each measure the account prints, and of each metric; the usual ones also where they are missing. */
export const figureRows = (rolled: Rolled, numbers: Numbers): FigureRow[] => [
  ...MEASURE_IDS.flatMap((id) => measureRow(rolled, numbers, id)),
  ...ROLLED_METRICS.map((metric) => metricRow(rolled, numbers, metric)),
];

const COMPARING = new Set(['prior_year', 'change_on_year', 'growth_on_year', 'unchanged_on_year']);

/** Measures of which the narrative compares the account's own year with the one before. */
function comparedMeasures({ claims }: Account): Set<MeasureId> {
  const compared = claims.filter(({ aspect, subject }) => COMPARING.has(aspect) && subject === null);
  const measures = new Set(compared.map(({ measure }) => measure));
  if (measures.has('total_revenue_expenditure')) measures.add('total_revenue').add('total_expenditure');
  if (measures.has('fiscal_total')) measures.add('fiscal_total_revenue').add('fiscal_total_expenditure');
  return new Set([...measures].filter((id) => measureOf(id).kind === 'money'));
}

/** Last year's levels as this account states or implies them. */
export function priorRows(rolled: Rolled, numbers: Numbers): PriorRow[] {
  const { account, year } = rolled;
  return [...comparedMeasures(account)].flatMap((id): PriorRow[] => {
    const prior = priorOf(yearOnYear(account, [id]));
    if (typeof prior === 'string') return [];
    const amount = bounded(prior.point.div(1_000_000).toString(), '万元', prior.interval);
    if (!amount) return [];
    return [
      {
        ...keyOf(rolled, numbers, id),
        ...amount,
        year: year - 1,
        disputed: prior.inputs.some(({ disputed }) => disputed),
        reason: prior.origin === 'published' ? `${year} 年度决算公布的上年数` : `由 ${year} 年度决算推算：${prior.how}`,
        line: prior.inputs.map(placeOf).find((line) => line !== null) ?? null,
      },
    ];
  });
}
