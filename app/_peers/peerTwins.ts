import type { DistributionData } from '../../lib/panels/distribution';
import type { PanelCell, PanelData } from '../../lib/panels/panel';
import type { Twin, TwinColumn } from '../_twins/twin';
import type { AskedPeers } from './askPeers';
import type { AskedRanking } from './askRanking';
import type { AskedScatter } from './askScatter';
import { type PeerPage, peersPath } from './peerSelection';

const STATUS = {
  published: '公布数',
  adopted: '采用数',
  derived: '推得数',
  computed: '计算数',
  missing: '缺',
} as const;

const OF_A_DEPARTMENT: readonly TwinColumn[] = [
  { key: 'department', label: '部门编号' },
  { key: 'name', label: '部门' },
  { key: 'region', label: '地区' },
  { key: 'account', label: '决算' },
];

const figureColumns = (key: string, label: string): TwinColumn[] => [
  { key, label, number: true },
  { key: `${key}_low`, label: `${label} 下限`, number: true },
  { key: `${key}_high`, label: `${label} 上限`, number: true },
  { key: `${key}_unit`, label: `${label} 单位` },
  { key: `${key}_status`, label: `${label} 状态` },
  { key: `${key}_disputed`, label: `${label} 有矛盾` },
  { key: `${key}_reason`, label: `${label} 说明` },
  { key: `${key}_line`, label: `${label} 原文行`, number: true },
];

const figureFields = (cell: PanelCell, unit: string): (string | null)[] => [
  cell.value,
  cell.low ?? null,
  cell.high ?? null,
  unit,
  STATUS[cell.status],
  cell.disputed ? '是' : '',
  cell.reason ?? null,
  cell.sources[0] ? String(cell.sources[0].place.line) : null,
];

interface Of {
  department: string;
  name: string;
  region: { name: string } | null;
  account: string;
}

const departmentFields = ({ department, name, region, account }: Of): (string | null)[] => [
  department,
  name,
  region?.name ?? null,
  account,
];

const headOf = (page: PeerPage, { selection }: AskedPeers, data: PanelData): Omit<Twin, 'columns' | 'rows'> => ({
  name: `${page}-${selection.figure}-${selection.year}`,
  title: data.title,
  subtitle: data.subtitle,
  answer: data.answer,
  notes: data.notes,
  chart: data.chart,
  path: peersPath(page, { ...selection, text: undefined }),
});

/** A ranking as downloads: a row a department, in the order of the page. */
export function rankingTwin({ asked, data }: AskedRanking): Twin {
  const rows = [...data.ranked, ...data.apart.filter(({ row }) => !data.ranked.some((one) => one.row === row))];
  return {
    ...headOf('rankings', asked, data),
    columns: [
      { key: 'rank', label: '名次', number: true },
      { key: 'rank_worst', label: '最低名次', number: true },
      ...OF_A_DEPARTMENT,
      ...figureColumns('value', data.columns[0]?.label ?? ''),
    ],
    rows: rows.map(({ row, cell }) => [
      String(row.rank),
      String(row.worst),
      ...departmentFields(row),
      ...figureFields(cell, data.unit),
    ]),
  };
}

/** A distribution as downloads: a row a bin, or a department where they are too few to be counted. */
export function distributionTwin({ asked, data }: { asked: AskedPeers; data: DistributionData }): Twin {
  const head = headOf('distribution', asked, data);
  if (data.bins.length === 0)
    return {
      ...head,
      columns: [...OF_A_DEPARTMENT, ...figureColumns('value', data.label)],
      rows: data.chosen.map(({ row, cell }) => [...departmentFields(row), ...figureFields(cell, data.unit)]),
    };
  return {
    ...head,
    notes: [...data.notes, ...data.quantiles.map(({ label, text }) => `${label}：${text} ${data.unit}`.trim())],
    columns: [
      { key: 'low', label: '从', number: true },
      { key: 'high', label: '到', number: true },
      { key: 'unit', label: '单位' },
      { key: 'departments', label: '部门数', number: true },
    ],
    rows: data.bins.map(({ low, high, count }) => [plain(low), plain(high), data.unit, String(count)]),
  };
}

const plain = (text: string): string => text.replace(/,/g, '').replace('−', '-');

/** A scatter as downloads: a row a department, the largest of the first figure first. */
export const scatterTwin = ({ asked, data, rows }: AskedScatter): Twin => ({
  ...headOf('scatter', asked, data),
  columns: [
    ...OF_A_DEPARTMENT,
    ...figureColumns('x', data.columns[0]?.label ?? ''),
    ...figureColumns('y', data.columns[1]?.label ?? ''),
  ],
  rows: rows.map(({ point, x, y }) => [
    ...departmentFields(point),
    ...figureFields(x, data.units.x),
    ...figureFields(y, data.units.y),
  ]),
});
