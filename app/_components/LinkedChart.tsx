import 'server-only';
import type { PanelChart } from '../../lib/panels/panel';
import { askMarkup } from '../_store/markup';
import type { Store } from '../_store/store';
import { ChartDrawings } from './ChartDrawings';
import { Markup } from './Markup';
import { CHART_WIDTH, renderSvg } from './renderSvg';

interface LinkedChartProps {
  /** unique in the page */
  name: string;
  /** the answer in words */
  answer: string;
  chart: PanelChart;
}

/** A chart whose marks lead to their lines, drawn once and kept under the address that it answers until the data change. */
export async function LinkedChart({ store, path, ...drawn }: LinkedChartProps & { store: Store; path: string }) {
  return <Markup html={await askMarkup(store, `chart ${path}`, () => <Drawings {...drawn} />)} />;
}

/** What it shows stands in words before the drawing, and in the table after it. */
function Drawings({ name, answer, chart }: LinkedChartProps) {
  const titles = true;
  const wide = renderSvg(chart.option, CHART_WIDTH.wide, chart.height, `${name}-wide`, { titles });
  const narrow = renderSvg(chart.narrow.option, CHART_WIDTH.narrow, chart.narrow.height, `${name}-narrow`, { titles });
  return (
    <div className="chart linked-chart">
      <p className="visually-hidden">图：{answer} 图中各点的数字和出处都在数据表里。</p>
      <ChartDrawings chart={chart} wide={wide} narrow={narrow} />
    </div>
  );
}
