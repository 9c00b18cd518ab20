import { dotItem, halo, type LinkedMark, spread } from './dot';
import { type Chart, frame, type Width } from './frame';
import { plainText } from './mark';
import { departmentStyle, mix, SIZES, type Theme } from './theme';

/** A place on the axis: 0 is the lower end of the first bin, 1 the upper end of the last. */
export interface Distributed {
  bins: readonly { title: string; count: number; href?: string }[];
  /** of the ends of the bins */
  ticks: readonly { at: number; text: string }[];
  /** 25 %, 50 %, 75 % */
  quartiles: readonly { at: number; text: string }[];
  /** single departments below the bars, where they are few enough */
  strip: readonly { at: number; mark: LinkedMark }[];
  /** departments with their names; those that are marked in vermilion */
  named: readonly { at: number; name: string; mark: LinkedMark; marked: boolean }[];
}

const HEIGHT = { wide: 320, narrow: 300 } as const;
const LABEL = 17;
const SIDES = { wide: 40, narrow: 16 } as const;
const AXIS = 26;

/** Columns of the bins from zero, quartiles as dotted uprights, single departments as a strip, chosen ones in vermilion. */
export function distributionBars(
  { bins, ticks, quartiles, strip, named }: Distributed,
  theme: Theme,
  width: Width,
  description: string,
): Chart {
  const side = SIDES[width];
  const height = (bins.length === 0 ? AXIS + 40 : HEIGHT[width]) + LABEL * named.length;
  const low = AXIS + 26;
  const top = 24 + LABEL * (named.length + 1);
  const color = departmentStyle(0, theme).color;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const option = {
    ...frame(theme, description),
    grid: [
      { left: side, right: side, top, bottom: low },
      { left: side, right: side, top: 0, bottom: low },
      { left: side, right: side, height: 26, bottom: AXIS },
    ],
    xAxis: [
      { gridIndex: 0, type: 'category', data: bins.map((_, at) => String(at)), show: false },
      { gridIndex: 1, type: 'value', min: 0, max: 1, show: false },
      { gridIndex: 2, type: 'value', min: 0, max: 1, show: false },
    ],
    yAxis: [
      { gridIndex: 0, type: 'value', min: 0, max: most, show: false },
      { gridIndex: 1, type: 'value', min: 0, max: 1, show: false },
      { gridIndex: 2, type: 'value', min: -1, max: 1, show: false },
    ],
    series: [
      columns(bins, mix(color, theme.paper, 0.45), width, theme),
      uprights(quartiles, theme, width, 1 - (top - LABEL) / (height - low)),
      nameLines(named, theme, height, width),
      axisTicks(ticks, theme),
      dots(strip, color, theme),
      dots(
        named.filter(({ marked }) => !marked),
        color,
        theme,
        9,
      ),
      dots(
        named.filter(({ marked }) => marked),
        theme.accent,
        theme,
        11,
      ),
    ],
  };
  return { option, height };
}

function columns(bins: Distributed['bins'], color: string, width: Width, theme: Theme) {
  return {
    type: 'bar',
    barCategoryGap: 0,
    itemStyle: { color, borderColor: theme.paper, borderWidth: 1 },
    label: {
      show: width === 'wide' || bins.length <= 10,
      position: 'top',
      distance: 2,
      ...halo(theme),
      color: theme.muted,
      fontSize: SIZES.small,
    },
    data: bins.map(({ title, count, href }) => ({
      value: count,
      label: count === 0 ? { show: false } : {},
      tooltip: { formatter: plainText(`${title}\n${count} 个部门`) },
      ...(href === undefined ? {} : { href }),
    })),
  };
}

const unnamed = { type: 'scatter', silent: true, tooltip: { show: false }, data: [] as unknown[] };

/** Quartiles from the axis to above the columns, with their numbers; those too near each other are set beside. */
function uprights(quartiles: Distributed['quartiles'], theme: Theme, width: Width, share: number) {
  const places = spread(
    quartiles.map(({ at }) => at),
    width === 'wide' ? 0.16 : 0.34,
    [0.06, 0.94],
  );
  return {
    ...unnamed,
    z: 6,
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbolSize: 0,
    data: quartiles.map(({ text }, index) => ({
      value: [places[index] ?? 0, Math.min(0.98, share)],
      label: {
        show: true,
        position: 'top',
        formatter: plainText(text),
        ...halo(theme),
        color: theme.muted,
        fontSize: SIZES.small,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: theme.muted, width: 1, type: 'dotted' },
      data: quartiles.map(({ at }) => [{ coord: [at, 0] }, { coord: [at, Math.min(0.98, share)] }]),
    },
  };
}

/** Pixels that the axis has, and that a sign of a name takes: of Chinese, of digits. */
const PLOT = { wide: 800 - 2 * SIDES.wide, narrow: 358 - 2 * SIDES.narrow } as const;
const SIGN = { full: 12.5, half: 6.8 } as const;
const GAP = 4;

const breadthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\x20-\x7e]/.test(sign) ? SIGN.half : SIGN.full), 0);

/** How far a name beside its place is moved so that it stays within the drawing. */
function shiftOf(text: string, place: number, width: Width): number {
  const [plot, breadth] = [PLOT[width], breadthOf(text) + GAP];
  const at = place * plot;
  return place > 0.5 ? Math.max(0, breadth - at - SIDES[width]) : Math.min(0, plot + SIDES[width] - at - breadth);
}

function nameLines(named: Distributed['named'], theme: Theme, height: number, width: Width) {
  const at = (index: number): number => 1 - (14 + index * LABEL) / (height - AXIS - 26);
  return {
    ...unnamed,
    // names above the lines of others
    z: 6,
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbolSize: 0,
    data: named.map(({ at: place, name, mark, marked }, index) => ({
      value: [place, at(index)],
      label: {
        show: true,
        position: place > 0.5 ? 'left' : 'right',
        distance: GAP,
        offset: [shiftOf(`${name} ${mark.text}`, place, width), 0],
        formatter: plainText(`${name} ${mark.text}`),
        ...halo(theme),
        color: marked ? theme.accent : theme.ink,
        fontSize: SIZES.small,
        fontWeight: marked ? 600 : 400,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      data: named.map(({ at: place, marked }, index) => [
        { coord: [place, 0], lineStyle: { color: marked ? theme.accent : theme.hairline, width: 1.5, type: 'solid' } },
        { coord: [place, at(index)] },
      ]),
    },
  };
}

function axisTicks(ticks: Distributed['ticks'], theme: Theme) {
  return {
    ...unnamed,
    xAxisIndex: 2,
    yAxisIndex: 2,
    symbol: 'rect',
    symbolSize: [1, 5],
    symbolOffset: [0, 3],
    itemStyle: { color: theme.muted },
    data: ticks.map(({ at, text }) => ({
      value: [at, -1],
      label: {
        show: true,
        position: 'bottom',
        distance: 3,
        formatter: text,
        color: theme.muted,
        fontSize: SIZES.small,
      },
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: theme.muted, width: 1, type: 'solid' },
      data: [[{ coord: [0, -1] }, { coord: [1, -1] }]],
    },
  };
}

const dots = (items: readonly { at: number; mark: LinkedMark }[], color: string, theme: Theme, size = 7) => ({
  type: 'scatter',
  xAxisIndex: 2,
  yAxisIndex: 2,
  data: items.map(({ at, mark }) => ({ value: [at, 0], ...dotItem(mark, color, theme, size) })),
});
