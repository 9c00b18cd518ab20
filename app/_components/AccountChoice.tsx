import type { AccountSummary, KeyMeasure } from '../../db/queries/accounts';
import { formatNumber } from '../../lib/amount';
import { measureOf } from '../../lib/measures';
import { accountPath, COMPARABLE, sourcePath } from '../../lib/selection';
import { Mark } from './Figure';

const SMALL_FIGURES = [
  'basic_expenditure',
  'project_expenditure',
  'general_expenditure',
  'agency_operating_cost',
] as const satisfies readonly KeyMeasure[];

interface AccountChoiceProps {
  accounts: readonly AccountSummary[];
  /** ids that are ticked at first */
  chosen?: readonly string[];
}

/** All accounts with their key figures, in a form that leads to their comparison without any script. */
export function AccountChoice({ accounts, chosen = [] }: AccountChoiceProps) {
  return (
    <form action="/compare" method="get" aria-label="选择要比较的决算">
      <ul className="entries">
        {accounts.map((account) => (
          <Entry key={account.id} account={account} checked={chosen.includes(account.id)} />
        ))}
      </ul>
      <div className="choose">
        <button type="submit" className="action">
          比较所选决算
        </button>
        <p className="note">
          勾选 {COMPARABLE.min} 至 {COMPARABLE.max} 份决算，可以是不同部门，也可以是同一部门的不同年度。
        </p>
      </div>
    </form>
  );
}

function Entry({ account, checked }: { account: AccountSummary; checked: boolean }) {
  const control = `choose-${account.id}`;
  const total = account.figures.total_expenditure ?? account.figures.year_expenditure;
  return (
    <li className="entry">
      <div className="entry-name">
        <input type="checkbox" id={control} name="accounts" value={account.id} defaultChecked={checked} />
        <label htmlFor={control}>
          {account.department} <span className="year">{account.fiscalYear} 年度</span>
        </label>
        <span className="small">
          {account.region?.name ?? '行政区划不明'}　<a href={accountPath(account.id)}>查看决算</a>　
          <a href={sourcePath(account.id)}>原文</a>
        </span>
      </div>
      <p>
        <span className="small">{account.figures.total_expenditure ? '支出总计' : '本年支出合计'}</span>
        <br />
        <span className="entry-amount">
          {total ? <Amount account={account.id} figure={total} /> : '—'}
          {total && <span className="unit">{total.unit}</span>}
        </span>
      </p>
      <dl className="entry-figures">
        {SMALL_FIGURES.map((measure) => (
          <div key={measure}>
            <dt>{measureOf(measure).label}</dt>
            <dd>
              <Small account={account} measure={measure} />
            </dd>
          </div>
        ))}
        <div>
          <dt>实有／编制</dt>
          <dd>
            <Small account={account} measure="headcount_actual" />／
            <Small account={account} measure="headcount_quota" />
          </dd>
        </div>
      </dl>
    </li>
  );
}

type Figure = NonNullable<AccountSummary['figures'][KeyMeasure]>;

function Small({ account, measure }: { account: AccountSummary; measure: KeyMeasure }) {
  const figure = account.figures[measure];
  if (!figure) return <span className="missing">—</span>;
  return (
    <>
      <Amount account={account.id} figure={figure} />
      <span className="small"> {figure.unit}</span>
    </>
  );
}

function Amount({ account, figure }: { account: string; figure: Figure }) {
  return (
    <span className={figure.disputed ? 'disputed' : undefined}>
      <a
        className="cell-link"
        href={sourcePath(account, figure.place)}
        title={figure.reason ?? `原文第 ${figure.place.line} 行`}
      >
        {formatNumber(figure.value)}
      </a>
      {figure.disputed && <Mark mark="disputed" />}
    </span>
  );
}
