import { type Figure, isPrinted } from './figures';
import type { Slip } from './slips';
import type { System } from './system';

interface Custom {
  decimals: number;
  /** share of the figures that keep to it */
  share: number;
}
/** Spreadsheets leave closing zeros off: the most decimals that are not rare are those the figures have. */
const OFTEN = 0.2;
const customs = new WeakMap<System, Map<string, Custom>>();

function countDecimals(system: System): Map<string, Custom> {
  const counts = new Map<string, Map<number, number>>();
  for (const figure of system.figures.all) {
    if (!isPrinted(figure)) continue;
    const key = `${figure.statement ?? 'narrative'}|${figure.unit}`;
    const own = counts.get(key) ?? new Map<number, number>();
    counts.set(key, own.set(figure.decimals, (own.get(figure.decimals) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([key, own]) => {
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      const [most] = [...own].filter(([, count]) => count > OFTEN * all).sort((one, other) => other[0] - one[0]);
      return [key, { decimals: most?.[0] ?? 2, share: (most?.[1] ?? 0) / all }];
    }),
  );
}

function customOf(system: System, figure: Figure): Custom {
  const known = customs.get(system) ?? countDecimals(system);
  customs.set(system, known);
  return known.get(`${figure.statement ?? 'narrative'}|${figure.unit}`) ?? { decimals: figure.decimals, share: 0 };
}

/** The decimals that a statement prints as a rule. */
export const usualDecimals = (system: System, figure: Figure): number => customOf(system, figure).decimals;

/** Printed with other decimals than nearly all of its statement, or without the digit before the point. */
export function isOddlyPrinted(system: System, figure: Figure): boolean {
  if (figure.kind !== 'printed') return false;
  const custom = customOf(system, figure);
  const isStrange = /^(\.|0\d)/.test(figure.printed) || (figure.value < 0 && !figure.signed);
  return isStrange || (custom.share > 0.9 && figure.decimals !== custom.decimals);
}

const CODED = ['revenue', 'expenditure', 'general_budget_expenditure', 'government_fund', 'state_capital'] as const;
const WHOLE: readonly (string | null)[] = ['total', 'fiscal_appropriation'];

/** What other statements print for the code of a row that this statement lost. */
function valuesOfCode(system: System, figure: Figure): Slip[] {
  const { line, statement, column } = figure;
  if (!line || !column) return [];
  return CODED.filter((other) => other !== statement).flatMap((other) => {
    const row = system.ledger.row(other, line);
    const cells = row?.place ? [...row.cells] : [];
    return cells
      .filter(([own]) => own === column || (WHOLE.includes(own) && WHOLE.includes(column)))
      .filter(([, cell]) => isPrinted(cell) && cell.value !== 0)
      .map(([, cell]) => ({ ticks: cell.value, cost: 0.05, why: `与“${cell.label}”一致` }));
  });
}

/** Values that make the figure's equations hold to the last digit; an equation of few figures weighs more. */
export function exactValues(system: System, figure: Figure): Map<number, number> {
  const weights = new Map<number, number>();
  let all = 0;
  for (const { relation, coefficients, evaluation } of system.rowsOf(figure.index)) {
    const factor = coefficients.get(figure.index) ?? 0;
    const printed = [...coefficients.keys()].filter((index) => isPrinted(system.figure(index))).length;
    if (relation.sign !== '=' || Math.abs(factor) !== 1 || printed < 1) continue;
    const weight = 1 / Math.max(1, printed - 1);
    const value = figure.value - evaluation.residual / factor;
    weights.set(value, (weights.get(value) ?? 0) + weight);
    all += weight;
  }
  for (const [value, weight] of weights) weights.set(value, weight / all);
  return weights;
}

/** Values printed elsewhere for the same quantity: the other side of the figure's equalities, the same code in other statements. */
export function knownValues(system: System, figure: Figure): Slip[] {
  if (figure.kind === 'missing') return valuesOfCode(system, figure);
  return system.rowsOf(figure.index).flatMap((row) => {
    if (row.relation.sign !== '=') return [];
    const others = [...row.coefficients.keys()]
      .filter((index) => index !== figure.index)
      .map((index) => system.figure(index))
      .filter((other) => isPrinted(other) && other.value !== 0);
    const [other] = others;
    if (!other || others.length > 1 || other.value === figure.value) return [];
    const coefficients = [row.coefficients.get(figure.index), row.coefficients.get(other.index)];
    if ((coefficients[0] ?? 0) + (coefficients[1] ?? 0) !== 0) return [];
    const cost = !isPrinted(figure) ? 0.05 : row.relation.parent === undefined ? 0.14 : 0.3;
    return [{ ticks: other.value, cost, why: `与“${other.label}”一致` }];
  });
}

/** Why a printed amount is foreign to its cell: the amount of the cell beside, above or below stands in it. */
export function neighbourOf(system: System, figure: Figure): string | undefined {
  const { statement, column } = figure;
  if (!statement || !column || !isPrinted(figure) || figure.value === 0) return undefined;
  const rows = system.ledger.rows(statement, figure.side).filter((row) => row.place !== null);
  const at = rows.findIndex((row) => row.cells.get(column)?.index === figure.index);
  const own = rows[at];
  if (!own) return undefined;
  const isSame = (other: Figure | undefined): boolean =>
    other !== undefined && other.index !== figure.index && isPrinted(other) && other.value === figure.value;
  const beside = [...own.cells].find(([other, cell]) => other !== 'total' && column !== 'total' && isSame(cell));
  if (beside) return '邻栏的金额重复填入';
  const isNear = [rows[at - 1], rows[at + 1]].some(
    (row) => row && !row.line.startsWith(own.line) && !own.line.startsWith(row.line) && isSame(row.cells.get(column)),
  );
  return isNear ? '邻行的金额误填入' : undefined;
}
