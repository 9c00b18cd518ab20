import type { Account } from '../../lib/facts';
import type { Finding, RelationVerdict } from '../../lib/findings';
import { findingAnchor, sourcePath } from '../../lib/selection';
import { type CardOf, titleOf } from './askFindings';
import { blamesOf } from './blames';
import { Equation } from './Equation';
import { linesOf } from './namedLines';
import { Proposal } from './Proposal';
import { SeverityMark } from './SeverityMark';
import { SourceLines } from './SourceLines';

interface FindingArticleProps {
  account: Account;
  finding: Finding;
  /** of the account's findings, from 1 */
  number: number;
  lines: readonly string[];
  cardOf: CardOf;
}

/** A finding with everything that stands behind it. */
export function FindingArticle({ account, finding, number, lines, cardOf }: FindingArticleProps) {
  const anchor = findingAnchor(number);
  const title = titleOf(finding, cardOf);
  const card = cardOf({ check: finding.check, title });
  return (
    <article id={anchor} className="finding" aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <SeverityMark severity={finding.severity} /> {finding.message}
      </h3>
      <p className="small">
        {finding.check} {title}
        {card && `　规则：${card.formula}　依据：${card.source}`}
      </p>
      <Proposal account={account.id} finding={finding} cardOf={cardOf} />
      <Relations account={account.id} finding={finding} cardOf={cardOf} />
      <h4 className="small">原文</h4>
      <SourceLines account={account.id} lines={linesOf(finding, account, lines)} />
      {finding.places.length === 0 && <p className="small">涉及全文，没有单独的一行。</p>}
    </article>
  );
}

function Relations({ account, finding, cardOf }: { account: string; finding: Finding; cardOf: CardOf }) {
  const [leading, ...rest] = finding.detail?.relations ?? [];
  if (!leading) return null;
  const blames = blamesOf(finding);
  const equation = (relation: RelationVerdict, at: number) => (
    <Equation
      key={at}
      account={account}
      relation={relation}
      blames={blames}
      title={
        cardOf({
          check: relation.identity,
          title: relation.identity === finding.check ? titleOf(finding, cardOf) : null,
        })?.title
      }
    />
  );
  return (
    <>
      {equation(leading, 0)}
      {rest.length > 0 && (
        <details>
          <summary>
            {leading.state === 'contradiction' ? `同一原因还牵动 ${rest.length} 项关系` : `另有 ${rest.length} 项关系`}
          </summary>
          {rest.map((relation, at) => equation(relation, at + 1))}
        </details>
      )}
    </>
  );
}

/** Line numbers of a finding as links to the source, the blamed one first. */
export function PlaceLinks({ account, places }: { account: string; places: Finding['places'] }) {
  const numbers = [...new Set(places.map(({ line }) => line))];
  if (numbers.length === 0) return null;
  const shown = numbers.slice(0, 8);
  return (
    <span>
      原文第{' '}
      {shown.map((line, at) => (
        <span key={line}>
          {at > 0 && '、'}
          <a href={sourcePath(account, { line })}>{line}</a>
        </span>
      ))}{' '}
      行{numbers.length > shown.length && `等 ${numbers.length} 行`}
    </span>
  );
}
