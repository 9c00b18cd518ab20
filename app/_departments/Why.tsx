import { departmentOf, departmentPath } from '../../lib/departmentSelection';
import type { Account } from '../../lib/facts';
import type { Stated } from '../../lib/panels/stated';
import type { PrintedReason } from '../../lib/reasons';
import { Figure } from '../_components/Figure';
import { Quote, Reasons } from './Reasons';

interface WhyProps {
  account: Account;
  stated: readonly Stated[];
  reasons: readonly PrintedReason[];
  /** the latest stored year, where it is another than the account's */
  latest?: number | undefined;
}

/** What a document says changed on the year, by how much, and why, in its own words. */
export function Why({ account, stated, reasons, latest = account.fiscalYear }: WhyProps) {
  const shown = stated.filter(({ now, change, published }) => now.value !== null && (change.value ?? published.value));
  const yearly = reasons.filter(({ basis }) => basis === 'year');
  const told = new Set(shown.flatMap(({ measures }) => measures));
  const rest = reasons.filter(({ basis, measure }) => basis !== 'year' || !told.has(measure));
  return (
    <>
      {latest !== account.fiscalYear && (
        <p className="small no-print">
          库中最近的一份是 <a href={departmentPath(departmentOf(account.id))}>{latest} 年度</a>的。
        </p>
      )}
      {shown.length === 0 && <p className="missing">{account.fiscalYear} 年度的文件没有说明与上年的比较。</p>}
      <div className="changes">
        {shown.map((one) => (
          <Change
            key={one.key}
            account={account}
            stated={one}
            reasons={yearly.filter(({ measure }) => one.measures.includes(measure))}
          />
        ))}
      </div>
      {rest.length > 0 && (
        <details>
          <summary>文件说明的其他原因（{rest.length}）</summary>
          <Reasons account={account.id} reasons={rest} />
        </details>
      )}
    </>
  );
}

/** One reason is often printed at several figures; it is quoted once. */
function quotes(reasons: readonly PrintedReason[]): PrintedReason[] {
  return [...new Map([...reasons].reverse().map((reason) => [reason.text, reason])).values()].reverse();
}

function Change({ account, stated, reasons }: { account: Account; stated: Stated; reasons: readonly PrintedReason[] }) {
  const { key, label, unit, now, prior, change, published, recomputed } = stated;
  const differs = recomputed.disputed === true;
  return (
    <div className="change">
      <h3>{label}</h3>
      <div className="change-rate">
        <Figure cell={published.value === null ? recomputed : published} id={`why-${key}-rate`} />
        {(published.value ?? recomputed.value) !== null && <span className="unit">%</span>}
        <span className="small">{published.value === null ? '按增减额重算' : '公布的比上年增减'}</span>
      </div>
      <dl className="change-figures">
        <div>
          <dt>{account.fiscalYear} 年</dt>
          <dd>
            <Figure cell={now} id={`why-${key}-now`} /> {unit}
          </dd>
        </div>
        <div>
          <dt>{account.fiscalYear - 1} 年</dt>
          <dd>
            <Figure cell={prior} id={`why-${key}-prior`} /> {prior.value === null ? '' : unit}
          </dd>
        </div>
        <div>
          <dt>增减额</dt>
          <dd>
            <Figure cell={change} id={`why-${key}-change`} /> {change.value === null ? '' : unit}
          </dd>
        </div>
        {published.value !== null && recomputed.value !== null && (
          <div>
            <dt>按增减额重算</dt>
            <dd className={differs ? 'disputed' : undefined}>
              <Figure cell={recomputed} id={`why-${key}-again`} />%
            </dd>
          </div>
        )}
      </dl>
      {quotes(reasons).map((reason) => (
        <p key={reason.text} className="change-reason">
          文件说明的原因：
          <Quote account={account.id} reason={reason} />
          <span className="small">（第 {reason.place.line} 行）</span>
        </p>
      ))}
      {reasons.length === 0 && <p className="note">文件没有说明这一变化的原因。</p>}
    </div>
  );
}
