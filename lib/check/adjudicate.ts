import type { AdoptedValue, Finding, Repair as RepairView, Severity } from '../findings';
import type { Place } from '../place';
import type { Figure } from './figures';
import { isPrinted } from './figures';
import { IDENTITIES } from './identities';
import type { Blame, Conflict, Localisation } from './localise';
import { usualDecimals } from './neighbours';
import { figuresOf, verdictOf } from './relation';
import type { Repair } from './repairs';
import type { Row, System } from './system';
import { isBroken } from './system';
import { ticksText, toTicks } from './ticks';
import { blameMessage, conflictMessage } from './wording';

/** Single relations hold, and yet no true values fit them all. */
export const JOINT = {
  id: 'X-25',
  title: '全部关系联立有解',
  formula: '存在一组真值，在四舍五入范围内同时满足全部关系',
  kind: 'balance',
  source: '由各关系联立（线性规划）',
  severity: 'error',
} as const;

const ORDER = new Map(IDENTITIES.map((identity, at) => [identity.id, at]));
const SEVERITY = new Map(IDENTITIES.map((identity) => [identity.id, identity.severity]));
const TITLE = new Map(IDENTITIES.map((identity) => [identity.id, identity.title]));

/** An identity inside the blamed figure's own statement says more than one between statements. */
function rankRows(rows: readonly Row[], blamed: Figure): Row[] {
  const isOwn = (row: Row): boolean =>
    blamed.statement !== null &&
    figuresOf(row.relation).every((figure) => figure.statement === null || figure.statement === blamed.statement);
  const rank = (row: Row): number => (isOwn(row) ? 0 : 1000) + (ORDER.get(row.relation.identity) ?? 500);
  return [...rows].sort((one, other) => rank(one) - rank(other));
}

function severityOf(repair: Repair, rows: readonly Row[]): Severity {
  if (repair.kind === 'blank') return 'warning';
  const isFirm = rows.some((row) => !row.relation.assumed && SEVERITY.get(row.relation.identity) === 'error');
  return isFirm || rows.length === 0 ? 'error' : 'warning';
}

const uniquePlaces = (places: readonly (Place | null)[]): Place[] => {
  const seen = new Set<string>();
  return places.flatMap((place) => {
    const key = place && `${place.page}|${place.sheet}|${place.line}|${place.cell}`;
    if (!place || !key || seen.has(key)) return [];
    seen.add(key);
    return [place];
  });
};

function repairView(system: System, repair: Repair): RepairView {
  return {
    why: repair.why,
    cells: repair.changes.flatMap((change) => {
      const figure = system.figure(change.figure);
      const { place, label, printed, fact, claim } = figure;
      if (!place || (figure.kind === 'missing' && Number(change.value) === 0)) return [];
      return [{ label, place, printed, value: change.value, fact, claim }];
    }),
  };
}

/** Broken relations that hold once the repair's figures are set to the proposed values. */
function satisfiedBy(system: System, repair: Repair, rows: readonly Row[]): Row[] {
  const values = new Map(
    repair.changes.map(({ figure, value }) => {
      const { unit } = system.figure(figure);
      const ticks = toTicks(value, unit);
      const half = (toTicks('0.1', unit) / 10 ** usualDecimals(system, system.figure(figure))) * 5;
      return [figure, { low: ticks - half, high: ticks + half }];
    }),
  );
  return rows.filter((row) => {
    let [low, high] = [0, 0];
    for (const [index, coefficient] of row.coefficients) {
      const span = values.get(index) ?? system.figure(index);
      low += coefficient * (coefficient > 0 ? span.low : span.high);
      high += coefficient * (coefficient > 0 ? span.high : span.low);
    }
    return low <= 0 && (high >= 0 || row.relation.sign === '≤');
  });
}

/** The figure a finding is named after: the first that changes, of a lost row the one with the total. */
function blamedFigure(system: System, repair: Repair): Figure | undefined {
  const changed = repair.changes.map((change) => system.figure(change.figure));
  const [first = repair.figures.map((index) => system.figure(index))[0]] = changed;
  if (repair.kind !== 'swap') return first;
  return changed.find(isPrinted) ?? first;
}

function differenceOf(figure: Figure, value: string | undefined): string | null {
  if (value === undefined || !isPrinted(figure)) return null;
  return ticksText(figure.value - toTicks(value, figure.unit), figure.unit);
}

/** One finding for one cause: what is wrong, what probably should stand there, and every relation it breaks. */
function findingOf(system: System, blame: Blame): Finding[] {
  const { repair, conflicts, allowed } = blame;
  const blamed = blamedFigure(system, repair);
  if (!blamed?.place) return [];
  const touched = system.rows.filter(
    (row) => isBroken(row) && repair.figures.some((index) => row.coefficients.has(index)),
  );
  const joint = conflicts.filter((conflict) => conflict.rows.length > 1).flatMap((conflict) => conflict.rows);
  const rows = rankRows(touched.length > 0 ? touched : [...new Set(joint)], blamed);
  const [telling] = rows;
  const check = touched.length > 0 ? (telling?.relation.identity ?? JOINT.id) : JOINT.id;
  const proposed = repair.changes.find((change) => change.figure === blamed.index);
  const satisfied = satisfiedBy(system, repair, rows);
  const ticks = (value: number): string => (Number.isFinite(value) ? ticksText(value, blamed.unit) : '');
  const others = telling && touched.length === 0 ? figuresOf(telling.relation).map((figure) => figure.place) : [];
  const changedPlaces = repair.changes.map((change) => system.figure(change.figure));
  return [
    {
      check,
      severity: severityOf(repair, rows),
      message: blameMessage(system, blame, blamed, rows),
      places: uniquePlaces([
        blamed.place,
        ...changedPlaces.filter((figure) => figure.kind !== 'missing').map((figure) => figure.place),
        ...others,
      ]),
      expected: proposed?.value ?? null,
      found: isPrinted(blamed) ? ticksText(blamed.value, blamed.unit, blamed.decimals) : null,
      difference: differenceOf(blamed, proposed?.value),
      suggestion: proposed
        ? { place: blamed.place, printed: blamed.printed, value: proposed.value, why: repair.why }
        : null,
      detail: {
        title: TITLE.get(check) ?? JOINT.title,
        relations: rows.map((row) => verdictOf(row.relation, row.evaluation)),
        allowed: { low: ticks(allowed.low), high: ticks(allowed.high) },
        repair: repairView(system, repair),
        satisfies: [...new Set(satisfied.map((row) => row.relation.identity))],
        alternatives: blame.alternatives.map((one) => repairView(system, one)),
        facts: factsOf(changedPlaces, 'fact'),
        claims: factsOf(changedPlaces, 'claim'),
      },
    },
  ];
}

const factsOf = (figures: readonly Figure[], kind: 'fact' | 'claim'): number[] =>
  figures.flatMap((figure) => figure[kind] ?? []);

/** A contradiction that could not be traced to a figure: reported with all figures that take part. */
function findingOfConflict(conflict: Conflict): Finding[] {
  const [row] = conflict.rows;
  if (!row) return [];
  const check = conflict.rows.length > 1 ? JOINT.id : row.relation.identity;
  const figures = conflict.rows.flatMap((one) => figuresOf(one.relation)).filter(isPrinted);
  const card = IDENTITIES.find(({ id }) => id === check);
  return [
    {
      check,
      severity: card?.severity ?? 'error',
      message: conflictMessage(conflict.rows),
      places: uniquePlaces(figures.map((figure) => figure.place)),
      expected: null,
      found: null,
      difference: conflict.rows.length === 1 ? ticksText(row.evaluation.residual, '万元') : null,
      suggestion: null,
      detail: {
        title: TITLE.get(check) ?? JOINT.title,
        relations: conflict.rows.map((one) => verdictOf(one.relation, one.evaluation)),
        allowed: null,
        repair: null,
        satisfies: [],
        alternatives: [],
        facts: factsOf(figures, 'fact'),
        claims: factsOf(figures, 'claim'),
      },
    },
  ];
}

const sharesLine = (one: Figure, other: Figure): boolean =>
  one.statement === other.statement &&
  one.side === other.side &&
  (one.line === other.line || one.column === other.column);

/** Blank cells of one row, or of one column, are one omission. */
function mergeBlanks(system: System, blames: readonly Blame[]): Blame[] {
  const merged: Blame[] = [];
  for (const blame of blames) {
    const own = blame.repair.figures.map((index) => system.figure(index));
    const host = merged.find(
      ({ repair }) =>
        repair.kind === 'blank' &&
        blame.repair.kind === 'blank' &&
        repair.figures.some((index) => own.some((figure) => sharesLine(system.figure(index), figure))),
    );
    if (!host) {
      merged.push({ ...blame });
      continue;
    }
    const changes = [...host.repair.changes, ...blame.repair.changes];
    changes.sort((one, other) => one.figure - other.figure);
    host.repair = { ...host.repair, figures: changes.map((change) => change.figure), changes };
    host.conflicts = [...host.conflicts, ...blame.conflicts];
  }
  return merged;
}

/** Findings that explain every contradiction of an account, one a cause. */
export function adjudicate(system: System, found: Localisation): Finding[] {
  return [
    ...mergeBlanks(system, found.blames).flatMap((blame) => findingOf(system, blame)),
    ...found.unresolved.flatMap((conflict) => findingOfConflict(conflict)),
  ];
}

/** The values that the localisation supports for the figures it blames. */
export function adoptedValues(system: System, found: Localisation, findings: readonly Finding[]): AdoptedValue[] {
  return found.blames.flatMap((blame) =>
    blame.repair.changes.flatMap((change) => {
      const { kind, fact, claim, place, printed, unit } = system.figure(change.figure);
      if (!place || kind === 'missing' || kind === 'blank') return [];
      const own = findings.find(
        (one) => one.detail?.facts.includes(fact ?? -1) || one.detail?.claims.includes(claim ?? -1),
      );
      return [
        {
          fact,
          claim,
          place,
          printed,
          value: change.value,
          unit,
          why: blame.repair.why,
          check: own?.check ?? JOINT.id,
        },
      ];
    }),
  );
}

/** Rows that the localisation says are lost: `statement|code`. */
export function lostRowsOf(system: System, found: Localisation): Set<string> {
  const figures = found.blames
    .filter((blame) => blame.repair.kind === 'lost_row')
    .flatMap((blame) => blame.repair.changes.map((change) => system.figure(change.figure)));
  return new Set(figures.map((figure) => `${figure.statement}|${figure.line}`));
}

/** Figures that some finding says are wrong. */
export const blamedFigures = (found: Localisation): Set<number> =>
  new Set(found.blames.flatMap((blame) => blame.repair.changes.map((change) => change.figure)));
