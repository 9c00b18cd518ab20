import type { ReactNode } from 'react';
import { overviewPath } from '../../lib/overviewSelection';
import { findingsPath } from '../../lib/selection';
import type { AskedOverview } from './askOverview';
import { amountIn, growthWords, headline, scopeWords, totalWords, unitOf } from './words';

/** What is covered in one sentence, and the four figures that a minute's reading needs. */
export function Headline({ overview }: { overview: AskedOverview }) {
  const { selection, choices } = overview;
  const name = choices.regions.find(({ code }) => code === selection.region)?.name;
  const scope = scopeWords(selection, name);
  return (
    <header className="page-head overview-head">
      <p className="eyebrow">
        {scope === '' ? '总览' : scope}
        {scope !== '' && <a href={overviewPath()}>看全部部门</a>}
      </p>
      <h1>{headline(overview)}</h1>
      <dl className="overview-figures">
        <Total overview={overview} />
        <Missing overview={overview} />
        <Faults overview={overview} />
        <Item term="存疑的数字" unit="项" href="#disputes" note="公布的几处互相矛盾">
          {overview.disputes.total}
        </Item>
      </dl>
    </header>
  );
}

interface ItemProps {
  term: string;
  unit: string;
  note: ReactNode;
  href?: string;
  children: ReactNode;
}

function Item({ term, unit, note, href, children }: ItemProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <span className="overview-number">
          {href ? <a href={href}>{children}</a> : children}
          <span className="unit">{unit}</span>
        </span>
        <span className="small">{note}</span>
      </dd>
    </div>
  );
}

/** The sum of the year; years are not added up. */
function Total({ overview: { year, totals, paired } }: { overview: AskedOverview }) {
  const total = year === null ? undefined : totals.get(year);
  if (!total) return null;
  const unit = unitOf([total.value]);
  const growth = growthWords(total, paired);
  return (
    <Item
      term="支出总计"
      unit={total.value === null ? '' : unit}
      note={
        <>
          {growth && (
            <>
              {growth}
              <br />
            </>
          )}
          {totalWords(total)}
          {total.disputed > 0 && `；其中 ${total.disputed} 个数存疑`}
        </>
      }
    >
      {total.value === null ? '—' : amountIn(total.value, unit)}
    </Item>
  );
}

function Missing({ overview: { year, years, known, selection, span, accounts } }: { overview: AskedOverview }) {
  const published = years.find((one) => one.year === year)?.published ?? 0;
  const lacking = year === null ? known * span.length - accounts : known - published;
  const note =
    year === null
      ? `${known} 个部门 × ${span.length} 个年度，收录 ${accounts} 份`
      : `${year} 年度的决算库中没有；这些部门收录了别的年度`;
  const href = year === null ? undefined : overviewPath({ ...selection, state: 'missing', page: 1 }, '/', 'coverage');
  return (
    <Item term="没有收录" unit={year === null ? '份' : '个部门'} note={note} {...(href && lacking > 0 ? { href } : {})}>
      {lacking}
    </Item>
  );
}

function Faults({ overview: { year, years, selection } }: { overview: AskedOverview }) {
  const shown = years.filter((one) => year === null || one.year === year);
  const sum = (of: 'errors' | 'faulty') => shown.reduce((total, one) => total + one[of], 0);
  const { region } = selection;
  const filter = { ...(year === null ? {} : { year }), ...(region === undefined ? {} : { region }) };
  const exact = selection.level === undefined && selection.kind === undefined;
  return (
    <Item
      term="矛盾"
      unit="处"
      note={`出自 ${sum('faulty')} 份决算，四舍五入解释不了`}
      {...(exact ? { href: findingsPath({ ...filter, severity: 'error' }) } : {})}
    >
      {sum('errors')}
    </Item>
  );
}
