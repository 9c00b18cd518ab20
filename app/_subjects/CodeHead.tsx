import { formatNumber } from '../../lib/amount';
import { onYearWords } from '../../lib/panels/cells';
import { isDoubtful, shareCell } from '../../lib/panels/codeAmounts';
import type { SubjectSelection } from '../../lib/subjectSelection';
import { MARKS } from '../_components/Figure';
import type { AskedCode } from './askCode';
import { growthOf, pairedOnly } from './growth';
import { LEVEL_WORDS, moneyWords } from './words';

/** The answer in one sentence: how much in the last year, of how many departments, what part of what. */
export function answerOf(
  selection: SubjectSelection,
  { subject, wholes, above, published, spenders }: AskedCode,
  scope: string,
): string {
  const now = subject.years.at(-1);
  if (!now) return `${scope}没有在这个科目列支。`;
  const last = Math.max(...published.map(({ year }) => year));
  const share = shareCell(now.amount, wholes.get(now.year));
  const growth = growthOf(subject.compared.find(({ year }) => year === now.year));
  const paired = pairedOnly(published, now.year);
  const count = published.find(({ year }) => year === now.year)?.published ?? now.departments;
  const whole = above.at(-1)?.name ?? '全部支出';
  const money = moneyWords(selection);
  // of a part of the money only the list of a year knows how many departments there are
  const spending = money === '' ? now.departments : spenders.year === now.year ? spenders.total : null;
  return [
    `${now.year} 年，${scope}中有 ${count} 个的决算已收录，${spending === null ? '' : `${spending} 个`}在这个科目列支${money} ${formatNumber(now.amount.value, 2)} 万元`,
    share.value === null ? '' : `，占${whole}的 ${share.text}%`,
    growth.value === null
      ? ''
      : `，${paired === undefined ? '' : `两年都收录的 ${paired} 个部门`}${onYearWords(growth)}`,
    '。',
    last > now.year ? `${last} 年没有部门列支。` : '',
    now.disputed > 0 ? `其中 ${now.disputed} 个部门公布的数字互相矛盾${isDoubtful(now) ? '，不宜直接引用' : ''}。` : '',
  ].join('');
}

export function CodeHead({ asked, answer }: { asked: AskedCode; answer: string }) {
  const { subject } = asked;
  const now = subject.years.at(-1);
  return (
    <>
      <p className="eyebrow">
        {LEVEL_WORDS[subject.level]}级科目 {subject.code}
      </p>
      <h1>{subject.name === subject.code ? `${subject.code}（编码表没有这个科目）` : subject.name}</h1>
      {now && (
        <p className="code-amount">
          <span className={isDoubtful(now) ? 'disputed' : undefined}>
            <span className="value">{formatNumber(now.amount.value, 2)}</span>
          </span>
          <span className="unit">万元　{now.year} 年</span>
          {now.disputed > 0 && (
            <abbr className="mark mark-disputed" title={MARKS.disputed.meaning}>
              {MARKS.disputed.sign}
            </abbr>
          )}
        </p>
      )}
      <p className="lead">{answer}</p>
    </>
  );
}
