import type { StatementSummary } from '../../lib/causes';
import { accountFindingsPath } from '../../lib/selection';
import { summaryPieces } from '../../lib/summaryWords';

/** A statement's verdict in words, each cause a link to its finding. */
export function Verdict({ account, summary }: { account: string; summary: StatementSummary | undefined }) {
  if (!summary) return <p className="verdict">没有可以核对的关系。</p>;
  return (
    <p className="verdict">
      {summaryPieces(summary).map(({ text, finding }, at) =>
        finding === undefined ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
          <a key={at} href={accountFindingsPath(account, finding + 1)}>
            {text}
          </a>
        ),
      )}
      。
    </p>
  );
}
