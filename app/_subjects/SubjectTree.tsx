import type { CSSProperties } from 'react';
import { formatNumber } from '../../lib/amount';
import { type CodeAmount, isDoubtful, shareCell } from '../../lib/panels/codeAmounts';
import type { CodeView } from '../../lib/panels/codeViews';
import type { PanelCell } from '../../lib/panels/panel';
import {
  type SubjectList,
  type SubjectSelection,
  scopeOf,
  subjectPath,
  subjectsPath,
} from '../../lib/subjectSelection';
import type { AskedTree, Branch } from './askTree';
import { growthOf } from './growth';
import { YearAmount } from './YearAmount';

interface TreeProps {
  list: SubjectList;
  selection: SubjectSelection;
  tree: AskedTree;
  /** every year from the first to the last, gaps included */
  years: readonly number[];
}

/**
 * Codes with their amounts by year; a code with codes below it opens in place. The opener stands beside the row: a row is full of
 * links, and a control that contains links cannot be named.
 */
export function SubjectTree({ list, selection, tree, years }: TreeProps) {
  const last = years.at(-1);
  const totals = new Map(tree.years.flatMap(({ year, total }) => (total ? [[year, total] as const] : [])));
  const style = { '--years': years.length, '--signs': signsOf(tree.branches, selection) } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll wide subject-tree" tabIndex={0} aria-label="科目树" style={style}>
      <div className="subject-row subject-head" aria-hidden="true">
        <span className="subject-name">科目</span>
        {years.map((year) => (
          <span key={year}>{year}</span>
        ))}
        <span>占上级 %</span>
        <span>比上年 %</span>
        <span>部门</span>
      </div>
      <Branches
        branches={tree.branches}
        context={{
          list,
          selection,
          years,
          last,
          published: new Set(tree.years.map(({ year }) => year)),
          people: tree.people,
          stepwise: tree.stepwise,
        }}
        wholes={totals}
      />
      {selection.view === 'amount' && <Totals tree={tree} years={years} />}
    </section>
  );
}

/** As many signs as the longest amount has: columns are no wider than that. */
function signsOf(branches: readonly Branch[], { view }: SubjectSelection): number {
  if (view !== 'amount') return 8;
  const amounts = branches.flatMap((branch) => branch.years.map(({ amount }) => formatNumber(amount.value, 2).length));
  return Math.max(8, ...amounts) + 1;
}

/** What the 类 add up to. */
function Totals({ tree, years }: Pick<TreeProps, 'tree' | 'years'>) {
  const own = new Map(tree.years.map((year) => [year.year, year]));
  return (
    <div className="subject-row subject-total">
      <span className="subject-name">合计（各类之和）</span>
      {years.map((year) => {
        const total = own.get(year)?.total;
        return (
          <span key={year} className={total ? undefined : 'missing'}>
            <span className="visually-hidden">{year} 年 </span>
            {total ? formatNumber(total.value, 2) : ''}
          </span>
        );
      })}
      <span />
      <span />
      <span />
    </div>
  );
}

interface Context {
  list: SubjectList;
  selection: SubjectSelection;
  years: readonly number[];
  last: number | undefined;
  published: ReadonlySet<number>;
  people: CodeView['people'];
  stepwise: boolean;
}

type Wholes = ReadonlyMap<number, CodeAmount>;

function Branches({ branches, context, wholes }: { branches: readonly Branch[]; context: Context; wholes: Wholes }) {
  return (
    <ul>
      {branches.map((branch) => (
        <li key={branch.code}>
          <Opener branch={branch} context={context} />
          <div className="subject-row" data-level={branch.level} id={`code-${branch.code}`}>
            <Cells branch={branch} context={context} wholes={wholes} />
          </div>
          {branch.below.length > 0 && (
            <Branches
              branches={branch.below}
              context={context}
              wholes={new Map(branch.years.map(({ year, amount }) => [year, amount]))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Opens a code in place; where the codes below it are not on the page yet, by an address that shows them. */
function Opener({ branch, context: { list, selection, stepwise } }: { branch: Branch; context: Context }) {
  const { code, name, below, hasChildren } = branch;
  const label = `${code} ${name}的下级科目`;
  if (below.length > 0 && !stepwise)
    return (
      <details>
        <summary aria-label={label} />
      </details>
    );
  if (!stepwise || !hasChildren) return null;
  const isOpen = below.length > 0;
  const rest = selection.open.filter((one) => !one.startsWith(code));
  const open = isOpen ? rest : [...selection.open.filter((one) => !code.startsWith(one)), code];
  return (
    <div className="tree-step">
      <a
        href={`${subjectsPath(list, { ...selection, open })}#code-${code}`}
        aria-label={`${isOpen ? '收起' : '展开'}${label}`}
      >
        {isOpen ? '－' : '＋'}
      </a>
    </div>
  );
}

function Cells({ branch, context, wholes }: { branch: Branch; context: Context; wholes: Wholes }) {
  const { list, selection, years, last, published, people } = context;
  const view: CodeView = { view: selection.view, base: selection.base, wholes, people };
  const whole = last === undefined ? undefined : wholes.get(last);
  const own = new Map(branch.years.map((year) => [year.year, year]));
  const now = last === undefined ? undefined : own.get(last);
  const path = (year?: number) =>
    subjectPath(
      list,
      branch.code,
      { ...scopeOf(selection), ...(year === undefined ? {} : { year }) },
      year === undefined ? undefined : 'spenders',
    );
  return (
    <>
      <span className="subject-name">
        <a href={path()}>
          <span className="code">{branch.code}</span>
          {branch.name === branch.code ? '（编码表没有这个科目）' : branch.name}
        </a>
      </span>
      {years.map((year) => (
        <YearAmount
          key={year}
          year={year}
          of={own.get(year)}
          href={path(year)}
          stored={published.has(year)}
          view={view}
          years={branch.years}
        />
      ))}
      <Ratio label="占上级" cell={shareCell(now?.amount, whole)} disputed={now !== undefined && isDoubtful(now)} />
      <Ratio
        label="比上年"
        cell={growthOf(branch.compared)}
        disputed={branch.compared !== null && isDoubtful(branch.compared)}
      />
      <span>
        <span className="visually-hidden">部门数 </span>
        {selection.fund || selection.nature ? '—' : (now?.departments ?? '—')}
      </span>
    </>
  );
}

function Ratio({ label, cell, disputed }: { label: string; cell: PanelCell; disputed: boolean }) {
  return (
    <span className={cell.value === null ? 'missing' : disputed ? 'disputed' : undefined} title={cell.reason}>
      <span className="visually-hidden">{label} </span>
      <span className="value">{cell.text}</span>
    </span>
  );
}
