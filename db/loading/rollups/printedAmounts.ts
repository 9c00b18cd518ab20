import { Decimal, FEN_PER_UNIT } from '../../../lib/amount';
import type { Account, Fact } from '../../../lib/facts';
import type { Cell } from '../../../lib/measures';
import { factsAt } from '../../../lib/occurrences';
import type { Place } from '../../../lib/place';
import { type Measured, quantityOf, resolve } from '../../../lib/quantity';
import { wholeFen } from '../../amount';
import type { Rolled } from './rolled';

/** An amount in 分, half the weight of its last digit, and the line that prints it. */
export interface PrintedAmount {
  fen: number;
  half: number;
  line: number;
  disputed: boolean;
}

const keyOf = ({ page, sheet, line, cell }: Place): string => `${page ?? ''}|${sheet ?? ''}|${line}|${cell ?? ''}`;

/** Fractions of a 分 are rounded; beyond what the store holds exactly there is no amount. */
function roundedFen({ amount, unit }: Fact): number | undefined {
  const fen = new Decimal(amount).times(FEN_PER_UNIT[unit]).round();
  return fen.abs().gt(Number.MAX_SAFE_INTEGER) ? undefined : fen.toNumber() || 0;
}

/** Reads cells of one account: a sound printed figure as it is, everything else as the printed places are weighed. */
export class PrintedAmounts {
  readonly #account: Account;
  readonly #adopted: ReadonlySet<string>;
  readonly #blamed: ReadonlySet<string>;

  constructor({ account, findings }: Pick<Rolled, 'account' | 'findings'>) {
    this.#account = account;
    this.#adopted = new Set((account.adopted ?? []).map(({ place }) => keyOf(place)));
    const errors = findings.filter(({ severity }) => severity === 'error');
    this.#blamed = new Set(errors.flatMap(({ places }) => places.slice(0, 1).map(keyOf)));
  }

  /** The cell's amount; `weigh` decides where it is printed twice, corrected or not whole 分. */
  at(cell: Cell, weigh?: () => Measured): PrintedAmount | undefined {
    const facts = factsAt(this.#account, cell);
    const [fact, ...others] = facts;
    if (!fact) return weigh && this.of(weigh());
    const isPlain = others.length === 0 && !this.#adopted.has(keyOf(fact.place));
    if (!isPlain) return this.of(weigh ? weigh() : resolve(quantityOf(this.#account, '', '万元', [cell])));
    return this.#plain(fact);
  }

  #plain(fact: Fact): PrintedAmount | undefined {
    const fen = wholeFen(fact.amount, fact.unit) ?? roundedFen(fact);
    if (fen === undefined) return undefined;
    const half = (10 ** -fact.decimals * FEN_PER_UNIT[fact.unit]) / 2;
    const disputed = this.#blamed.has(keyOf(fact.place));
    return { fen, half: Math.ceil(half), line: fact.place.line, disputed };
  }

  of({ value, interval, occurrences, disputed }: Measured): PrintedAmount | undefined {
    if (value === null || interval === null) return undefined;
    const middle = interval.low.plus(interval.high).div(2).round();
    if (middle.abs().gt(Number.MAX_SAFE_INTEGER)) return undefined;
    const half = interval.high.minus(interval.low).div(2).ceil();
    return { fen: middle.toNumber() || 0, half: half.toNumber(), line: occurrences[0]?.place.line ?? 0, disputed };
  }
}
