import type { FindingEntry } from '../../db/queries/findingList';
import { accountFindingsPath, accountPath, type FindingSelection, findingsPath, sourcePath } from '../../lib/selection';
import type { CardOf } from './askFindings';
import { PlaceLinks } from './FindingArticle';
import { SeverityMark } from './SeverityMark';

interface FindingListProps {
  entries: readonly FindingEntry[];
  selection: FindingSelection;
  cardOf: CardOf;
}

/** Findings over many accounts, each with its account, its check, its lines and what should probably stand there. */
export function FindingList({ entries, selection, cardOf }: FindingListProps) {
  return (
    <ol className="finding-list">
      {entries.map((entry) => (
        <Entry key={`${entry.account} ${entry.number}`} entry={entry} selection={selection} cardOf={cardOf} />
      ))}
    </ol>
  );
}

function Entry({ entry, selection, cardOf }: { entry: FindingEntry; selection: FindingSelection; cardOf: CardOf }) {
  const { account, department, fiscalYear, number, check, severity, message, places } = entry;
  const card = cardOf(entry);
  return (
    <li data-finding={`${account} ${number}`}>
      <SeverityMark severity={severity} />
      <div>
        <p className="small">
          <a href={accountPath(account)}>
            {department} {fiscalYear} 年度
          </a>
          {entry.region && `　${entry.region.name}`}
        </p>
        <p>
          <a className="finding-link" href={accountFindingsPath(account, number)}>
            {message}
          </a>
        </p>
        <Suggested entry={entry} />
        <p className="small">
          <a href={findingsPath({ ...selection, check, page: 1 })} title={card && `${card.formula}（${card.source}）`}>
            {check} {entry.title ?? card?.title}
          </a>
          　<PlaceLinks account={account} places={places} />
        </p>
      </div>
    </li>
  );
}

function Suggested({ entry: { account, suggestion } }: { entry: FindingEntry }) {
  if (!suggestion) return null;
  const { place, printed, value, why } = suggestion;
  return (
    <p className="proposal">
      <span className="small">可能应为</span>{' '}
      <a className="cell-link" href={sourcePath(account, place)}>
        <del>{printed.trim() || '空'}</del>
      </a>{' '}
      → <strong>{value}</strong>
      <span className="small">　理由：{why}</span>
    </p>
  );
}
