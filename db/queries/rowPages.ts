import { type Db, snapshot } from '../open';
import { type AccountKey, type AccountScope, leavesOut, nextAccounts } from './accountSteps';

/** Where a page ended: an account, and the row's number within it. */
export type RowPosition = readonly [account: string, n: number];

/** Part of a list in a fixed order. It may hold fewer rows than asked for although others follow: `next` says whether any do. */
export interface RowPage<Row, Position = RowPosition> {
  rows: Row[];
  /** what to ask for next; null at the end */
  next: Position | null;
}

export interface PageAsk<Position = RowPosition> {
  after?: Position | undefined;
  limit: number;
}

/** A row with its number within the account. */
export interface Numbered<Row> {
  n: number;
  row: Row;
}

/** The rows of one account after a number, at most so many, by number. */
export type ReadRows<Row> = (db: Db, account: AccountKey, after: number, most: number) => Numbered<Row>[];

/** Stands behind every row of an account. */
const END = Number.MAX_SAFE_INTEGER;
/** So many ids a page looks at in its first step, its second, … while it is not full. */
const STEPS = [50, 400, 2_000, 4_000, 8_000];

interface Walk<Row> {
  scope: AccountScope;
  read: ReadRows<Row>;
  /** a page reads the rows of at most so many accounts, so that a rare thing costs no more than a frequent one */
  mostAccounts: number;
}

/**
 * A page of the rows of many accounts, by account id and number. Nothing is skipped over by counting: a page begins behind the last one's
 * end, and costs the same wherever it stands.
 */
export function readRowPage<Row>(db: Db, { scope, read, mostAccounts }: Walk<Row>, ask: PageAsk): RowPage<Row> {
  return snapshot(db, () => {
    const rows: Row[] = [];
    let end: RowPosition = ask.after ?? ['', END];
    let visited = 0;
    const visit = (account: AccountKey, after: number): boolean => {
      visited += 1;
      const wanted = ask.limit - rows.length;
      const found = read(db, account, after, wanted + 1);
      rows.push(...found.slice(0, wanted).map(({ row }) => row));
      const last = found.length > wanted ? found[wanted - 1] : undefined;
      end = [account.id, last ? last.n : found.length > wanted ? after : END];
      return found.length > wanted || visited >= mostAccounts;
    };
    if (ask.after && ask.after[1] !== END) {
      const [id, n] = ask.after;
      const { accounts = [id] } = scope;
      const [account] = nextAccounts(db, { ...scope, accounts: accounts.filter((one) => one === id) }, '', 1).accounts;
      end = [id, END];
      if (account && visit(account, n)) return { rows, next: end };
    }
    const isSparse = leavesOut(scope);
    for (const most of STEPS) {
      const wanted = isSparse ? most : Math.min(most, mostAccounts - visited);
      const { accounts, last } = nextAccounts(db, scope, end[0], wanted);
      for (const account of accounts) if (visit(account, -1)) return { rows, next: end };
      if (last === null) return { rows, next: null };
      end = [last, END];
    }
    return { rows, next: end };
  });
}
