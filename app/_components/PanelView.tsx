import type { ReactNode } from 'react';
import type { PanelOption } from '../../lib/panels/panel';
import { chartPath, chooseOption, comparePath, type View } from '../../lib/selection';
import { PanelDownloads } from '../_downloads/Downloads';
import { oembedPath, offerPath, viewShown } from '../_embed/addresses';
import { EmbedDialog } from '../_embed/EmbedDialog';
import type { DrawnPanel } from '../_store/panels';
import { LiveChart } from './LiveChart';
import { Markup } from './Markup';

interface PanelViewProps {
  panel: DrawnPanel;
  /** the panel's place in the page, from 1 */
  number: number;
  accounts: readonly string[];
  view: View;
  /** what else belongs to the answer, below notes and sources */
  children?: ReactNode;
}

/** An answer of more characters than this is set smaller. */
const LONG = 160;

/** A question and its answer: title, options, chart, and below it notes, table twin and sources. */
export function PanelView({ panel: { data, drawings, foot }, number, accounts, view, children }: PanelViewProps) {
  const heading = `${data.panel}-title`;
  const { chart } = data;
  return (
    <section className={chart ? 'panel' : 'panel panel-wide'} id={data.panel} aria-labelledby={heading}>
      {number === 1 && (
        <link rel="alternate" type="application/json+oembed" href={oembedPath(comparePath(accounts, view))} />
      )}
      <div className="panel-head">
        <h2 id={heading}>
          <span className="panel-number">
            {chart ? '图' : '表'} {number}
          </span>
          <a href={comparePath(accounts, view, data.panel)}>{data.title}</a>
        </h2>
        <p className="small">{data.subtitle}</p>
        {chart && <p className={data.answer.length > LONG ? 'panel-answer note' : 'panel-answer'}>{data.answer}</p>}
        {data.options.map((option) => (
          <Options key={option.key} option={option} panel={data.panel} accounts={accounts} view={view} />
        ))}
        <PanelDownloads panel={data.panel} title={data.title} accounts={accounts} view={viewShown(data.options)} />
        <EmbedDialog
          href={offerPath(data.panel, accounts, viewShown(data.options))}
          offer={{
            panel: data.panel,
            title: data.title,
            answer: data.answer,
            accounts,
            view: viewShown(data.options),
          }}
        />
      </div>
      <div className="panel-body">
        {chart && drawings && (
          <div className="chart" role="img" aria-label={data.answer}>
            <Markup html={drawings} />
            <LiveChart from={chartPath(data.panel, accounts, view)} />
          </div>
        )}
        <Markup html={foot} />
        {children}
      </div>
    </section>
  );
}

interface OptionsProps {
  option: PanelOption;
  panel: string;
  accounts: readonly string[];
  view: View;
}

function Options({ option, panel, accounts, view }: OptionsProps) {
  return (
    <p className="options">
      <span>{option.label}</span>
      {option.choices.map((choice) => (
        <a
          key={choice.value}
          href={comparePath(accounts, chooseOption(view, panel, option.key, choice.value), panel)}
          aria-current={choice.value === option.value ? 'true' : undefined}
        >
          {choice.label}
        </a>
      ))}
    </p>
  );
}
