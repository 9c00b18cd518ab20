import { FEN_PER_UNIT, gap, isMoneyUnit, sum } from '../../amount';
import type { Claim, Reading } from '../../facts';
import { type MeasureId, measureOf } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import { figureText, type Level, levelIn, levelText, printedLevels, sameSection } from '../levels';
import { receptionDrafts } from './receptionParts';
import { sumRepair } from './sumRepair';

/** A stated whole and the parts the narrative gives with it. */
interface Composition {
  whole: MeasureId;
  parts: readonly MeasureId[];
  /** with these stated, the parts are all there are */
  complete: readonly MeasureId[];
}

const COMPOSITIONS: readonly Composition[] = [
  {
    whole: 'year_revenue',
    parts: [
      'fiscal_revenue',
      'superior_subsidy_revenue',
      'institution_revenue',
      'business_revenue',
      'affiliate_remittance_revenue',
      'other_revenue',
    ],
    complete: ['fiscal_revenue', 'institution_revenue', 'other_revenue'],
  },
  {
    whole: 'year_expenditure',
    parts: [
      'basic_expenditure',
      'project_expenditure',
      'superior_remittance_expenditure',
      'business_expenditure',
      'affiliate_subsidy_expenditure',
    ],
    complete: ['basic_expenditure', 'project_expenditure'],
  },
  {
    whole: 'total_revenue',
    parts: ['year_revenue', 'use_of_balance', 'opening_balance'],
    complete: ['year_revenue', 'use_of_balance', 'opening_balance'],
  },
  {
    whole: 'total_expenditure',
    parts: ['year_expenditure', 'balance_distribution', 'closing_balance'],
    complete: ['year_expenditure', 'balance_distribution', 'closing_balance'],
  },
  {
    whole: 'general_basic_expenditure',
    parts: ['personnel_expenditure', 'operating_expenditure'],
    complete: ['personnel_expenditure', 'operating_expenditure'],
  },
  {
    whole: 'three_public',
    parts: ['overseas_travel', 'vehicles', 'reception'],
    complete: ['overseas_travel', 'vehicles', 'reception'],
  },
  {
    whole: 'vehicles',
    parts: ['vehicle_purchase', 'vehicle_running'],
    complete: ['vehicle_purchase', 'vehicle_running'],
  },
  {
    whole: 'procurement_total',
    parts: ['procurement_goods', 'procurement_works', 'procurement_services'],
    complete: ['procurement_goods', 'procurement_works', 'procurement_services'],
  },
];

/** At most as much as the other: a contract volume within the whole, small within small and medium. */
const WITHIN: readonly (readonly [part: MeasureId, whole: MeasureId])[] = [
  ['procurement_sme', 'procurement_total'],
  ['procurement_micro', 'procurement_sme'],
  ['procurement_micro', 'procurement_total'],
  ['vehicle_purchase', 'vehicles'],
  ['vehicle_running', 'vehicles'],
];

function finals(reading: Reading, measure: MeasureId): { claim: Claim; level: Level }[] {
  const { fiscalYear } = reading.document;
  return reading.claims.flatMap((claim, index) =>
    claim.measure === measure &&
    claim.aspect === 'final' &&
    claim.direction === null &&
    claim.subject === null &&
    isMoneyUnit(claim.unit) &&
    (claim.year === null || fiscalYear === null || claim.year === fiscalYear)
      ? [{ claim, level: levelIn(reading, claim, index) }]
      : [],
  );
}

/** The part as stated nearest behind the whole, in the same section. */
function partOf(reading: Reading, whole: Claim, measure: MeasureId): Level | undefined {
  const stated = finals(reading, measure).filter(({ claim }) => sameSection(whole, claim));
  return (stated.find(({ claim }) => claim.sentence === whole.sentence) ?? stated[0])?.level;
}

/** Figures that the statements print are compared with those; here only what the narrative alone says. */
const isPrinted = (reading: Reading, levels: readonly Level[], measures: readonly MeasureId[]): boolean =>
  measures.every((measure) => printedLevels(reading, measure).length > 0) && levels.length > 0;

function sumDrafts(reading: Reading, { whole, parts, complete }: Composition): Draft[] {
  return finals(reading, whole).flatMap(({ claim, level }): Draft[] => {
    const stated = parts.flatMap((measure) => {
      const part = partOf(reading, claim, measure);
      return part ? [{ measure, part }] : [];
    });
    const measures = stated.map(({ measure }) => measure);
    if (stated.length === 0 || isPrinted(reading, [level], [whole, ...measures])) return [];
    const total = sum(stated.map(({ part }) => part.interval));
    const distance = gap(level.interval, total);
    const over = total.low.gt(level.interval.high);
    if (distance.isZero() || !(over || complete.every((measure) => measures.includes(measure)))) return [];
    const unit = isMoneyUnit(level.unit) ? level.unit : '万元';
    const decimals = Math.max(level.decimals, ...stated.map(({ part }) => part.decimals));
    const added = total.low.plus(total.high).div(2).div(FEN_PER_UNIT[unit]).toFixed(decimals);
    const suggestion = sumRepair(
      level,
      stated.map(({ part }) => part),
    );
    const formula = stated.map(({ part }) => (part.unit === unit ? figureText(part) : levelText(part))).join(' + ');
    return [
      {
        message: `${measureOf(whole).label}印为 ${levelText(level)}，其中各项 ${formula}${stated.length > 1 ? ` = ${added}` : ''}，${over ? '超过' : '不足'}总数`,
        places: [level.place, ...stated.map(({ part }) => part.place)],
        expected: added,
        found: figureText(level),
        suggestion,
        claims: [level, ...stated.map(({ part }) => part)].flatMap(({ claim: index }) => index ?? []),
      },
    ];
  });
}

function withinDrafts(reading: Reading, [part, whole]: readonly [MeasureId, MeasureId]): Draft[] {
  return finals(reading, whole).flatMap(({ claim, level }): Draft[] => {
    const own = partOf(reading, claim, part);
    if (!own || own.interval.low.lte(level.interval.high) || isPrinted(reading, [own], [part, whole])) return [];
    return [
      {
        message: `${measureOf(part).label} ${levelText(own)}，超过${measureOf(whole).label} ${levelText(level)}`,
        places: [own.place, level.place],
        found: figureText(own),
        claims: [own.claim ?? 0, level.claim ?? 0],
      },
    ];
  });
}

const isProcurement = (measure: MeasureId): boolean => measure.startsWith('procurement');

/** 政府采购总额 and its parts. */
export const procurement = defineCheck(
  {
    id: 'N-20',
    title: '政府采购总额与各项',
    formula: '政府采购支出总额 = 货物 + 工程 + 服务；授予中小企业 ≤ 总额；授予小微企业 ≤ 授予中小企业',
    kind: 'sum',
    source: '部门决算公开模板（2024 年上海）',
    severity: 'error',
  },
  ({ reading }) => [
    ...COMPOSITIONS.filter(({ whole }) => isProcurement(whole)).flatMap((one) => sumDrafts(reading, one)),
    ...WITHIN.filter(([, whole]) => isProcurement(whole)).flatMap((pair) => withinDrafts(reading, pair)),
  ],
);

/** Parts against wholes as the narrative states them, where no statement prints both. */
export const parts = defineCheck(
  {
    id: 'N-28',
    title: '文字中的各项之和等于总数',
    formula: '其中各项之和 = 总数；其中数 ≤ 总数（表中没有这些数时）',
    kind: 'sum',
    source: '由“其中”的含义得出',
    severity: 'error',
  },
  ({ reading }) => [
    ...COMPOSITIONS.filter(({ whole }) => !isProcurement(whole)).flatMap((one) => sumDrafts(reading, one)),
    ...WITHIN.filter(([, whole]) => !isProcurement(whole)).flatMap((pair) => withinDrafts(reading, pair)),
    ...receptionDrafts(reading),
  ],
);
