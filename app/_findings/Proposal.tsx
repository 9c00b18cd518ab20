import { formatNumber, isMoneyUnit, parseNumber } from '../../lib/amount';
import type { EquationTerm, Finding, Repair } from '../../lib/findings';
import { sourcePath } from '../../lib/selection';
import type { CardOf } from './askFindings';

const shownValue = (value: string): string => (parseNumber(value) ? formatNumber(value) : value);

/** The blamed figure's unit, as the terms of its relations say it. */
function unitAt(finding: Finding, line: number, cell: number | null): string {
  const terms = finding.detail?.relations.flatMap(({ left, right }): EquationTerm[] => [...left, ...right]) ?? [];
  const unit = terms.find(({ place }) => place?.line === line && place.cell === cell)?.unit;
  return unit === undefined ? '' : unit === '%' || !isMoneyUnit(unit) ? unit : ` ${unit}`;
}

/** What should probably stand there and why, in one line. */
export function ProposalLine({ account, finding }: { account: string; finding: Finding }) {
  const { suggestion } = finding;
  if (!suggestion) return null;
  const { place, printed, value, why } = suggestion;
  return (
    <p className="proposal">
      <span className="small">可能应为</span>{' '}
      <a className="cell-link" href={sourcePath(account, place)}>
        <del>{printed.trim() || '空'}</del>
      </a>{' '}
      → <strong>{shownValue(value)}</strong>
      {unitAt(finding, place.line, place.cell)}
      <span className="small">　理由：{why}</span>
    </p>
  );
}

interface ProposalProps {
  account: string;
  finding: Finding;
  cardOf: CardOf;
}

/** The proposal in full: all cells it changes, what it satisfies, what else would do, what vanishes with it. */
export function Proposal({ account, finding, cardOf }: ProposalProps) {
  const { suggestion, detail } = finding;
  const cells = detail?.repair?.cells ?? [];
  const { allowed = null, satisfies = [], alternatives = [], consequences = [] } = detail ?? {};
  if (!suggestion && cells.length === 0 && consequences.length === 0) return null;
  const titled = (id: string): string => [id, cardOf({ check: id, title: null })?.title].filter(Boolean).join(' ');
  return (
    <div className="proposals">
      <ProposalLine account={account} finding={finding} />
      {cells.length > 1 && <RepairCells account={account} repair={{ cells, why: '' }} />}
      {allowed && allowed.low !== '' && allowed.high !== '' && (
        <p className="small">
          能与其余数字全部对上的值：{formatNumber(allowed.low)} 至 {formatNumber(allowed.high)}
        </p>
      )}
      {satisfies.length > 0 && <p className="small">改正后成立的关系：{satisfies.map(titled).join('；')}</p>}
      {alternatives.length > 0 && (
        <div>
          <p className="small">另有 {alternatives.length} 种改法同样说得通，需要对照底稿判断：</p>
          {alternatives.map((repair, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <RepairCells key={at} account={account} repair={repair} />
          ))}
        </div>
      )}
      {consequences.length > 0 && (
        <div>
          <p className="small">改正后随之消失、不另列的问题：</p>
          <ul className="dotted small">
            {consequences.map(({ check, message }) => (
              <li key={`${check} ${message}`}>
                {check}　{message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function RepairCells({ account, repair }: { account: string; repair: Repair }) {
  return (
    <ul className="dotted small">
      {repair.cells.map(({ label, place, printed, value }) => (
        <li key={`${place.line} ${place.cell} ${label}`}>
          <a href={sourcePath(account, place)}>{label}</a>：{printed.trim() || '空'} → {shownValue(value)}
        </li>
      ))}
      {repair.why && <li>{repair.why}</li>}
    </ul>
  );
}
