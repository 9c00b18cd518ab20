import 'server-only';
import { getAccountsByIds } from '../../db/queries/account';
import type { Account } from '../../lib/facts';
import { PANELS } from '../../lib/panels';
import type { Panel, PanelChart, PanelData } from '../../lib/panels/panel';
import { type View, viewOfPanel } from '../../lib/selection';
import { CHART_WIDTH, renderSvg } from '../_components/renderSvg';
import { Kept } from './kept';
import type { Store } from './store';

export interface DrawnPanel {
  data: PanelData;
  drawings: { wide: string; narrow: string } | null;
}

const accounts = new Kept<Account[]>(64);
const panels = new Kept<DrawnPanel>(512);

/** The accounts of a selection, complete; fewer than asked for when some are not stored. */
export const askAccounts = ({ db, version }: Store, ids: readonly string[]): Promise<Account[]> =>
  accounts.ask(`${db.path} ${version} ${ids.join()}`, () => getAccountsByIds(db, ids));

/** The panels that can show so many accounts, each with its drawings, kept until the data change. */
export function askPanels(store: Store, chosen: readonly Account[], view: View): Promise<DrawnPanel[]> {
  const fitting = PANELS.filter((panel) => chosen.length >= panel.accounts.min && chosen.length <= panel.accounts.max);
  return Promise.all(fitting.map((panel) => askPanel(store, panel, chosen, viewOfPanel(view, panel.id))));
}

function askPanel({ db, version }: Store, panel: Panel, chosen: readonly Account[], view: View): Promise<DrawnPanel> {
  const ids = chosen.map((account) => account.id).join();
  return panels.ask(`${db.path} ${version} ${ids} ${panel.id} ${new URLSearchParams(view)}`, () => {
    const data = panel.build(chosen, view);
    return { data, drawings: data.chart && draw(data.panel, data.chart) };
  });
}

const draw = (name: string, chart: PanelChart): { wide: string; narrow: string } => ({
  wide: renderSvg(chart.option, CHART_WIDTH.wide, chart.height, `${name}-wide`),
  narrow: renderSvg(chart.narrow.option, CHART_WIDTH.narrow, chart.narrow.height, `${name}-narrow`),
});
