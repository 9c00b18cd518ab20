import type { TrendsData } from '../../lib/panels/trends';
import { trendsPath } from '../../lib/trendSelection';
import type { Twin } from '../_twins/twin';
import type { AskedTrends } from './askTrends';

const STATUS = {
  published: '公布数',
  adopted: '采用数',
  derived: '推得数',
  computed: '计算数',
  missing: '缺',
} as const;

function rowsOf({ lines, rows, columns, unit }: TrendsData): (string | null)[][] {
  return lines.flatMap(({ department, name, region }, line) =>
    columns.map(({ key }, at) => {
      const cell = rows[line]?.cells[at];
      const [source] = cell?.sources ?? [];
      return [
        department,
        name,
        region,
        key,
        cell?.value ?? null,
        cell?.low ?? null,
        cell?.high ?? null,
        unit,
        STATUS[cell?.status ?? 'missing'],
        cell?.disputed ? '是' : '',
        cell?.reason ?? null,
        source?.account ?? null,
        source ? String(source.place.line) : null,
      ];
    }),
  );
}

/** The trends as downloads: a row a department and year, gaps with their reason. */
export const trendsTwin = ({ data, selection }: AskedTrends): Twin => ({
  name: `trends-${selection.figure ?? ''}`,
  title: data.title,
  subtitle: data.subtitle,
  answer: data.answer,
  notes: [
    ...data.notes,
    ...data.breaks.map(
      ({ letter, year, text, departments }) =>
        `${letter}　${year} 年　${departments.map(({ name }) => name).join('、') || '所列部门'}：${text}`,
    ),
  ],
  columns: [
    { key: 'department', label: '部门编号' },
    { key: 'name', label: '部门' },
    { key: 'region', label: '地区' },
    { key: 'year', label: '年度', number: true },
    { key: 'value', label: data.title.replace(/历年怎样变化？$/, ''), number: true },
    { key: 'low', label: '下限', number: true },
    { key: 'high', label: '上限', number: true },
    { key: 'unit', label: '单位' },
    { key: 'status', label: '状态' },
    { key: 'disputed', label: '有矛盾' },
    { key: 'reason', label: '说明' },
    { key: 'account', label: '决算' },
    { key: 'line', label: '原文行', number: true },
  ],
  rows: rowsOf(data),
  chart: data.chart,
  path: trendsPath(selection),
});
