import type { Db } from '../open';
import type { Money } from './spending';

/** What one 类 or 项 contributed to the change. */
export interface BridgeRow {
  code: string;
  name: string;
  /** null: not printed that year */
  before: Money | null;
  now: Money | null;
  /** with a code that is not printed taken as nothing spent on it */
  change: Money;
  /** former codes whose amount was counted here */
  mappedFrom: string[];
}

export interface Bridge {
  department: string;
  name: string;
  before: { account: string; year: number; total: Money };
  now: { account: string; year: number; total: Money };
  change: Money;
  rows: BridgeRow[];
  /** change of the totals less the sum of the rows, with the bounds of rounding */
  residual: Money;
  /** rounding explains the residual */
  bounded: boolean;
  /** in Chinese: what limits the comparison (another basis, another form) */
  notes: string[];
}

export interface BridgeQuery {
  department: string;
  fromYear: number;
  toYear: number;
  /** 1 by 类, 2 by 款, 3 by 项 */
  level: 1 | 2 | 3;
  likeForLike?: boolean;
}

/** From one year to another by codes; undefined when either account is not stored or prints no total. */
export async function getBridge(_db: Db, _query: BridgeQuery): Promise<Bridge | undefined> {
  return undefined;
}
