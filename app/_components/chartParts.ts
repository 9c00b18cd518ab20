import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

/** What our drawings are made of. Every further part of ECharts would be asked about at each drawing. */
export const CHART_PARTS = [
  BarChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  // named here although the core of ECharts registers it: the bundler leaves that out
  LabelLayout,
  SVGRenderer,
];
