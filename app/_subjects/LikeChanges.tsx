import { formatNumber } from '../../lib/amount';
import type { AskedCode } from './askCode';
import { mappedWords } from './LikeNotes';

/** What the like-for-like switch made of each year's printed amount. */
export function LikeChanges({ asked: { subject, printed }, like }: { asked: AskedCode; like: boolean }) {
  if (!like) return null;
  const changed = subject.years.filter(({ mappedFrom }) => mappedFrom.length > 0);
  if (changed.length === 0) return <p className="small">按现行科目归并，没有改变这个科目各年的金额。</p>;
  const before = new Map(printed.map(({ year, amount }) => [year, amount.value]));
  return (
    <ul className="dotted small" aria-label="归并改变的金额">
      {changed.map(({ year, amount, mappedFrom }) => {
        const was = before.get(year);
        return (
          <li key={year}>
            {year} 年：{was === undefined ? '当年没有列支' : `公布 ${formatNumber(was, 2)} 万元`}，归并后{' '}
            {formatNumber(amount.value, 2)} 万元（{mappedWords(mappedFrom)}）
          </li>
        );
      })}
    </ul>
  );
}
