import { type PivotSelection, pivotPath } from '../../lib/pivot';

export interface Preset {
  label: string;
  href: string;
}

/** The usual questions, as pivots; one that is about a single year takes the latest. */
export function presetsFor(years: readonly number[]): Preset[] {
  const latest = years.at(-1);
  const oneYear = latest === undefined ? {} : { from: latest, to: latest };
  const pivots: [string, Partial<PivotSelection>][] = [
    ['类 × 年度', {}],
    ['部门 × 年度', { rows: ['department'], columns: ['year'] }],
    ['各部门 2080505 历年', { rows: ['department'], columns: ['year'], codes: ['2080505'] }],
    [`县区 × 类${latest === undefined ? '' : `（${latest}）`}`, { rows: ['region'], columns: ['class'], ...oneYear }],
    ['基本/项目 × 年度', { rows: ['nature'], columns: ['year'] }],
    ['类、款、项 × 年度', { rows: ['class', 'item', 'subitem'], columns: ['year'] }],
    [`类 × 资金${latest === undefined ? '' : `（${latest}）`}`, { rows: ['class'], columns: ['fund'], ...oneYear }],
    ['各类比上年', { rows: ['class'], columns: ['year'], value: 'growth' }],
    ['部门人均', { rows: ['department'], columns: ['year'], value: 'per_person' }],
    ['经济分类 × 年度', { list: 'economic', rows: ['class', 'item'], columns: ['year'] }],
  ];
  return pivots.map(([label, selection]) => ({ label, href: pivotPath(selection) }));
}
