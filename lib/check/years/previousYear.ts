import type { Claim } from '../../facts';
import { measureOf } from '../../measures';
import type { Figure } from '../figures';
import { isPrinted } from '../figures';
import type { Ledger } from '../ledger';
import type { Span } from '../ticks';
import { ticksText } from '../ticks';
import { difference, differs, type YearCheck } from './yearCheck';

const card = {
  id: 'N-18',
  title: '文字所说的上年数与上年决算一致',
  formula: '上年数 = 本年数 − 增减额 = 上年决算所列数；直接写出的上年数同',
  kind: 'equality',
  source: '相邻两年的决算',
  severity: 'warning',
} as const;

interface Asserted {
  claim: Claim;
  figure: Figure;
}

const isSameQuantity = (one: Claim, other: Claim): boolean =>
  one.measure === other.measure &&
  one.subject === other.subject &&
  one.section.join('|') === other.section.join('|') &&
  one.sentence === other.sentence;

/** Last year's level as a sentence gives it: stated, or this year's less the change. */
function previousOf(ledger: Ledger, { claim, figure }: Asserted): Span | undefined {
  if (claim.aspect === 'prior_year') return figure;
  const current = ledger.claims.find((one) => one.claim.aspect === 'final' && isSameQuantity(one.claim, claim))?.figure;
  if (!current || claim.direction === null) return undefined;
  const sign = claim.direction === 'increase' ? 1 : -1;
  const [low, high] = sign > 0 ? [figure.low, figure.high] : [-figure.high, -figure.low];
  return { value: current.value - sign * figure.value, low: current.low - high, high: current.high - low };
}

/** The year before's own figures of a measure, those of its statements first. */
function recorded(earlier: Ledger, { measure, subject }: Claim): Figure[] {
  if (subject !== null) return [];
  const cells = (measureOf(measure).cells ?? []).flatMap(
    (cell) => earlier.cell(cell.statement, cell.line, cell.column, cell.side ?? null) ?? [],
  );
  const claims = earlier.claims.filter(({ claim }) => claim.measure === measure && claim.aspect === 'final');
  return [...cells, ...claims.map(({ figure }) => figure)].filter(isPrinted);
}

export const previousYear: YearCheck = {
  ...card,
  compare: (earlier, later) =>
    later.claims
      .filter(({ claim }) => claim.aspect === 'prior_year' || claim.aspect === 'change_on_year')
      .flatMap((asserted) => {
        const previous = previousOf(later, asserted);
        const figures = recorded(earlier, asserted.claim);
        const [figure] = figures;
        if (!previous || !figure || figures.some((one) => !differs(one, previous))) return [];
        const { unit } = asserted.figure;
        const [said, was] = [ticksText(previous.value, unit), ticksText(figure.value, unit)];
        const name = measureOf(asserted.claim.measure).label;
        const how = asserted.claim.aspect === 'prior_year' ? '文字所说的上年数' : '按增减额推算的上年数';
        const message = `${name}：${how}为 ${said} ${unit}，上年决算为 ${was} ${unit}；如有口径调整应予说明`;
        const expected =
          asserted.claim.aspect === 'prior_year'
            ? figure.value
            : Math.abs(previous.value + signed(asserted) - figure.value);
        return [difference(card, message, asserted.figure, expected)];
      }),
};

/** The stated change with its sign. */
const signed = ({ claim, figure }: Asserted): number => (claim.direction === 'decrease' ? -figure.value : figure.value);
