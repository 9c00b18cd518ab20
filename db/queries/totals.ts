import type { Db } from '../open';
import type { FigureId } from './figures';
import type { Scope } from './peers';

/** The sum of a measure over the departments of a scope: of those that published it, which `accounts` of `known` did. */
export interface YearTotal {
  year: number;
  /** 万元; null where nobody published the measure */
  value: string | null;
  low: string | null;
  high: string | null;
  /** accounts with this measure */
  accounts: number;
  /** accounts stored */
  published: number;
  /** departments with an account of any year */
  known: number;
  disputed: number;
  /** every known department published an account with this measure */
  complete: boolean;
}

/** By year, ascending; undefined when the figure cannot be added up (a ratio). */
export async function getTotals(_db: Db, _query: { figure: FigureId } & Scope): Promise<YearTotal[] | undefined> {
  return [];
}
