import { type Db, snapshot } from '../open';
import { codeName } from './codeNames';
import { moneyWithin } from './millionths';
import type { Money } from './spending';
import { type SubjectSum, SubjectSums } from './subjectSums';

/** The 项 on which a department's expenditure moved most. */
export interface LeadingChange {
  code: string;
  name: string;
  /** 万元, with the bounds of rounding; a code that is not printed is taken as nothing spent on it */
  change: Money;
  /** a printed amount of the code takes part in a contradiction */
  disputed: boolean;
}

interface Change {
  code: string;
  value: number;
  half: number;
  disputed: boolean;
}

const sizeOf = ({ value }: Change): number => Math.abs(value);

function changesOf(earlier: readonly SubjectSum[], later: readonly SubjectSum[]): Change[] {
  const [before, now] = [earlier, later].map((sums) => new Map(sums.map((sum) => [sum.code, sum])));
  return [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].map((code) => {
    const [then, since] = [before?.get(code), now?.get(code)];
    return {
      code,
      value: (since?.total ?? 0) - (then?.total ?? 0),
      half: (since?.half ?? 0) + (then?.half ?? 0),
      disputed: (since?.disputed ?? 0) + (then?.disputed ?? 0) > 0,
    };
  });
}

/**
 * The 项 that moved most from the year before in the direction of the whole, former codes counted where they are counted
 * today; undefined where no 项 surely moved that way, or one of the two years prints none.
 */
export async function getLeadingChange(
  db: Db,
  { department, year, rises }: { department: string; year: number; rises: boolean },
): Promise<LeadingChange | undefined> {
  return snapshot(db, () => {
    const query = { list: 'functional', departments: [department], likeForLike: true } as const;
    const sums = new SubjectSums(db, { ...query, fromYear: year - 1, toYear: year }).at({ level: 3, under: '' });
    const [earlier, later] = [year - 1, year].map((one) => sums.filter((sum) => sum.year === one)) as [
      SubjectSum[],
      SubjectSum[],
    ];
    if (earlier.length === 0 || later.length === 0) return undefined;
    const [first] = changesOf(earlier, later)
      .filter((change) => change.value > 0 === rises && sizeOf(change) > change.half)
      .sort((one, other) => sizeOf(other) - sizeOf(one) || (one.code < other.code ? -1 : 1));
    if (!first) return undefined;
    const { code, value, half, disputed } = first;
    const name = codeName(db, 'functional', code) ?? code;
    return { code, name, change: moneyWithin(value, value - half, value + half), disputed };
  });
}
