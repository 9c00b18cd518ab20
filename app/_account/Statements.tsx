import type { StatementSummary } from '../../lib/causes';
import type { Account, StatementReading } from '../../lib/facts';
import { sourcePath } from '../../lib/selection';
import { STATEMENTS } from '../../lib/statements';
import { shortVerdict } from '../../lib/summaryWords';
import { TableDownloads } from '../_downloads/Downloads';
import type { FindingMarks } from '../_findings/marks';
import { Verdict } from '../_findings/Verdict';
import { StatementTable } from './StatementTable';

const STATES = { filled: '有数', empty: '空表', absent: '文件中没有' } as const;

interface StatementsProps {
  account: Account;
  summaries: readonly StatementSummary[];
  marks: FindingMarks;
}

/** The list of the nine statements with their states and verdicts, then each as printed. */
export function Statements({ account, summaries, marks }: StatementsProps) {
  const summaryOf = ({ statement }: StatementReading) => summaries.find((one) => one.statement === statement);
  return (
    <>
      <StatementList account={account} summaryOf={summaryOf} />
      {account.statements.map((statement) => (
        <Statement
          key={statement.statement}
          account={account}
          statement={statement}
          summary={summaryOf(statement)}
          marks={marks}
        />
      ))}
    </>
  );
}

export const statementAnchor = (statement: StatementReading): string => statement.statement.replaceAll('_', '-');

interface StatementListProps {
  account: Account;
  summaryOf: (statement: StatementReading) => StatementSummary | undefined;
}

function StatementList({ account, summaryOf }: StatementListProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="决算表清单">
      <table className="statement-list">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">决算表</th>
            <th scope="col">状态</th>
            <th scope="col" className="figure">
              印有数字
            </th>
            <th scope="col">核对</th>
          </tr>
        </thead>
        <tbody>
          {account.statements.map((statement) => (
            <tr key={statement.statement}>
              <td>{statement.number ?? ''}</td>
              <th scope="row">
                {statement.state === 'absent' ? (
                  statement.title
                ) : (
                  <a href={`#${statementAnchor(statement)}`}>{statement.title}</a>
                )}
              </th>
              <td>{stateOf(statement)}</td>
              <td className="figure">{countOf(account, statement)}</td>
              <td>{verdictOf(summaryOf(statement))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function stateOf({ state, reason, listedEmpty }: StatementReading): string {
  if (state === 'empty') return reason ? `空表：${reason}` : '空表，文件没有说明理由';
  if (state === 'absent' && listedEmpty === true)
    return reason ? `未印出，目录称空表：${reason}` : '未印出，目录称空表';
  if (state === 'absent' && listedEmpty === false) return '目录称不是空表，文件中却没有这张表';
  return STATES[state];
}

const countOf = (account: Account, statement: StatementReading): string => {
  const count = account.facts.filter((fact) => fact.statement === statement.statement).length;
  return count === 0 ? '' : String(count);
};

const verdictOf = (summary: StatementSummary | undefined): string => (summary ? shortVerdict(summary) : '');

interface StatementProps {
  account: Account;
  statement: StatementReading;
  summary: StatementSummary | undefined;
  marks: FindingMarks;
}

function Statement({ account, statement, summary, marks }: StatementProps) {
  if (statement.state === 'absent') return null;
  const anchor = statementAnchor(statement);
  const table = <StatementTable account={account} statement={statement} marks={marks} />;
  return (
    <section id={anchor} className="statement-section" aria-labelledby={`${anchor}-title`}>
      <div className="statement-head">
        <h3 id={`${anchor}-title`}>{statement.title || STATEMENTS[statement.statement].title}</h3>
        <p className="small">
          {statement.number && `${statement.number}　`}金额单位：{statement.unit}　
          <a href={sourcePath(account.id, statement.place)}>原文第 {statement.place.line} 行</a>
        </p>
        <TableDownloads
          account={account.id}
          table={statement.statement}
          of={statement.title || STATEMENTS[statement.statement].title}
        />
      </div>
      {(summary || statement.state === 'filled') && <Verdict account={account.id} summary={summary} />}
      {statement.state === 'empty' && <p className="note">{stateOf(statement)}。</p>}
      {statement.state === 'filled' && table}
      {statement.state === 'empty' && statement.lines.length > 0 && (
        <details>
          <summary>查看空表</summary>
          {table}
        </details>
      )}
      {statement.notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
    </section>
  );
}
