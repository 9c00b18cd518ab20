import type { Account } from '../../lib/facts';
import type { CheckReport, Finding } from '../../lib/findings';
import { accountFindingsPath } from '../../lib/selection';
import { type CardOf, titleOf } from './askFindings';
import { blamesOf } from './blames';
import { Equation } from './Equation';
import { PlaceLinks } from './FindingArticle';
import { cardId } from './FindingMark';
import { linesOf } from './namedLines';
import { ProposalLine } from './Proposal';
import { SeverityMark } from './SeverityMark';
import { SourceLines } from './SourceLines';

interface FindingCardsProps {
  account: Account;
  report: CheckReport;
  lines: readonly string[];
  cardOf: CardOf;
}

/** One card a finding, which the marks of the page open; the browser does it without scripts. */
export function FindingCards({ account, report, lines, cardOf }: FindingCardsProps) {
  return report.findings.map((finding, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: findings are known by their number
    <Card key={index} account={account} finding={finding} number={index + 1} lines={lines} cardOf={cardOf} />
  ));
}

interface CardProps extends Omit<FindingCardsProps, 'report'> {
  finding: Finding;
  number: number;
}

function Card({ account, finding, number, lines, cardOf }: CardProps) {
  const title = titleOf(finding, cardOf);
  const [leading, ...rest] = finding.detail?.relations ?? [];
  return (
    <div
      id={cardId(number)}
      popover="auto"
      className="places finding-card"
      role="dialog"
      aria-label={`${finding.check} ${title}`}
    >
      <p>
        <SeverityMark severity={finding.severity} /> {finding.message}
      </p>
      <p className="small">
        {finding.check} {title}
      </p>
      <ProposalLine account={account.id} finding={finding} />
      {leading && <Equation account={account.id} relation={leading} blames={blamesOf(finding)} title={undefined} />}
      {rest.length > 0 && <p className="small">同一原因还牵动 {rest.length} 项关系。</p>}
      <SourceLines account={account.id} lines={linesOf(finding, account, lines).slice(0, 4)} />
      <p className="small">
        <a href={accountFindingsPath(account.id, number)}>全部算式与改法</a>　
        <PlaceLinks account={account.id} places={finding.places} />
      </p>
    </div>
  );
}
