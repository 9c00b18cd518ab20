import 'server-only';
import { getAccountsByIds } from '../../db/queries/account';
import type { Account } from '../../lib/facts';
import { PANELS } from '../../lib/panels';
import type { Panel, PanelData } from '../../lib/panels/panel';
import { type View, viewOfPanel } from '../../lib/selection';
import { ChartDrawings } from '../_components/ChartDrawings';
import { PanelFoot } from '../_components/PanelFoot';
import { CHART_WIDTH, renderSvg } from '../_components/renderSvg';
import { Kept } from './kept';
import { markupOf } from './markup';
import type { Store } from './store';

/** A panel with its markup; everything in it that needs no script is text by now. */
export interface DrawnPanel {
  data: PanelData;
  /** the chart in both widths; null where there is nothing to draw */
  drawings: string | null;
  /** notes, table twin and sources */
  foot: string;
}

const accounts = new Kept<Account[]>(64);
const panels = new Kept<DrawnPanel>(512);

/** The accounts of a selection, complete; fewer than asked for when some are not stored. */
export const askAccounts = ({ db, version }: Store, ids: readonly string[]): Promise<Account[]> =>
  accounts.ask(`${db.path} ${version} ${ids.join()}`, () => getAccountsByIds(db, ids));

/** The panels that can show so many accounts, each with its drawings, kept until the data change. */
export function askPanels(store: Store, chosen: readonly Account[], view: View): Promise<DrawnPanel[]> {
  const fitting = PANELS.filter((panel) => chosen.length >= panel.accounts.min && chosen.length <= panel.accounts.max);
  return Promise.all(fitting.map((panel) => askPanel(store, panel, chosen, view)));
}

/** One panel under its own options of a view. */
export function askPanel(
  { db, version }: Store,
  panel: Panel,
  chosen: readonly Account[],
  view: View,
): Promise<DrawnPanel> {
  const own = viewOfPanel(view, panel.id);
  const ids = chosen.map((account) => account.id).join();
  return panels.ask(`${db.path} ${version} ${ids} ${panel.id} ${new URLSearchParams(own)}`, () =>
    drawPanel(panel.build(chosen, own)),
  );
}

async function drawPanel(data: PanelData): Promise<DrawnPanel> {
  const { chart, panel } = data;
  const foot = await markupOf(<PanelFoot data={data} />);
  if (!chart) return { data, drawings: null, foot };
  const wide = renderSvg(chart.option, CHART_WIDTH.wide, chart.height, `${panel}-wide`);
  const narrow = renderSvg(chart.narrow.option, CHART_WIDTH.narrow, chart.narrow.height, `${panel}-narrow`);
  return { data, drawings: await markupOf(<ChartDrawings chart={chart} wide={wide} narrow={narrow} />), foot };
}
