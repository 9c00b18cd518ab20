import type { TrendsData } from '../../lib/panels/trends';
import { accountPath, sourcePath } from '../../lib/selection';
import { departmentStyle } from '../_components/departmentStyle';

/** The lines by number and colour, each leading to its department. */
export function TrendKey({ data }: { data: TrendsData }) {
  return (
    <ol className="trend-key">
      {data.lines.map(({ department, name }, at) => (
        <li key={department}>
          <span className="swatch" style={departmentStyle(at)} />
          {data.lines.length > 1 && <span className="trend-number">{at + 1}</span>}
          <a href={`/departments/${department}`}>{name}</a>
        </li>
      ))}
    </ol>
  );
}

/** Where lines broke and why, in words, with the letters of the drawing. */
export function TrendBreaks({ data }: { data: TrendsData }) {
  if (data.breaks.length === 0) return null;
  return (
    <section className="section" aria-labelledby="breaks-title" id="breaks">
      <h2 id="breaks-title">哪些年份前后不可直接比较</h2>
      <ol className="trend-breaks">
        {data.breaks.map(({ letter, year, text, departments }) => (
          <li key={letter}>
            <i>{letter}</i>
            <span>
              {year} 年　
              {departments.length === 0 ? (
                data.lines.length > 1 ? (
                  '所列部门'
                ) : (
                  data.lines[0]?.name
                )
              ) : (
                <Names departments={departments} />
              )}
              ：{text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Names({ departments }: Pick<TrendsData['breaks'][number], 'departments'>) {
  return departments.map(({ name, account }, at) => (
    <span key={`${name} ${account}`}>
      {at > 0 && '、'}
      {account ? <a href={accountPath(account)}>{name}</a> : name}
    </span>
  ));
}

/** The accounts behind the figures, each with its lines. */
export function TrendSources({ data }: { data: TrendsData }) {
  const accounts = [...new Set(data.sources.map(({ account }) => account))].sort();
  if (accounts.length === 0) return null;
  return (
    <details className="sources">
      <summary>资料来源：{accounts.length} 份决算</summary>
      <ul className="dotted">
        {accounts.map((account) => (
          <li key={account}>
            <a href={accountPath(account)}>{nameOf(account, data)}部门决算</a>，第{' '}
            <Lines account={account} data={data} /> 行
          </li>
        ))}
      </ul>
    </details>
  );
}

/** An account's id is its department's with the year behind. */
function nameOf(account: string, { lines }: TrendsData): string {
  const name = lines.find(({ department }) => account.startsWith(`${department}-`))?.name ?? account;
  return `${name} ${account.slice(-4)} 年度`;
}

function Lines({ account, data }: { account: string; data: TrendsData }) {
  const lines = data.sources.filter((source) => source.account === account).map(({ place }) => place.line);
  return [...new Set(lines)].map((line, at) => (
    <span key={line}>
      {at > 0 && '、'}
      <a href={sourcePath(account, { line })}>{line}</a>
    </span>
  ));
}
