import type { PanelChart } from '../../lib/panels/panel';
import { ChartDrawings } from '../_components/ChartDrawings';
import { CHART_WIDTH, renderSvg } from '../_components/renderSvg';

/** A chart as the server draws it; its marks say what they are when pointed at. */
export function StillChart({ name, answer, chart }: { name: string; answer: string; chart: PanelChart }) {
  const titles = true;
  const wide = renderSvg(chart.option, CHART_WIDTH.wide, chart.height, `${name}-wide`, { titles });
  const narrow = renderSvg(chart.narrow.option, CHART_WIDTH.narrow, chart.narrow.height, `${name}-narrow`, { titles });
  return (
    <div className="chart" role="img" aria-label={answer}>
      <ChartDrawings chart={chart} wide={wide} narrow={narrow} />
    </div>
  );
}
