import type { Account, PerformanceCell, PerformanceIndicator, PerformanceTable } from '../../lib/facts';
import { sourcePath } from '../../lib/selection';
import { FindingMark } from '../_findings/FindingMark';
import type { FindingMarks } from '../_findings/marks';

const KINDS = { project: '项目', special_fund: '专项资金', department: '部门整体支出' } as const;

/** The self-evaluations: an overview of budget, execution and score, then each table with its indicators. */
export function Performance({ account, marks }: { account: Account; marks: FindingMarks }) {
  if (account.performance.length === 0) return <p className="note">文件中没有绩效自评表。</p>;
  return (
    <>
      <Overview account={account} />
      {account.performance.map((table, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tables never change
        <SelfEvaluation key={at} account={account} table={table} number={at + 1} marks={marks} />
      ))}
    </>
  );
}

const anchorOf = (number: number): string => `performance-${number}`;

function Overview({ account }: { account: Account }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="绩效自评一览">
      <table>
        <thead>
          <tr>
            <th scope="col" className="sticky">
              自评对象
            </th>
            <th scope="col">类别</th>
            <th scope="col" className="figure">
              全年预算数
            </th>
            <th scope="col" className="figure">
              全年执行数
            </th>
            <th scope="col" className="figure">
              执行率
            </th>
            <th scope="col" className="figure">
              得分
            </th>
          </tr>
        </thead>
        <tbody>
          {account.performance.map((table, at) => {
            const total = totalOf(table);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tables never change
              <tr key={at}>
                <th scope="row" className="sticky">
                  {table.subject || table.title}
                </th>
                <td>{KINDS[table.kind]}</td>
                <Printed account={account} cell={total?.budget ?? null} />
                <Printed account={account} cell={total?.executed ?? null} />
                <Printed account={account} cell={total?.rate ?? null} />
                <Printed account={account} cell={table.totalScore} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The row of the whole money: named so, else the only or first one. */
const totalOf = ({ funds }: PerformanceTable) => funds.find((row) => /总额|合计/.test(row.name)) ?? funds[0];

function Printed({
  account,
  cell,
  words = false,
  marks,
}: {
  account: Account;
  cell: PerformanceCell | null;
  words?: boolean;
  marks?: FindingMarks;
}) {
  return (
    <td className={words ? 'words' : 'figure'}>
      {cell && marks && <FindingMark marks={marks.at(cell.place.line, cell.place.cell)} />}
      {cell &&
        (cell.value === null ? (
          cell.printed
        ) : (
          <a className="cell-link" href={sourcePath(account.id, cell.place)}>
            {cell.printed}
          </a>
        ))}
    </td>
  );
}

interface TableProps {
  account: Account;
  table: PerformanceTable;
  marks: FindingMarks;
}

function SelfEvaluation({ account, table, number, marks }: TableProps & { number: number }) {
  return (
    <details className="performance" id={anchorOf(number)}>
      <summary>
        <h3>{table.subject || table.title}</h3>
      </summary>
      <p className="small">
        {table.title}　金额单位：{table.unit}　
        <a href={sourcePath(account.id, table.place)}>原文第 {table.place.line} 行</a>
      </p>
      {table.funds.length > 0 && <Funds account={account} table={table} marks={marks} />}
      {table.indicators.length > 0 && <Indicators account={account} table={table} marks={marks} />}
    </details>
  );
}

function Funds({ account, table, marks }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${table.subject}：资金`}>
      <table>
        <thead>
          <tr>
            {['资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((head, at) => (
              <th key={head} scope="col" className={at === 0 ? 'sticky' : 'figure'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.funds.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
            <tr key={at}>
              <th scope="row" className="sticky">
                {row.name}
              </th>
              {[row.initialBudget, row.budget, row.executed, row.points, row.rate, row.score].map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
                <Printed key={column} account={account} marks={marks} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Indicators({ account, table, marks }: TableProps) {
  const remarks = table.indicators.some((indicator) => indicator.remark);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${table.subject}：指标`}>
      <table>
        <thead>
          <tr>
            <th scope="col">指标类别</th>
            <th scope="col">指标</th>
            <th scope="col">目标值</th>
            <th scope="col">完成值</th>
            <th scope="col" className="figure">
              分值
            </th>
            <th scope="col" className="figure">
              得分
            </th>
            {remarks && <th scope="col">说明</th>}
          </tr>
        </thead>
        <tbody>
          {table.indicators.map((indicator, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the indicators never change
            <tr key={at}>
              <td>{kindAt(table.indicators, at)}</td>
              <th scope="row" className="words">
                {indicator.level3 || indicator.level2 || indicator.level1}
              </th>
              <Printed account={account} marks={marks} cell={indicator.target} words />
              <Printed account={account} marks={marks} cell={indicator.result} words />
              <Printed account={account} marks={marks} cell={indicator.points} />
              <Printed account={account} marks={marks} cell={indicator.score} />
              {remarks && <td className="words">{indicator.remark}</td>}
            </tr>
          ))}
          {(table.totalPoints || table.totalScore) && (
            <tr className="total">
              <td />
              <th scope="row">总分</th>
              <td />
              <td />
              <Printed account={account} marks={marks} cell={table.totalPoints} />
              <Printed account={account} marks={marks} cell={table.totalScore} />
              {remarks && <td />}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The upper levels, said once where they change, as the printed form spans them. */
function kindAt(indicators: readonly PerformanceIndicator[], at: number): string {
  const [one, before] = [indicators[at], indicators[at - 1]];
  if (!one) return '';
  const own = [one.level1, one.level3 ? one.level2 : ''];
  if (before?.level1 !== one.level1) return own.filter(Boolean).join(' · ');
  return before.level2 === one.level2 ? '' : (own[1] ?? '');
}
