import type { CSSProperties } from 'react';
import { growthCell, shareCell } from '../../lib/panels/codeAmounts';
import type { PanelCell } from '../../lib/panels/panel';
import { type SubjectList, type SubjectSelection, scopeOf, subjectPath } from '../../lib/subjectSelection';
import type { AskedTree, Branch } from './askTree';
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
  const totals = new Map(tree.years.map(({ year, total }) => [year, total]));
  const style = { '--years': years.length } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll subject-tree" tabIndex={0} aria-label="科目树" style={style}>
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
        context={{ list, selection, years, last, published: new Set(tree.years.map(({ year }) => year)) }}
        whole={last === undefined ? null : (totals.get(last) ?? null)}
      />
    </section>
  );
}

interface Context {
  list: SubjectList;
  selection: SubjectSelection;
  years: readonly number[];
  last: number | undefined;
  published: ReadonlySet<number>;
}

type Whole = { value: string; low: string; high: string } | null;

function Branches({ branches, context, whole }: { branches: readonly Branch[]; context: Context; whole: Whole }) {
  return (
    <ul>
      {branches.map((branch) => (
        <li key={branch.code}>
          {branch.below.length > 0 && (
            <details>
              <summary aria-label={`${branch.code} ${branch.name}的下级科目`} />
            </details>
          )}
          <div className="subject-row" data-level={branch.level}>
            <Cells branch={branch} context={context} whole={whole} />
          </div>
          {branch.below.length > 0 && (
            <Branches
              branches={branch.below}
              context={context}
              whole={branch.years.find(({ year }) => year === context.last)?.amount ?? null}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Cells({ branch, context, whole }: { branch: Branch; context: Context; whole: Whole }) {
  const { list, selection, years, last, published } = context;
  const own = new Map(branch.years.map((year) => [year.year, year]));
  const now = last === undefined ? undefined : own.get(last);
  const before = last === undefined ? undefined : own.get(last - 1);
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
        <YearAmount key={year} year={year} of={own.get(year)} href={path(year)} stored={published.has(year)} />
      ))}
      <Ratio label="占上级" cell={shareCell(now?.amount, whole)} disputed={Boolean(now?.disputed)} />
      <Ratio
        label="比上年"
        cell={growthCell(now?.amount, before?.amount)}
        disputed={Boolean(now?.disputed || before?.disputed)}
      />
      <span>
        <span className="visually-hidden">部门数 </span>
        {now?.departments ?? '—'}
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
