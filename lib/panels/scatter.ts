import { type ScatterDot, scatterDots } from '../charts/scatterDots';
import { themeOf } from '../charts/theme';
import { spansOrders } from '../charts/valueScale';
import type { Figure } from '../figure';
import { accountPath } from '../selection';
import { figureCell, figureScale, withFigureUnit } from './figureCells';
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

export interface ScatterAsked {
  x: { label: string; unit: string };
  y: { label: string; unit: string };
  year: number;
  /** by the first figure, the largest first */
  points: readonly ScatterPointOf[];
  /** departments with both figures */
  total: number;
  /** ids of the departments to mark */
  chosen: readonly string[];
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
  points: ScatterRow[];
  units: { x: string; y: string };
}

/** So many names stand at the outermost marks of each axis. */
const MOST_NAMES = 3;

function outermost(rows: readonly ScatterRow[]): Set<ScatterRow> {
  const by = (axis: 'x' | 'y') =>
    [...rows].sort((one, other) => Number(other[axis].value) - Number(one[axis].value)).slice(0, MOST_NAMES);
  return new Set([...by('x'), ...by('y')]);
}

const logOf = (values: readonly number[], asked: ScatterAsked['scale']): boolean =>
  asked === undefined ? spansOrders(values) : asked === 'log' && values.every((value) => value > 0);

function chartOf(
  rows: readonly ScatterRow[],
  { x, y, chosen }: ScatterAsked,
  units: ScatterData['units'],
  log: { x: boolean; y: boolean },
  description: string,
): PanelChart {
  const named = outermost(rows);
  const short = shortNames(rows.map(({ point }) => point.name));
  const dots = rows.map(
    (row, at): ScatterDot => ({
      name: chosen.includes(row.point.department) ? row.point.name : (short[at] ?? row.point.name),
      x: Number(row.x.value),
      y: Number(row.y.value),
      mark: {
        value: Number(row.x.value),
        title: row.point.name,
        text: `${x.label} ${withFigureUnit(row.x.text, units.x)}\n${y.label} ${withFigureUnit(row.y.text, units.y)}`,
        disputed: row.x.disputed === true || row.y.disputed === true,
        href: accountPath(row.point.account),
      },
      chosen: row.chosen,
      labelled: named.has(row),
    }),
  );
  const titleOf = ({ label }: { label: string }, unit: string, isLog: boolean): string =>
    `${label}${unit === '' ? '' : `（${unit}）`}${isLog ? '，对数刻度' : ''}`;
  const axes = {
    x: { title: `${titleOf(x, units.x, log.x)} →`, log: log.x },
    y: { title: `↑ ${titleOf(y, units.y, log.y)}`, log: log.y },
  };
  const draw = (width: 'wide' | 'narrow') => scatterDots({ dots, ...axes }, themeOf('light'), width, description);
  return { ...draw('wide'), narrow: draw('narrow') };
}

const unitText = (axis: string, unit: string): string => `${axis}${unit === '' ? '按公布的个数' : `单位：${unit}`}`;

/** Two figures of one year against each other. */
export function scatterData(asked: ScatterAsked): ScatterData {
  const { x, y, year, points, total, criterion } = asked;
  const [across, up] = [
    figureScale(
      x.unit,
      points.map((point) => point.x.value),
    ),
    figureScale(
      y.unit,
      points.map((point) => point.y.value),
    ),
  ];
  const rows = points.map(
    (point): ScatterRow => ({
      point,
      x: figureCell(point.x, point.account, x.label, across),
      y: figureCell(point.y, point.account, y.label, up),
      chosen: asked.chosen.includes(point.department),
    }),
  );
  const units = { x: across.unit, y: up.unit };
  const log = {
    x: logOf(
      rows.map((row) => Number(row.x.value)),
      asked.scale,
    ),
    y: logOf(
      rows.map((row) => Number(row.y.value)),
      asked.scale,
    ),
  };
  const disputed = rows.filter((row) => row.x.disputed || row.y.disputed).length;
  const own = rows
    .filter((row) => row.chosen)
    .slice(0, 3)
    .map(
      ({ point, x: one, y: other }) =>
        `${point.name}：${x.label} ${withFigureUnit(one.text, units.x)}，${y.label} ${withFigureUnit(other.text, units.y)}`,
    );
  const answer =
    total === 0
      ? `没有部门同时公布 ${year} 年的${x.label}和${y.label}。`
      : `${year} 年，${total} 个部门同时有${x.label}和${y.label}。${own.map((text) => `${text}。`).join('')}`;
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
    chart: rows.length > 0 ? chartOf(rows, asked, units, log, answer) : null,
    options: [],
    notes: [
      `比较范围：${criterion}。${asked.known === null ? '' : `${asked.known} 个部门中 ${total} 个收录了这一年的决算，而且两个数都有。`}`,
      ...(points.length < total ? [`只画出${x.label}最大的 ${points.length} 个，共 ${total} 个。`] : []),
      ...(disputed > 0 ? [`${disputed} 个部门的数字互相矛盾，画作朱色菱形。`] : []),
    ],
    sources: [],
    points: rows,
    units,
  };
}
