import type { Spender } from '../../db/queries/spenders';
import type { TrendPoint } from '../../db/queries/trends';
import { missingCell } from '../../lib/panels/cells';
import { amountCell } from '../../lib/panels/codeAmounts';
import type { PanelCell, PanelSource } from '../../lib/panels/panel';
import { accountPath } from '../../lib/selection';
import { SPENDER_ORDERS, type SubjectList, type SubjectSelection, subjectPath } from '../../lib/subjectSelection';
import { Figure } from '../_components/Figure';
import { type AskedCode, SPENDERS } from './askCode';
import { LISTS, ORDER_WORDS } from './words';

interface SpendersProps {
  list: SubjectList;
  selection: SubjectSelection;
  asked: AskedCode;
}

/** Who spends on the code: the departments of one year with their amounts of all years, each leading to its printed line. */
export function Spenders({ list, selection, asked }: SpendersProps) {
  const { subject, spenders, span } = asked;
  if (spenders.rows.length === 0)
    return (
      <p className="note" role="status">
        {spenders.year === null ? '' : `${spenders.year} 年`}没有部门在这个科目列支。
      </p>
    );
  const pages = Math.ceil(spenders.total / SPENDERS);
  return (
    <>
      <Years list={list} selection={selection} asked={asked} />
      <Orders list={list} selection={selection} code={subject.code} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="列支的部门">
        <table>
          <thead>
            <tr>
              <th scope="col" className="sticky">
                部门
              </th>
              {span.map((year) => (
                <th key={year} scope="col" className="figure">
                  {year}
                </th>
              ))}
              <th scope="col" className="figure">
                {spenders.year} 年{LISTS[list].first}
              </th>
              <th scope="col" className="figure">
                {LISTS[list].second}
              </th>
            </tr>
          </thead>
          <tbody>
            {spenders.rows.map((spender) => (
              <Row key={spender.account} code={subject.code} spender={spender} asked={asked} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="small">
        {spenders.year} 年共 {spenders.total} 个部门列支，按{ORDER_WORDS[selection.order]}
        排列。点金额，看原文的那一行；空格表示该部门当年没有收录的决算。
      </p>
      {selection.like && <Former list={list} selection={selection} asked={asked} />}
      {pages > 1 && <Pages list={list} selection={selection} code={subject.code} pages={pages} />}
    </>
  );
}

/** Departments that spent on a former code only do not stand in the list: it leads to them. */
function Former({ list, selection, asked: { subject, spenders } }: SpendersProps) {
  const former = new Set(subject.years.flatMap(({ mappedFrom }) => mappedFrom.filter((one) => !one.startsWith('−'))));
  if (former.size === 0) return null;
  return (
    <p className="note">
      本表只列 {spenders.year} 年在现行科目 {subject.code}{' '}
      列支的部门，它们各年的金额已含原科目；只在原科目列支的部门，见
      {[...former].map((code, at) => (
        <span key={code}>
          {at > 0 && '、'}
          <a href={subjectPath(list, code, { ...selection, like: false, page: 1 }, 'spenders')}>{code}</a>
        </span>
      ))}
      。
    </p>
  );
}

function Years({ list, selection, asked: { subject, spenders } }: SpendersProps) {
  if (subject.years.length < 2) return null;
  return (
    <p className="options">
      <span>年度</span>
      {subject.years.map(({ year }) => (
        <a
          key={year}
          href={subjectPath(list, subject.code, { ...selection, year, page: 1 }, 'spenders')}
          aria-current={year === spenders.year ? 'true' : undefined}
        >
          {year}
        </a>
      ))}
    </p>
  );
}

function Orders({ list, selection, code }: Pick<SpendersProps, 'list' | 'selection'> & { code: string }) {
  return (
    <p className="options">
      <span>次序</span>
      {SPENDER_ORDERS.map((order) => (
        <a
          key={order}
          href={subjectPath(list, code, { ...selection, order, page: 1 }, 'spenders')}
          aria-current={order === selection.order ? 'true' : undefined}
        >
          {ORDER_WORDS[order]}
        </a>
      ))}
    </p>
  );
}

const sourceOf = (account: string, code: string, line: number, printed: string): PanelSource => ({
  account,
  label: code,
  printed,
  place: { page: null, sheet: null, line, cell: null, box: null },
});

function pointCell(code: string, { account, figure, reason }: TrendPoint): PanelCell {
  if (!figure) return account ? missingCell(reason ?? '没有列支') : { ...missingCell(''), text: '', reason: undefined };
  const text = amountCell(figure, { disputed: figure.disputed, own: true });
  const source = account && figure.line !== null ? [sourceOf(account, code, figure.line, text.text)] : undefined;
  const cell = amountCell(figure, {
    disputed: figure.disputed,
    own: true,
    sources: source,
    reason: figure.reason ?? (figure.disputed ? '与文件中其他数字互相矛盾' : undefined),
  });
  return figure.source === 'summed' ? { ...cell, status: 'derived' } : cell;
}

function Row({ code, spender, asked: { span, spenders } }: { code: string; spender: Spender; asked: AskedCode }) {
  const { account, department, name, region, printedName, parts, line, disputed } = spender;
  const points = new Map(spenders.trends.get(department)?.points.map((point) => [point.year, point]));
  const shown = (amount: typeof parts.basic): PanelCell =>
    amount
      ? amountCell(amount, { disputed, own: true, sources: [sourceOf(account, code, line, amount.value)] })
      : missingCell('没有印出这一部分');
  const cells = [
    ...span.map((year) => {
      const point = points.get(year);
      return point ? pointCell(code, point) : missingCell('没有收录的决算');
    }),
    shown(parts.basic ?? parts.personnel),
    shown(parts.project ?? parts.operating),
  ];
  return (
    <tr>
      <th scope="row" className="sticky">
        <span className="label">
          <a href={accountPath(account)}>{name}</a>
          {region && !name.startsWith(region.name) && <span className="small"> {region.name}</span>}
          {printedName !== null && <span className="small"> 印作“{printedName}”</span>}
        </span>
      </th>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
        <td key={at} className="figure">
          {cell.text !== '' && <Figure cell={cell} id={`spender-${account}-${at}`} />}
        </td>
      ))}
    </tr>
  );
}

function Pages({
  list,
  selection,
  code,
  pages,
}: Pick<SpendersProps, 'list' | 'selection'> & { code: string; pages: number }) {
  const { page } = selection;
  const to = (at: number) => subjectPath(list, code, { ...selection, page: at }, 'spenders');
  return (
    <nav className="options" aria-label="部门分页">
      {page > 1 && <a href={to(page - 1)}>上一页</a>}
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      {page < pages && <a href={to(page + 1)}>下一页</a>}
    </nav>
  );
}
