import type { Db } from '../open';
import { moneyOf } from './millionths';
import type { Money } from './spending';
import { type SubjectPart, type SubjectSum, SubjectSums, type SumQuery } from './subjectSums';

/** A code's sums over the departments that are stored in a year and in the one before; null where none of them prints it. */
export interface ComparedYear {
  year: number;
  now: Money | null;
  before: Money | null;
  /** figures in both sums, null where codes ran together, and those of them that are disputed */
  departments: number | null;
  disputed: number;
}

const moneyIn = (sum: SubjectSum | undefined): Money | null =>
  sum && sum.total !== null ? moneyOf(sum.total, sum.half) : null;

function figuresIn(...sums: (SubjectSum | undefined)[]): number | null {
  const counts = sums.flatMap((sum) => (sum ? [sum.departments] : []));
  return counts.reduce<number | null>((all, count) => (all === null || count === null ? null : all + count), 0);
}

/** By code: what a growth is worked out from, so that departments that come and go are no growth. Years in ascending order. */
export function comparedYears(db: Db, query: SumQuery, part: SubjectPart): Map<string, ComparedYear[]> {
  const { fromYear = 0, toYear = 9999 } = query;
  const now = new SubjectSums(db, { ...query, stored: 'before', fromYear, toYear }).at(part);
  const before = new SubjectSums(db, { ...query, stored: 'after', fromYear: fromYear - 1, toYear: toYear - 1 }).at(
    part,
  );
  const keyOf = (code: string, year: number): string => `${code}|${year}`;
  const earlier = new Map(before.map((sum) => [keyOf(sum.code, sum.year + 1), sum]));
  const later = new Map(now.map((sum) => [keyOf(sum.code, sum.year), sum]));
  const years = new Map<string, ComparedYear[]>();
  for (const key of [...new Set([...later.keys(), ...earlier.keys()])].sort()) {
    const [sum, last] = [later.get(key), earlier.get(key)];
    const code = sum?.code ?? last?.code ?? '';
    const own = years.get(code) ?? [];
    own.push({
      year: sum?.year ?? (last?.year ?? 0) + 1,
      now: moneyIn(sum),
      before: moneyIn(last),
      departments: figuresIn(sum, last),
      disputed: (sum?.disputed ?? 0) + (last?.disputed ?? 0),
    });
    years.set(code, own);
  }
  return years;
}
