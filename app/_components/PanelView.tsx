import Link from 'next/link';
import type { PanelData, PanelOption } from '../../lib/panels/panel';
import { chooseOption, comparePath, type View } from '../../lib/selection';
import { DataTable } from './DataTable';
import { SourceLine } from './Figure';
import { LiveChart } from './LiveChart';

export interface PanelDrawings {
  wide: string;
  narrow: string;
}

interface PanelViewProps {
  data: PanelData;
  drawings: PanelDrawings | null;
  /** the panel's place in the page, from 1 */
  number: number;
  accounts: readonly string[];
  view: View;
}

/** A question and its answer: chart, table twin, options, notes and sources of one PanelData. */
export function PanelView({ data, drawings, number, accounts, view }: PanelViewProps) {
  const heading = `${data.panel}-title`;
  return (
    <section className={data.chart ? 'panel' : 'panel panel-wide'} id={data.panel} aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          <span className="panel-number">
            {data.chart ? '图' : '表'} {number}
          </span>
          <a href={comparePath(accounts, view, data.panel)}>{data.title}</a>
        </h2>
        <p className="small">{data.subtitle}</p>
        {data.chart && <p className="panel-answer">{data.answer}</p>}
        {data.options.map((option) => (
          <Options key={option.key} option={option} panel={data.panel} accounts={accounts} view={view} />
        ))}
      </div>
      <div className="panel-body">
        {data.chart && drawings ? <PanelChart data={data} drawings={drawings} /> : <PanelTable data={data} />}
        <PanelFoot data={data} />
      </div>
    </section>
  );
}

function PanelChart({ data, drawings }: { data: PanelData; drawings: PanelDrawings }) {
  const chart = data.chart;
  if (!chart) return null;
  const wide = { option: chart.option, height: chart.height };
  return (
    <div className="chart" role="img" aria-label={data.answer}>
      <Drawing kind="wide" svg={drawings.wide} height={chart.height} />
      <Drawing kind="narrow" svg={drawings.narrow} height={chart.narrow.height} />
      <LiveChart wide={wide} narrow={chart.narrow} />
    </div>
  );
}

function Drawing({ kind, svg, height }: { kind: 'wide' | 'narrow'; svg: string; height: number }) {
  return (
    <div
      className={`chart-drawing chart-${kind}`}
      style={{ blockSize: height }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; the renderer escapes its texts
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function Options({
  option,
  panel,
  accounts,
  view,
}: {
  option: PanelOption;
  panel: string;
  accounts: readonly string[];
  view: View;
}) {
  return (
    <p className="options">
      <span>{option.label}</span>
      {option.choices.map((choice) => (
        <Link
          key={choice.value}
          href={comparePath(accounts, chooseOption(view, panel, option.key, choice.value), panel)}
          scroll={false}
          prefetch={false}
          aria-current={choice.value === option.value ? 'true' : undefined}
        >
          {choice.label}
        </Link>
      ))}
    </p>
  );
}

const PanelTable = ({ data }: { data: PanelData }) => (
  <DataTable name={data.panel} label={`${data.title}（数据表）`} columns={data.columns} rows={data.rows} />
);

function PanelFoot({ data }: { data: PanelData }) {
  return (
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
          <PanelTable data={data} />
        </details>
      )}
      {data.sources.length > 0 && (
        <details className="sources">
          <summary>资料来源（{data.sources.length} 处）</summary>
          <ul className="dotted">
            {data.sources.map((source, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
