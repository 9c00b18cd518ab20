import { Fragment } from 'react';
import { accountFindingsPath, accountPath, findingsPath } from '../../lib/selection';
import { Figure } from '../_components/Figure';
import { Downloads } from '../_downloads/Downloads';
import { SeverityMark } from '../_findings/SeverityMark';
import type { ShownDispute } from './askDisputes';
import type { AskedOverview } from './askOverview';
import { formsOf } from './tablePath';

/** The figures in dispute, each with the finding that says why in one sentence. */
export function Disputes({ overview: { disputes, selection, year } }: { overview: AskedOverview }) {
  const { rows, total } = disputes;
  const shown = rows.reduce((sum, { figures }) => sum + figures.length, 0);
  const filter = year === null ? {} : { year };
  return (
    <section className="section" id="disputes" aria-labelledby="disputes-title">
      <h2 id="disputes-title">哪些数字存疑？</h2>
      {total === 0 ? (
        <p className="note">{year === null ? '' : `${year} 年度`}没有互相矛盾的总量数字。</p>
      ) : (
        <ul className="dispute-list">
          {rows.map((row) => (
            <Row key={`${row.account} ${row.figures[0]?.label}`} row={row} />
          ))}
        </ul>
      )}
      <p className="small">
        注：同一个数印在几处而不一致，或与分项之和不符，就算存疑；页上用的是其余数字支持的那一个，印出的每一个都可查到。
        {total > shown && `共 ${total} 项，这里是金额最大的 ${shown} 项。`}
        <a className="no-print" href={findingsPath({ ...filter, severity: 'error' })}>
          全部核对发现
        </a>
      </p>
      <Downloads of="存疑的数字" forms={formsOf('disputes', selection)} />
    </section>
  );
}

/** Without the numbers of further checks, which say nothing to leadership and stand in the finding itself. */
const plainWords = (message: string): string => message.replace(/（另见 ?[A-Z0-9、 -]+）/g, '');

function Row({ row: { account, name, year, figures, finding, reason } }: { row: ShownDispute }) {
  return (
    <li>
      <SeverityMark severity={finding?.severity ?? 'warning'} />
      <div>
        <div>
          <a href={accountPath(account)}>
            {name} <span className="year">{year} 年度</span>
          </a>
          　
          {figures.map(({ label, unit, cell }, at) => (
            <Fragment key={label}>
              {at > 0 && '，'}
              <span className="whole">
                {label} <Figure cell={cell} id={`dispute-${account}-${label}`} /> <span className="small">{unit}</span>
              </span>
            </Fragment>
          ))}
        </div>
        <p className="note">
          {finding ? (
            <a className="finding-link" href={accountFindingsPath(account, finding.number)}>
              {plainWords(finding.message)}
            </a>
          ) : (
            <a className="finding-link" href={accountFindingsPath(account)}>
              {reason ?? '公布的几处数字互相矛盾'}
            </a>
          )}
        </p>
      </div>
    </li>
  );
}
