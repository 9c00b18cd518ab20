import { dotItem, halo, type LinkedMark } from './dot';
import { type Chart, frame, type Width } from './frame';
import { plainText } from './mark';
import { scaleRules } from './scaleRules';
import { departmentStyle, mix, SIZES, type Theme } from './theme';
import { type ValueScale, valueScale } from './valueScale';

export interface ScatterDot {
  name: string;
  x: number;
  y: number;
  mark: LinkedMark;
  chosen: boolean;
  /** its name stands beside it */
  labelled: boolean;
}

export interface ScatterDots {
  /** each a mark of its own, that leads to its account */
  dots: readonly ScatterDot[];
  /** drawn as one shape behind them: places of either axis */
  crowd: readonly { x: number; y: number }[];
  x: { title: string; log: boolean };
  y: { title: string; log: boolean };
}

const HEIGHT = { wide: 520, narrow: 380 } as const;
const GRID = {
  wide: { left: 90, right: 40, top: 34, bottom: 52 },
  narrow: { left: 62, right: 16, top: 32, bottom: 50 },
} as const;
/** One dot a department; the chosen in vermilion, names at the chosen and the outermost. */
export function scatterDots(
  { dots, crowd, x, y }: ScatterDots,
  theme: Theme,
  width: Width,
  description: string,
): Chart {
  const all = [...crowd, ...dots];
  const across = valueScale(
    all.map((dot) => dot.x),
    { log: x.log },
  );
  const up = valueScale(
    all.map((dot) => dot.y),
    { log: y.log },
  );
  const color = departmentStyle(0, theme).color;
  const option = {
    ...frame(theme, description),
    grid: GRID[width],
    title: titles(x.title, y.title, theme, width),
    xAxis: { type: 'value', show: false, min: across.min, max: across.max },
    yAxis: { type: 'value', show: false, min: up.min, max: up.max },
    series: [
      scaleRules(across, 'xAxis', 8, theme),
      scaleRules(up, 'yAxis', 8, theme),
      ...(crowd.length > 0 ? [crowdSeries(crowd, across, up, mix(color, theme.paper, 0.35))] : []),
      {
        type: 'scatter',
        data: [...dots]
          .sort((one, other) => Number(one.chosen) - Number(other.chosen))
          .map((dot) => ({
            value: [across.at(dot.x), up.at(dot.y)],
            ...dotItem(dot.mark, dot.chosen ? theme.accent : color, theme, dot.chosen ? 11 : 7),
            ...(dot.labelled || dot.chosen ? { label: labelOf(dot, theme, across, width) } : {}),
          })),
        labelLayout: { hideOverlap: true },
      },
    ],
  };
  return { option, height: HEIGHT[width] };
}

/** Pixels that the dots have, at the least, and that a sign of a name takes. */
const PLOT = { wide: 560, narrow: 290 } as const;
const SIGN = 12.5;

function labelOf({ name, chosen, x }: ScatterDot, theme: Theme, across: ValueScale, width: Width) {
  const share = (across.at(x) - across.min) / (across.max - across.min || 1);
  const isRight = share > 0.6 || (share > 0.3 && (1 - share) * PLOT[width] < name.length * SIGN);
  return {
    show: true,
    position: isRight ? 'left' : 'right',
    formatter: plainText(name),
    ...halo(theme),
    color: chosen ? theme.accent : theme.ink,
    fontSize: SIZES.small,
    fontWeight: chosen ? 600 : 400,
  };
}

const titles = (x: string, y: string, theme: Theme, width: Width) => {
  const textStyle = { color: theme.ink, fontSize: SIZES.small, fontWeight: 600 };
  return [
    { text: plainText(y), left: 0, top: 0, padding: 0, textStyle },
    { text: plainText(x), right: GRID[width].right, bottom: 4, padding: 0, textStyle },
  ];
};

const crowdSeries = (crowd: ScatterDots['crowd'], across: ValueScale, up: ValueScale, color: string) => ({
  type: 'scatter',
  silent: true,
  large: true,
  largeThreshold: 1,
  symbolSize: 4,
  itemStyle: { color },
  tooltip: { show: false },
  data: crowd.map((dot) => [across.at(dot.x), up.at(dot.y)]),
});
