import type { SubjectList } from './subjectSelection';

/** What a pivot's rows and columns are made of: class 类, item 款, subitem 项; nature 基本/项目, of economic codes 人员/公用. */
export const PIVOT_DIMENSIONS = [
  'department',
  'region',
  'kind',
  'year',
  'class',
  'item',
  'subitem',
  'fund',
  'nature',
] as const;
export type PivotDimension = (typeof PIVOT_DIMENSIONS)[number];

export const DIMENSION_WORDS: Readonly<Record<PivotDimension, string>> = {
  department: '部门',
  region: '地区',
  kind: '部门类别',
  year: '年度',
  class: '类',
  item: '款',
  subitem: '项',
  fund: '资金',
  nature: '基本/项目',
};

export const PIVOT_VALUES = [
  'amount',
  'row_share',
  'column_share',
  'parent_share',
  'total_share',
  'growth',
  'per_person',
] as const;
export type PivotValue = (typeof PIVOT_VALUES)[number];

export const VALUE_WORDS: Readonly<Record<PivotValue, { label: string; unit: string }>> = {
  amount: { label: '金额', unit: '万元' },
  row_share: { label: '占本行', unit: '%' },
  column_share: { label: '占本列', unit: '%' },
  parent_share: { label: '占上级', unit: '%' },
  total_share: { label: '占总计', unit: '%' },
  growth: { label: '比上年增减', unit: '%' },
  per_person: { label: '人均', unit: '万元/人' },
};

export const MOST_ROW_DIMENSIONS = 3;
export const MOST_COLUMN_DIMENSIONS = 2;
export const PIVOT_LEVELS = ['省级', '地级', '县级'] as const;
export const PIVOT_FUNDS = ['general', 'fund', 'capital', 'other'] as const;
export const PIVOT_NATURES = ['basic', 'project', 'personnel', 'operating', 'other'] as const;

/** The order by which rows of one parent stand: by a column's key or `total`, else as the codes do. */
export interface PivotOrder {
  by: string;
  descending: boolean;
}

/** What the reader of a pivot has chosen; it is the address. */
export interface PivotSelection {
  list: SubjectList;
  /** from the outermost to the innermost */
  rows: PivotDimension[];
  columns: PivotDimension[];
  value: PivotValue;
  region?: string;
  departments: string[];
  kind?: string;
  level?: (typeof PIVOT_LEVELS)[number];
  from?: number;
  to?: number;
  codes: string[];
  fund?: (typeof PIVOT_FUNDS)[number];
  nature?: (typeof PIVOT_NATURES)[number];
  like: boolean;
  /** words that the label of a row, of one above or of one below it holds */
  text?: string;
  order?: PivotOrder;
  page: number;
}

export const DEFAULT_PIVOT: PivotSelection = {
  list: 'functional',
  rows: ['class'],
  columns: ['year'],
  value: 'amount',
  departments: [],
  codes: [],
  like: false,
  page: 1,
};

const CODE_DIMENSIONS = ['class', 'item', 'subitem'] as const;

/** 1 类, 2 款, 3 项; 0 for what is no code. */
export const codeLevel = (dimension: PivotDimension): 0 | 1 | 2 | 3 =>
  ((CODE_DIMENSIONS as readonly string[]).indexOf(dimension) + 1) as 0 | 1 | 2 | 3;

export const finestLevel = (dimensions: readonly PivotDimension[]): number => Math.max(0, ...dimensions.map(codeLevel));

/** Whether a list's amounts can be told apart by a dimension: economic codes have no 项, and one fund only. */
export const isDimensionOf = (list: SubjectList, dimension: PivotDimension): boolean =>
  list === 'functional' || (dimension !== 'subitem' && dimension !== 'fund');

const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

/** The address of a pivot, or of one of its files; nothing is written that is so anyway. */
export function pivotPath(selection: Partial<PivotSelection> = {}, path = '/pivot'): string {
  const { list, rows, columns, value, order, page, like, departments, codes, ...rest } = {
    ...DEFAULT_PIVOT,
    ...selection,
  };
  const isDefault = same(rows, DEFAULT_PIVOT.rows) && same(columns, DEFAULT_PIVOT.columns);
  const entries = Object.entries({
    list: list === 'functional' ? undefined : list,
    rows: isDefault ? undefined : rows.join(','),
    columns: isDefault ? undefined : columns.join(',') || 'none',
    value: value === 'amount' ? undefined : value,
    region: rest.region,
    departments: departments.join(','),
    kind: rest.kind,
    level: rest.level,
    from: rest.from,
    to: rest.to,
    codes: codes.join(','),
    fund: rest.fund,
    nature: rest.nature,
    like: like ? 1 : undefined,
    text: rest.text,
    sort: order && `${order.descending ? '-' : ''}${order.by}`,
    page: page === 1 ? undefined : page,
  }).flatMap(([key, one]): [string, string][] => (one === undefined || one === '' ? [] : [[key, String(one)]]));
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`.replaceAll('%2C', ',');
}

/** A member of a dimension, by its key. */
export interface PivotMember {
  dimension: PivotDimension;
  key: string;
}

/** The selection within one cell's members. */
export function narrowed(selection: PivotSelection, members: readonly PivotMember[]): PivotSelection {
  const found = (dimension: PivotDimension): string | undefined =>
    members.find((member) => member.dimension === dimension)?.key;
  const [department, region, kind, year] = (['department', 'region', 'kind', 'year'] as const).map(found);
  const code = found('subitem') ?? found('item') ?? found('class');
  const [fund, nature] = [found('fund'), found('nature')];
  return {
    ...selection,
    ...(department === undefined ? {} : { departments: [department] }),
    ...(region === undefined || !/^\d{6}$/.test(region) ? {} : { region }),
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { from: Number(year), to: Number(year) }),
    ...(code === undefined ? {} : { codes: [code] }),
    ...(fund === undefined ? {} : { fund: fund as (typeof PIVOT_FUNDS)[number] }),
    ...(nature === undefined ? {} : { nature: nature as (typeof PIVOT_NATURES)[number] }),
  };
}

const levelOf = (code: string): number => (code.length - 1) / 2;

/** The parts that a sum is made of, as the next pivot: the next finer code, then the departments. */
export function partsPath(selection: PivotSelection, members: readonly PivotMember[]): string {
  const within = narrowed(selection, members);
  const level = Math.max(0, ...within.codes.map(levelOf));
  const finest = selection.list === 'functional' ? 3 : 2;
  const next = CODE_DIMENSIONS[level];
  const byCode = next !== undefined && level < finest && (level > 0 || within.departments.length === 1);
  // a city's own departments stand beside those of its counties
  const isWide = within.region?.endsWith('00') === true && members.some(({ dimension }) => dimension === 'region');
  const several = within.codes.length > 1 ? CODE_DIMENSIONS[level - 1] : undefined;
  const rows: PivotDimension[] = several
    ? [several]
    : byCode
      ? [next]
      : isWide
        ? ['region', 'department']
        : ['department'];
  const { order: _order, text: _text, ...kept } = within;
  return pivotPath({ ...kept, rows, columns: ['year'], value: 'amount', page: 1 });
}
