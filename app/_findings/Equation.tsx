import { formatNumber, isMoneyUnit } from '../../lib/amount';
import type { EquationTerm, IntervalText, RelationVerdict } from '../../lib/findings';
import { sourcePath } from '../../lib/selection';
import type { Blames } from './blames';

const STATES = {
  exact: '相符',
  rounding: '在四舍五入之内',
  contradiction: '不符',
  not_checkable: '无法核对',
} as const;

interface EquationProps {
  account: string;
  relation: RelationVerdict;
  blames: Blames;
  /** of the relation's identity */
  title: string | undefined;
}

const unitOf = ({ left }: RelationVerdict): string => {
  const unit = left[0]?.unit ?? '万元';
  return isMoneyUnit(unit) ? '万元' : unit;
};

/** 8680.23 ≠ 1705.63 + 7604.60 */
export const textOf = ({ text, state }: Pick<RelationVerdict, 'text' | 'state'>): string =>
  state === 'contradiction' ? text.replace(' = ', ' ≠ ').replace(' ≤ ', ' > ') : text;

const interval = ({ low, high }: IntervalText): string =>
  low === high ? formatNumber(low) : `${formatNumber(low)} 至 ${formatNumber(high)}`;

/** A relation with its numbers: the equation, every figure with its place, both intervals, the gap. */
export function Equation({ account, relation, blames, title }: EquationProps) {
  const { leftInterval, rightInterval, difference, gap, slack, state, reason } = relation;
  const unit = unitOf(relation);
  return (
    <div className="equation">
      <p className="equation-text">{textOf(relation)}</p>
      <p className="small">
        {relation.identity} {title} · {STATES[state]}
        {reason && `（${reason}）`}
      </p>
      <div className="equation-sides">
        <Side account={account} name="左边" terms={relation.left} blames={blames} />
        <Side
          account={account}
          name={relation.relation === '≤' ? '右边（上限）' : '右边'}
          terms={relation.right}
          blames={blames}
        />
      </div>
      <p className="small">
        按印出的位数，左边可能是 {interval(leftInterval)}，右边可能是 {interval(rightInterval)}（{unit}）。两边相差{' '}
        {formatNumber(difference)}，四舍五入至多能解释 {formatNumber(slack)}
        {state === 'contradiction' && `，还差 ${formatNumber(gap)}`}。
      </p>
    </div>
  );
}

interface SideProps {
  account: string;
  name: string;
  terms: readonly EquationTerm[];
  blames: Blames;
}

function Side({ account, name, terms, blames }: SideProps) {
  const printed = terms.filter((term) => term.printed !== null || blames(term));
  const blank = terms.filter((term) => !printed.includes(term));
  return (
    <dl>
      <dt className="small">{name}</dt>
      {printed.map((term, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the terms never change
        <dd key={at} className="term">
          <span>
            {term.factor < 0 && '减 '}
            {term.label}
          </span>
          <Figure account={account} term={term} isBlamed={blames(term)} />
        </dd>
      ))}
      {blank.length > 0 && <dd className="small">空着：{blank.map(lastPart).join('、')}</dd>}
    </dl>
  );
}

const lastPart = ({ label }: EquationTerm): string => label.split(' · ').at(-1) ?? label;

function Figure({ account, term, isBlamed }: { account: string; term: EquationTerm; isBlamed: boolean }) {
  const { printed, place, unit } = term;
  const text = printed === null ? '空' : printed.trim();
  const shown = unit === '万元' || text.endsWith(unit) || printed === null ? text : `${text} ${unit}`;
  return (
    <span className={isBlamed ? 'term-figure disputed' : 'term-figure'}>
      {place ? (
        <a className="cell-link" href={sourcePath(account, place)} title={`原文第 ${place.line} 行`}>
          {shown}
        </a>
      ) : (
        shown
      )}
    </span>
  );
}
