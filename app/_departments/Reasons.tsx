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
