import type { Claim, Reading } from '../../facts';
import { type MeasureId, measureOf } from '../../measures';
import { REVENUE_PARTS } from '../../revenueParts';
import { claimsOf, type Level, levelIn, printedLevels, sameSection, sameSentence } from '../levels';

const EXPENDITURES: readonly MeasureId[] = [
  'basic_expenditure',
  'project_expenditure',
  'business_expenditure',
  'superior_remittance_expenditure',
  'affiliate_subsidy_expenditure',
  'general_expenditure',
  'fund_expenditure',
  'capital_expenditure',
  'fiscal_expenditure',
];

/** What a share is a share of, where its sentence does not say: told by the measure, and for headings by the section. */
const WHOLES: Readonly<Partial<Record<MeasureId, readonly MeasureId[]>>> = {
  ...Object.fromEntries(REVENUE_PARTS.map((measure) => [measure, ['year_revenue', 'total_revenue']])),
  ...Object.fromEntries(EXPENDITURES.map((measure) => [measure, ['year_expenditure', 'total_expenditure']])),
  overseas_travel: ['three_public'],
  vehicles: ['three_public'],
  vehicle_purchase: ['three_public', 'vehicles'],
  vehicle_running: ['three_public', 'vehicles'],
  reception: ['three_public'],
  personnel_expenditure: ['general_basic_expenditure', 'basic_expenditure'],
  operating_expenditure: ['general_basic_expenditure', 'basic_expenditure'],
  subject_expenditure: ['general_expenditure', 'fiscal_expenditure', 'year_expenditure', 'fund_expenditure'],
  procurement_goods: ['procurement_total'],
  procurement_works: ['procurement_total'],
  procurement_services: ['procurement_total'],
  procurement_sme: ['procurement_total'],
  procurement_micro: ['procurement_total', 'procurement_sme'],
  performance_funds: ['project_expenditure', 'general_project_expenditure'],
};

/** Sections about one fund, where a share of 基本支出 or of a heading is one of that fund's expenditure. */
const FUND_SECTIONS: readonly (readonly [RegExp, MeasureId])[] = [
  [/政府性基金/, 'fund_expenditure'],
  [/一般公共/, 'general_expenditure'],
  [/财政拨款/, 'fiscal_expenditure'],
];

/** Each stands in for the other where its statement is lost. */
const PROJECTS: readonly MeasureId[] = ['project_expenditure', 'general_project_expenditure'];

/** Measures that others are shares of; any other measure as a base is a misreading. */
const BASES: readonly MeasureId[] = [
  ...new Set(Object.values(WHOLES).flat()),
  ...PROJECTS,
  'general_revenue',
  'fiscal_revenue',
  'fund_revenue',
  'fiscal_total',
  'fiscal_total_expenditure',
  'procurement_goods',
  'procurement_works',
  'procurement_services',
  'capital_expenditure',
];

export function wholesOf(claim: Claim): readonly MeasureId[] {
  const usual = WHOLES[claim.measure] ?? [];
  if (claim.base !== null && claim.base !== claim.measure && BASES.includes(claim.base)) return [claim.base];
  const section = claim.section.at(-1) ?? '';
  const fund = FUND_SECTIONS.find(([title]) => title.test(section))?.[1];
  return fund && EXPENDITURES.includes(claim.measure) && claim.measure !== fund ? [...usual, fund] : usual;
}

/** Levels of the wholes from the nearest passage that states one, and as the statements print them. */
export function wholeLevels(reading: Reading, claim: Claim): Level[] {
  const named = wholesOf(claim);
  const isKnown = named.some((measure) => printedLevels(reading, measure).length > 0);
  const measures = !isKnown && named.some((measure) => PROJECTS.includes(measure)) ? PROJECTS : named;
  const stated = measures
    .flatMap((measure) => claimsOf(reading, measure))
    .filter(
      ({ claim: other }) =>
        other.aspect === 'final' &&
        other.unit !== '%' &&
        (claim.year === null || other.year === null || claim.year === other.year),
    );
  const tiers = [sameSentence, sameSection, () => true];
  const near = tiers
    .map((isNear) => stated.filter(({ claim: other }) => isNear(claim, other)))
    .find((levels) => levels.length > 0);
  return [
    ...(near ?? []).map(({ claim: other, index }) => levelIn(reading, other, index)),
    ...measures.flatMap((measure) => printedLevels(reading, measure)),
  ];
}

/** Levels that a share is often taken of by mistake. */
export function otherWholes(reading: Reading, claim: Claim): Level[] {
  const own = wholesOf(claim);
  const totals: MeasureId[] = [
    'year_expenditure',
    'general_expenditure',
    'fiscal_expenditure',
    'basic_expenditure',
    'project_expenditure',
    'year_revenue',
  ];
  return totals
    .filter((measure) => !own.includes(measure))
    .flatMap((measure) =>
      printedLevels(reading, measure)
        .slice(0, 1)
        .map((level) => ({ ...level, label: measureOf(measure).label })),
    );
}
