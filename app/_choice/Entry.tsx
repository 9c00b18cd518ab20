import type { AccountEntry, EntryFigure } from '../../db/queries/accountList';
import { formatNumber } from '../../lib/amount';
import { measureOf } from '../../lib/measures';
import { accountPath, sourcePath } from '../../lib/selection';
import { Mark } from '../_components/Figure';

const SMALL_FIGURES = [
  'basic_expenditure',
  'project_expenditure',
  'general_expenditure',
  'agency_operating_cost',
] as const satisfies readonly EntryFigure[];

/** An account to tick, with the figures by which people know it. */
export function Entry({ account, checked }: { account: AccountEntry; checked: boolean }) {
  const control = `choose-${account.id}`;
  const main = account.figures.total_expenditure ? 'total_expenditure' : 'year_expenditure';
  return (
    <li className="entry">
      <div className="entry-name">
        <input type="checkbox" id={control} name="accounts" value={account.id} defaultChecked={checked} />
        <label htmlFor={control}>
          {account.name} <span className="year">{account.year} 年度</span>
        </label>
        <span className="small">
          {account.region?.name ?? '行政区划不明'}　<a href={accountPath(account.id)}>查看决算</a>　
          <a href={sourcePath(account.id)}>原文</a>
        </span>
      </div>
      <p>
        <span className="small">{measureOf(main).label}</span>
        <br />
        <span className="entry-amount">
          <EntryAmount account={account} figure={main} />
          <span className="unit">{account.figures[main]?.unit}</span>
        </span>
      </p>
      <dl className="entry-figures">
        {SMALL_FIGURES.map((figure) => (
          <div key={figure}>
            <dt>{measureOf(figure).label}</dt>
            <dd>
              <Small account={account} figure={figure} />
            </dd>
          </div>
        ))}
        <div>
          <dt>实有／编制</dt>
          <dd>
            <EntryAmount account={account} figure="headcount_actual" />／
            <EntryAmount account={account} figure="headcount_quota" />
            <span className="small"> {account.figures.headcount_actual?.unit}</span>
          </dd>
        </div>
      </dl>
    </li>
  );
}

interface AmountProps {
  account: AccountEntry;
  figure: EntryFigure;
}

function Small({ account, figure }: AmountProps) {
  const found = account.figures[figure];
  if (!found) return <span className="missing">—</span>;
  return (
    <>
      <EntryAmount account={account} figure={figure} />
      {found.unit !== '' && <span className="small"> {found.unit}</span>}
    </>
  );
}

/** A figure that leads to its line. */
export function EntryAmount({ account, figure }: AmountProps) {
  const found = account.figures[figure];
  if (!found) return <span className="missing">—</span>;
  const { value, line, reason, disputed } = found;
  const text = formatNumber(value);
  return (
    <span className={disputed ? 'disputed' : undefined}>
      {line === null ? (
        text
      ) : (
        <a className="cell-link" href={sourcePath(account.id, { line })} title={reason ?? `原文第 ${line} 行`}>
          {text}
        </a>
      )}
      {disputed && <Mark mark="disputed" />}
    </span>
  );
}
