import type { AccountEntry } from '../../db/queries/accountList';
import { type AccountSelection, accountsPath } from '../../lib/accountSelection';
import { COMPARABLE } from '../../lib/selection';

interface TickedProps {
  selection: AccountSelection;
  ticked: readonly AccountEntry[];
  /** of this page: they are ticked in the table */
  shown: readonly AccountEntry[];
}

/** The way to the comparison, with the ticks of other pages, which can be taken back here. */
export function Ticked({ selection, ticked, shown }: TickedProps) {
  const elsewhere = ticked.filter(({ id }) => !shown.some((one) => one.id === id));
  return (
    <div className="ticked">
      {elsewhere.length > 0 && (
        <ul className="choices" aria-label="别页勾选的决算">
          {elsewhere.map(({ id, name, year }) => (
            <li key={id}>
              <label>
                <input type="checkbox" name="accounts" value={id} defaultChecked />
                {name} <span className="year">{year}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <button type="submit" formAction="/compare" className="action">
        比较所选决算
      </button>
      <span className="small">
        {ticked.length > 0
          ? `翻到本页时已勾选 ${ticked.length} 份${ticked.length > COMPARABLE.max ? `，一次最多比较 ${COMPARABLE.max} 份` : ''}`
          : `勾选 ${COMPARABLE.min} 至 ${COMPARABLE.max} 份`}
        {ticked.length > 0 && <a href={accountsPath({ ...selection, accounts: [] })}>全部取消</a>}
      </span>
    </div>
  );
}
