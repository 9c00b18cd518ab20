import type { PanelData, PanelSource } from '../../lib/panels/panel';
import { sourcePath } from '../../lib/selection';
import { DataTable } from './DataTable';

/** What stands below a chart: notes, the table twin, and the lines of the documents it rests on. */
export function PanelFoot({ data }: { data: PanelData }) {
  const table = (
    <DataTable name={data.panel} label={`${data.title}（数据表）`} columns={data.columns} rows={data.rows} />
  );
  return (
    <>
      {!data.chart && table}
      <div className="panel-foot">
        {data.notes.length > 0 && (
          <ul className="panel-notes">
            {data.notes.map((note) => (
              <li key={note}>注：{note}</li>
            ))}
          </ul>
        )}
        {data.chart && (
          <details>
            <summary>数据表</summary>
            {table}
          </details>
        )}
        {data.sources.length > 0 && <Sources data={data} />}
      </div>
    </>
  );
}

/** The lines by document, each a link; the table says what stands in them. */
function Sources({ data }: { data: PanelData }) {
  const accounts = [...new Set(data.sources.map((source) => source.account))];
  return (
    <details className="sources">
      <summary>资料来源</summary>
      <ul className="dotted">
        {accounts.map((account) => (
          <li key={account}>
            {data.columns.find((column) => column.account === account)?.label ?? account} 年度部门决算，第{' '}
            <Lines sources={data.sources.filter((source) => source.account === account)} /> 行
          </li>
        ))}
      </ul>
    </details>
  );
}

function Lines({ sources }: { sources: readonly PanelSource[] }) {
  const lines = [...new Set(sources.map((source) => source.place.line))].sort((one, other) => one - other);
  const [first] = sources;
  return lines.map((line, at) => (
    <span key={line}>
      {at > 0 && '、'}
      <a href={sourcePath(first?.account ?? '', { line })}>{line}</a>
    </span>
  ));
}
