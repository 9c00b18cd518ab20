import { formatNumber } from '../amount';
import { blamedClaims } from '../causes';
import type { Account } from '../facts';
import type { CheckReport, Finding } from '../findings';
import { findMetric } from '../metrics';
import type { Place } from '../place';
import { classes } from './classes';
import { growth } from './growth';
import { keyFigures } from './keyFigures';
import type { PanelCell, PanelRow, PanelSource } from './panel';
import { totals } from './totals';

/**
 * consistent: it takes part in relations that hold within rounding · near: a published rate and the recomputed one differ by no more
 * than their last digit · unchecked: nothing printed could check it · disputed: its printed values, or it and what it must agree
 * with, contradict each other · missing: not published
 */
export type FigureVerdict = 'consistent' | 'near' | 'unchecked' | 'disputed' | 'missing';

/** One figure of a brief with what the checks say of it. */
export interface BriefFigure {
  key: string;
  label: string;
  unit: string;
  cell: PanelCell;
  verdict: FigureVerdict;
}

/** A figure that is not spoken of: what is printed, and why it is in doubt. */
export interface BriefDispute {
  label: string;
  unit: string;
  /** the contradicting values, each with its line where one prints it */
  values: { text: string; source: PanelSource | null }[];
}

/** Printed figures by what relations and findings say of them; claims of one line are told apart by what they print. */
interface Evidence {
  holding: Set<string>;
  broken: Set<string>;
  blamed: Map<string, Finding>;
}

const keyOf = ({ page, sheet, line, cell }: Place, printed: string): string =>
  `${page}|${sheet}|${line}|${cell}|${printed.replace(/[\s,，%]/g, '')}`;

/** The figures that an error calls wrong; those it only compares them with stay as they are. */
function blamedBy(finding: Finding, account: Pick<Account, 'claims' | 'facts'>): string[] {
  const { detail, suggestion, places } = finding;
  if (detail?.repair) return detail.repair.cells.map(({ place, printed }) => keyOf(place, printed));
  if (suggestion) return [keyOf(suggestion.place, suggestion.printed)];
  const [claim] = blamedClaims(finding).flatMap((index) => account.claims[index] ?? []);
  if (claim) return [keyOf(claim.place, claim.printed)];
  const [first] = places;
  const fact = account.facts.find(({ place }) => place.line === first?.line && place.cell === first.cell);
  return fact ? [keyOf(fact.place, fact.printed)] : [];
}

/** The printed places by what the relations and findings say of them. */
export function evidenceOf(
  report: Pick<CheckReport, 'findings' | 'relations'> | undefined,
  account: Pick<Account, 'claims' | 'facts'>,
): Evidence {
  const evidence: Evidence = { holding: new Set(), broken: new Set(), blamed: new Map() };
  for (const { left, right, state } of report?.relations ?? []) {
    if (state === 'not_checkable') continue;
    const places = state === 'contradiction' ? evidence.broken : evidence.holding;
    for (const { place, printed } of [...left, ...right])
      if (place && printed !== null) places.add(keyOf(place, printed));
  }
  for (const finding of report?.findings ?? [])
    if (finding.severity === 'error') for (const key of blamedBy(finding, account)) evidence.blamed.set(key, finding);
  return evidence;
}

/** What may be said of a cell: nothing where it is in dispute; a sum or ratio is as sound as what it is made of. */
export function verdictOf(cell: PanelCell, evidence: Evidence): FigureVerdict {
  if (cell.value === null) return 'missing';
  const keys = cell.sources.map(({ place, printed }) => keyOf(place, printed));
  if (cell.disputed || keys.some((key) => evidence.blamed.has(key))) return 'disputed';
  const holds = keys.map((key) => evidence.holding.has(key));
  if (keys.some((key, at) => evidence.broken.has(key) && !holds[at])) return 'disputed';
  const isMade = cell.status === 'computed' || cell.status === 'derived';
  const isSound = isMade ? holds.length > 0 && holds.every(Boolean) : holds.some(Boolean);
  return isSound ? 'consistent' : 'unchecked';
}

/** Rows of the key figures that the comparison with last year gives in full. */
const ON_YEAR = /_change$|_growth_published$|^growth_/;

/** The figures of an account that a brief speaks of, by key. */
export function briefFigures(account: Account, report: CheckReport | undefined): Map<string, BriefFigure> {
  const evidence = evidenceOf(report, account);
  const figures = new Map<string, BriefFigure>();
  const add = (key: string, row: PanelRow | undefined, label = row?.label ?? ''): void => {
    const cell = row?.cells[0];
    if (row && cell) figures.set(key, { key, label, unit: row.unit ?? '', cell, verdict: verdictOf(cell, evidence) });
  };
  const [main, moves, levels, shares] = [
    keyFigures.build([account], {}).rows,
    growth.build([account], {}).rows,
    totals.build([account], {}).rows,
    classes.build([account], { show: 'share' }).rows,
  ];
  const find = (of: readonly PanelRow[], key: string) => of.find((row) => row.key === key);
  for (const row of main) if (!ON_YEAR.test(row.key)) add(row.key, row);
  for (const key of ['year_revenue', 'year_expenditure']) add(key, find(levels, key));
  for (const key of ['total', 'general_budget', 'agency_operating_cost'])
    for (const kind of ['prior', 'change', 'published', 'recomputed'])
      add(`${key}_${kind}`, find(moves, `${key}_${kind}`));
  for (const row of classes.build([account], {}).rows) {
    if (!row.code) continue;
    add(`class_${row.code}`, row, `${row.label}（${row.code}）`);
    add(`class_${row.code}_share`, find(shares, row.key), `${row.label}（${row.code}）占本年支出合计`);
  }
  return settle(figures, account);
}

const RATES = {
  total: 'growth_total',
  general_budget: 'growth_general_budget',
  agency_operating_cost: 'growth_agency_operating_cost',
} as const;

/** The change and the rates of a figure check each other: published against recomputed. A change stays sound where its rate is blamed. */
function settle(figures: Map<string, BriefFigure>, account: Account): Map<string, BriefFigure> {
  for (const [key, metric] of Object.entries(RATES)) {
    const parts = ['change', 'published', 'recomputed'].flatMap((kind) => figures.get(`${key}_${kind}`) ?? []);
    const { verdict } = findMetric(metric).compute(account);
    const isBlamed = parts.some((figure) => figure.verdict === 'disputed' && figure.key.endsWith('_published'));
    const doubt = verdict === 'differs' || parts.some((figure) => figure.verdict === 'disputed');
    for (const figure of parts) {
      if (figure.verdict === 'missing' || figure.verdict === 'disputed') continue;
      if (doubt && !(isBlamed && isChange(figure))) figure.verdict = 'disputed';
      else if (verdict !== null && !doubt) figure.verdict = verdict === 'agrees' ? 'consistent' : 'near';
    }
  }
  return figures;
}

const isChange = ({ key }: BriefFigure): boolean => key.endsWith('_change');

const withUnit = (text: string, unit: string): string =>
  unit === '%' ? `${text}%` : unit === '' ? text : `${text} ${unit}`;

/** Both values of a figure in doubt: the different printed ones, or the printed one and what the checks would have there. */
function valuesOf({ cell, unit }: BriefFigure, finding: Finding | undefined): BriefDispute['values'] {
  const printed = new Map<string, PanelSource>();
  for (const source of cell.sources) {
    const value = source.printed.replace(/[\s,，]/g, '').replace(/^\./, '0.');
    const key = Number.isFinite(Number(value)) ? String(Number(value)) : value;
    if (!printed.has(key)) printed.set(key, source);
  }
  const values = [...printed.values()].map((source) => ({ text: withUnit(source.printed, unit), source }));
  if (values.length > 1 || !finding || finding.expected === null) return values;
  return [...values, { text: `按勾稽关系 ${withUnit(formatNumber(finding.expected), unit)}`, source: null }];
}

const IN_DOUBT_WITH_OTHERS = { text: '相关的数存疑', source: null };

/** A doubt that two values do not show comes from the figures that the value hangs together with, and says so. */
function distinct(values: BriefDispute['values']): BriefDispute['values'] {
  const [first, second] = values.map(({ text }) => text.replace(/^\D*(?=[+−-]?\d)/, ''));
  return values.length < 2 || (values.length === 2 && first === second)
    ? [...values.slice(0, 1), IN_DOUBT_WITH_OTHERS]
    : values;
}

/** What is in doubt only because of what it is worked out from. */
const FOLLOWING = /_(?:recomputed|share|prior)$/;

/** What is in doubt, as printed; a rate with its recomputed value. */
export function disputesOf(
  figures: ReadonlyMap<string, BriefFigure>,
  report: CheckReport | undefined,
  account: Pick<Account, 'claims' | 'facts'>,
): BriefDispute[] {
  const { blamed } = evidenceOf(report, account);
  const told = new Set<string>();
  return [...figures.values()].flatMap((figure): BriefDispute[] => {
    if (figure.verdict !== 'disputed' || FOLLOWING.test(figure.key) || told.has(figure.label)) return [];
    told.add(figure.label);
    const finding = figure.cell.sources.flatMap(({ place, printed }) => blamed.get(keyOf(place, printed)) ?? [])[0];
    const again = figures.get(figure.key.replace(/_published$/, '_recomputed'));
    const isRate = figure.key.endsWith('_published');
    const values =
      isRate && again && again.cell.value !== null
        ? [
            { text: `公布 ${figure.cell.text}%`, source: figure.cell.sources[0] ?? null },
            { text: `按增减额重算 ${again.cell.text}%`, source: null },
          ]
        : valuesOf(figure, finding);
    return [{ label: figure.label, unit: figure.unit, values: distinct(values) }];
  });
}
