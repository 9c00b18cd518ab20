import type { PanelChart } from '../../lib/panels/panel';
import { ChartDrawings } from './ChartDrawings';
import { CHART_WIDTH, renderSvg } from './renderSvg';

interface LinkedChartProps {
  /** unique in the page */
  name: string;
  /** the answer in words */
  answer: string;
  chart: PanelChart;
}

/** A chart as the server draws it, whose marks lead to their lines; what it shows stands in words before it and in the table after. */
export function LinkedChart({ name, answer, chart }: LinkedChartProps) {
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
