import { departmentOf, departmentPath } from '../../lib/departmentSelection';
import { comparedWords, type PrintedReason } from '../../lib/reasons';
import { sourcePath } from '../../lib/selection';

interface ReasonProps {
  account: string;
  reason: PrintedReason;
}

/** A reason in the document's own words, leading to its line. */
export function Quote({ account, reason }: ReasonProps) {
  return (
    <q className="reason">
      <a href={sourcePath(account, reason.place)} title={`原文第 ${reason.place.line} 行`}>
        {reason.text}
      </a>
    </q>
  );
}

/** Reasons as a list: which figure, compared with what, and why, as printed. */
export function Reasons({ account, reasons }: { account: string; reasons: readonly PrintedReason[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={`${reason.measure} ${reason.subject} ${reason.basis} ${reason.place.line} ${reason.text}`}>
          <span className="reason-figure">
            {reason.label}
            {comparedWords(reason)}：
          </span>
          <Quote account={account} reason={reason} />
          <span className="small">（第 {reason.place.line} 行）</span>
        </li>
      ))}
    </ul>
  );
}

/** Why the figures of an account changed on the year; what is compared with the budget is one click away. */
export function AccountReasons({ account, reasons }: { account: string; reasons: readonly PrintedReason[] }) {
  const yearly = reasons.filter(({ basis }) => basis === 'year');
  const budget = reasons.filter(({ basis }) => basis === 'budget');
  return (
    <>
      {yearly.length > 0 ? (
        <Reasons account={account} reasons={yearly} />
      ) : (
        <p className="missing">文件没有说明比上年增减的原因。</p>
      )}
      {budget.length > 0 && (
        <details>
          <summary>与预算相比的原因（{budget.length}）</summary>
          <Reasons account={account} reasons={budget} />
        </details>
      )}
    </>
  );
}

interface ComparedReasonsProps {
  accounts: readonly { id: string; name: string; year: number; reasons: readonly PrintedReason[] }[];
}

/** One line an account: why its first compared figure changed on the year. */
export function ComparedReasons({ accounts }: ComparedReasonsProps) {
  const told = accounts.flatMap(({ reasons, ...account }) => {
    const [first] = reasons.filter(({ basis }) => basis === 'year');
    return first ? [{ ...account, first }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ul className="reasons compared-reasons" aria-label="文件说明的原因">
      {told.map(({ id, name, year, first }) => (
        <li key={id}>
          <a href={departmentPath(departmentOf(id))}>{name}</a> {year} 年{first.label}
          {comparedWords(first)}，文件说明的原因：
          <Quote account={id} reason={first} />
          <span className="small">（第 {first.place.line} 行）</span>
        </li>
      ))}
    </ul>
  );
}
