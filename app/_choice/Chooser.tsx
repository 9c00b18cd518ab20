import { accountsPath } from '../../lib/accountSelection';
import { AccountChoice } from './AccountChoice';
import { type Choice, FEW, type Suggestions } from './askChoice';

/** The choice of accounts at any size of store: a search, what is chosen, what it finds, what goes with it. */
export function Chooser({ choice, text }: { choice: Choice; text: string | undefined }) {
  const { chosen, found, total, suggestions } = choice;
  return (
    <AccountChoice
      accounts={[...chosen, ...found]}
      chosen={chosen.map(({ id }) => id)}
      before={total > FEW || text !== undefined ? <Find choice={choice} text={text} /> : null}
      after={suggestions.map((one) => <Suggested key={one.title} suggestions={one} />)}
    />
  );
}

/** The first button of the form: the return key looks for accounts and keeps the ticks. */
function Find({ choice: { chosen, found, total }, text }: { choice: Choice; text: string | undefined }) {
  return (
    <div className="choice-find">
      <div className="filter">
        <label htmlFor="choice-text">查找决算：部门、拼音、地区、年度</label>
        <input
          id="choice-text"
          name="text"
          type="search"
          maxLength={60}
          defaultValue={text ?? ''}
          placeholder="横山 工业商贸 2021"
        />
      </div>
      <button type="submit" name="find" value="1" className="action">
        查找
      </button>
      <p className="note">
        {foundWords(found.length, total, text)}
        <a href={accountsPath({ ...(text === undefined ? {} : { text }), accounts: chosen.map(({ id }) => id) })}>
          在全部决算中翻页挑选
        </a>
      </p>
    </div>
  );
}

function foundWords(shown: number, total: number, text: string | undefined): string {
  if (text === undefined) return `共收录 ${total} 份决算。`;
  if (total === 0) return `没有决算与“${text}”相符。可以只写部门或地区的一部分，或拼音首字母。`;
  return total > shown
    ? `“${text}”找到 ${total} 份，列出 ${shown} 份；再加一个字可以缩小。`
    : `“${text}”找到 ${total} 份。`;
}

/** Compact ticks of accounts that are likely to be compared with the last one chosen. */
function Suggested({ suggestions: { title, accounts } }: { suggestions: Suggestions }) {
  return (
    <fieldset className="choice-more">
      <legend>{title}</legend>
      <ul className="choices">
        {accounts.map(({ account, name, year, region }) => (
          <li key={account}>
            <label>
              <input type="checkbox" name="accounts" value={account} />
              {region && !name.includes(region.name) && <span className="small">{region.name} </span>}
              {name} <span className="year">{year}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
