import { type ScatterDot, scatterDots } from '../charts/scatterDots';
import { themeOf } from '../charts/theme';
import { spansOrders } from '../charts/valueScale';
import type { Figure } from '../figure';
import { accountPath } from '../selection';
import { type FigureScale, figureCell, figureScale, withFigureUnit } from './figureCells';
import { shortNames } from './naming';
import type { PanelCell, PanelChart, PanelData } from './panel';

export interface ScatterPointOf {
  account: string;
  department: string;
  name: string;
  region: { code: string; name: string } | null;
  x: Figure;
  y: Figure;
}

/** Where a department stands, in millionths of either figure's unit. */
export interface ScatterPlaceOf {
  number: number;
  x: number;
  y: number;
  disputed: boolean;
  chosen: boolean;
}

export interface ScatterAsked extends SinglePlaces {
  x: { label: string; unit: string };
  y: { label: string; unit: string };
  year: number;
  /** by the first figure, the largest first */
  places: readonly ScatterPlaceOf[];
  /** what is quoted of the departments that are shown one by one, by number */
  points: ReadonlyMap<number, ScatterPointOf>;
  /** departments with both figures */
  total: number;
  criterion: string;
  /** departments of the store within the criterion; null where it cannot be known which belong */
  known: number | null;
  scale?: 'linear' | 'log';
}

export interface ScatterRow {
  point: ScatterPointOf;
  x: PanelCell;
  y: PanelCell;
  chosen: boolean;
}

export interface ScatterData extends PanelData {
  /** those that are quoted, in the order of the places */
  points: ScatterRow[];
  units: { x: string; y: string };
}

/** So many names stand at the outermost marks of each axis. */
const MOST_NAMES = 3;
/** Of more than so many the crowd is drawn as one shape, and only those that stand out lead to their account. */
const CROWD = 400;

function outermost(places: readonly ScatterPlaceOf[]): Set<ScatterPlaceOf> {
  const by = (axis: 'x' | 'y') => [...places].sort((one, other) => other[axis] - one[axis]).slice(0, MOST_NAMES);
  return new Set([...by('x'), ...by('y')]);
}

/** The places that are marks of their own, and those of them whose names stand beside them. */
export interface SinglePlaces {
  single: ReadonlySet<ScatterPlaceOf>;
  named: ReadonlySet<ScatterPlaceOf>;
}

/** All of a few, of a crowd the outermost, the chosen and the disputed. */
export function singlePlaces(places: readonly ScatterPlaceOf[]): SinglePlaces {
  const named = outermost(places);
  const isCrowd = places.length > CROWD;
  return {
    single: new Set(places.filter((place) => !isCrowd || place.chosen || place.disputed || named.has(place))),
    named,
  };
}

const logOf = (values: readonly number[], asked: ScatterAsked['scale']): boolean =>
  asked === undefined ? spansOrders(values) : asked === 'log' && values.every((value) => value > 0);

/** Units of the axes, and where the places stand on them. */
interface Axes {
  units: ScatterData['units'];
  at(place: ScatterPlaceOf): { x: number; y: number };
}

function dotsOf(
  rows: ReadonlyMap<number, ScatterRow>,
  { single, named, x, y }: ScatterAsked,
  { units, at }: Axes,
): ScatterDot[] {
  const shown = [...single].flatMap((place) => {
    const row = rows.get(place.number);
    return row ? [{ place, row }] : [];
  });
  const short = shortNames(shown.map(({ row }) => row.point.name));
  return shown.map(({ place, row }, index): ScatterDot => {
    const where = at(place);
    return {
      ...where,
      name: place.chosen ? row.point.name : (short[index] ?? row.point.name),
      mark: {
        value: where.x,
        title: row.point.name,
        text: `${x.label} ${withFigureUnit(row.x.text, units.x)}\n${y.label} ${withFigureUnit(row.y.text, units.y)}`,
        disputed: place.disputed,
        href: accountPath(row.point.account),
      },
      chosen: place.chosen,
      labelled: named.has(place),
    };
  });
}

function chartOf(
  rows: ReadonlyMap<number, ScatterRow>,
  asked: ScatterAsked,
  axes: Axes,
  description: string,
): PanelChart {
  const { x, y, places, single, scale } = asked;
  const dots = dotsOf(rows, asked, axes);
  const crowd = places.filter((place) => !single.has(place)).map(axes.at);
  const all = places.map(axes.at);
  const log = {
    x: logOf(
      all.map((place) => place.x),
      scale,
    ),
    y: logOf(
      all.map((place) => place.y),
      scale,
    ),
  };
  const titleOf = ({ label }: { label: string }, unit: string, isLog: boolean): string =>
    `${label}${unit === '' ? '' : `（${unit}）`}${isLog ? '，对数刻度' : ''}`;
  const titled = {
    x: { title: `${titleOf(x, axes.units.x, log.x)} →`, log: log.x },
    y: { title: `↑ ${titleOf(y, axes.units.y, log.y)}`, log: log.y },
  };
  const draw = (width: 'wide' | 'narrow') =>
    scatterDots({ dots, crowd, ...titled }, themeOf('light'), width, description);
  return { ...draw('wide'), narrow: draw('narrow') };
}

/** The unit that fits the largest of the places. */
const scaleFor = (unit: string, values: readonly number[]): FigureScale =>
  figureScale(unit, [String(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MILLION)]);
const MILLION = 1_000_000;

/** Fewer places show no relation. */
const FEWEST = 3;

const unitText = (axis: string, unit: string): string => `${axis}${unit === '' ? '按公布的个数' : `单位：${unit}`}`;

/** Two figures of one year against each other. */
export function scatterData(asked: ScatterAsked): ScatterData {
  const { x, y, year, places, total, criterion } = asked;
  const [across, up] = [
    scaleFor(
      x.unit,
      places.map((place) => place.x),
    ),
    scaleFor(
      y.unit,
      places.map((place) => place.y),
    ),
  ];
  const rows = new Map(
    places.flatMap(({ number, chosen }): [number, ScatterRow][] => {
      const point = asked.points.get(number);
      if (!point) return [];
      const cells = {
        x: figureCell(point.x, point.account, x.label, across),
        y: figureCell(point.y, point.account, y.label, up),
      };
      return [[number, { point, ...cells, chosen }]];
    }),
  );
  const units = { x: across.unit, y: up.unit };
  const [wide, high] = [across.factor.div(MILLION).toNumber(), up.factor.div(MILLION).toNumber()];
  const axes = { units, at: (place: ScatterPlaceOf) => ({ x: place.x * wide, y: place.y * high }) };
  const disputed = places.filter((place) => place.disputed).length;
  const own = [...rows.values()]
    .filter((row) => row.chosen)
    .slice(0, 3)
    .map(
      ({ point, x: one, y: other }) =>
        `${point.name}：${x.label} ${withFigureUnit(one.text, units.x)}，${y.label} ${withFigureUnit(other.text, units.y)}`,
    );
  const answer =
    total === 0
      ? `没有部门同时公布 ${year} 年的${x.label}和${y.label}。`
      : `${year} 年，${total} 个部门同时有${x.label}和${y.label}${total < FEWEST ? '，太少，看不出关系' : ''}。${own.map((text) => `${text}。`).join('')}`;
  return {
    panel: 'scatter',
    title: `${x.label}与${y.label}有什么关系？`,
    subtitle: [unitText('横轴', units.x), unitText('纵轴', units.y), criterion].join('　'),
    answer,
    columns: [
      { key: 'x', label: x.label, unit: units.x },
      { key: 'y', label: y.label, unit: units.y },
    ],
    rows: [],
    chart: places.length > 0 ? chartOf(rows, asked, axes, answer) : null,
    options: [],
    notes: [
      `比较范围：${criterion}。${asked.known === null ? '' : `${asked.known} 个部门中 ${total} 个收录了这一年的决算，而且两个数都有。`}`,
      ...(places.length < total ? [`只画出${x.label}最大的 ${places.length} 个，共 ${total} 个。`] : []),
      ...(disputed > 0 ? [`${disputed} 个部门的数字互相矛盾，画作朱色菱形。`] : []),
    ],
    sources: [],
    points: [...rows.values()],
    units,
  };
}
