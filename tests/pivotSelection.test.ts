import { describe, expect, it, test } from 'vitest';
import { DEFAULT_PIVOT, type PivotSelection, partsPath, pivotPath } from '../lib/pivot';
import { parsePivot } from '../lib/pivotSelection';

const read = (address: string): PivotSelection =>
  parsePivot(Object.fromEntries(new URL(address, 'http://x').searchParams)).selection;

describe('a pivot is read from the address', () => {
  test.each<[Record<string, string | string[]>, Partial<PivotSelection>]>([
    [{}, {}],
    [{ rows: '', columns: '', value: '', region: '', from: '', codes: '', sort: '' }, {}],
    [
      { rows: ['department', '', ''], columns: ['year', ''] },
      { rows: ['department'], columns: ['year'] },
    ],
    [
      { rows: 'region,department', columns: 'none' },
      { rows: ['region', 'department'], columns: [] },
    ],
    [{ rows: 'region' }, { rows: ['region'], columns: ['year'] }],
    [{ rows: 'year' }, { rows: ['year'], columns: [] }],
    [
      { rows: 'year', columns: 'year' },
      { rows: ['class'], columns: ['year'] },
    ],
    [
      { rows: 'class', columns: 'class' },
      { rows: ['department'], columns: ['class'] },
    ],
    [
      { list: 'economic', rows: 'item', fund: 'general' },
      { list: 'economic', rows: ['item'] },
    ],
    [
      { from: '2022', to: '2019' },
      { from: 2019, to: 2022 },
    ],
    [{ codes: '2080505 208，20805' }, { codes: ['2080505', '208', '20805'] }],
    [{ sort: '-2021' }, { order: { by: '2021', descending: true } }],
    [{ sort: 'total' }, { order: { by: 'total', descending: false } }],
  ])('%j', (query, expected) => {
    expect(parsePivot(query)).toEqual({ selection: { ...DEFAULT_PIVOT, ...expected }, refused: [] });
  });

  test.each<[Record<string, string>, string]>([
    [{ rows: 'planet' }, 'rows=planet'],
    [{ value: '<script>' }, 'value=<script>'],
    [{ from: '20x1' }, 'from=20x1'],
    [{ codes: '99999999' }, 'codes=99999999'],
    [{ rows: 'class,item,subitem,fund' }, 'rows=fund'],
    [{ page: '-1' }, 'page=-1'],
    [{ list: 'economic', rows: 'subitem,item' }, 'rows=subitem'],
    [{ list: 'economic', columns: 'fund' }, 'columns=fund'],
  ])('%j is named as not understood', (query, refused) => {
    expect(parsePivot(query).refused).toEqual([refused]);
  });
});

describe('addresses', () => {
  it.each<[Partial<PivotSelection>, string]>([
    [{}, '/pivot'],
    [{ rows: ['department'] }, '/pivot?rows=department&columns=year'],
    [{ columns: [] }, '/pivot?rows=class&columns=none'],
    [
      { value: 'growth', like: true, order: { by: 'total', descending: true } },
      '/pivot?value=growth&like=1&sort=-total',
    ],
  ])('%j is %s', (selection, path) => {
    expect(pivotPath(selection)).toBe(path);
  });

  it.each([
    '/pivot?rows=department,subitem&columns=year,nature&value=row_share&region=610800&kind=教育局&from=2019&to=2021&codes=208,2080505&text=养老&sort=-2019.basic&page=3',
    '/pivot?list=economic&rows=class,item&columns=none&level=县级&nature=personnel',
    '/pivot?rows=region&columns=fund&departments=610827-jiaoyu-ju,610803-jiaoyu-ju&fund=capital&like=1',
  ])('%s reads back as it was written', (path) => {
    expect(decodeURIComponent(pivotPath(read(path)))).toBe(path);
  });
});

describe('sums lead to their parts', () => {
  it.each<[Partial<PivotSelection>, Parameters<typeof partsPath>[1], string]>([
    [
      {},
      [
        { dimension: 'class', key: '208' },
        { dimension: 'year', key: '2021' },
      ],
      '/pivot?rows=item&columns=year&from=2021&to=2021&codes=208',
    ],
    [
      { rows: ['department'], codes: ['2080505', '2089999'] },
      [{ dimension: 'department', key: '610827-jiaoyu-ju' }],
      '/pivot?rows=subitem&columns=year&departments=610827-jiaoyu-ju&codes=2080505,2089999',
    ],
    [{}, [{ dimension: 'subitem', key: '2080505' }], '/pivot?rows=department&columns=year&codes=2080505'],
    [
      { rows: ['department'] },
      [{ dimension: 'department', key: '610827-jiaoyu-ju' }],
      '/pivot?departments=610827-jiaoyu-ju',
    ],
    [
      { rows: ['region'] },
      [{ dimension: 'region', key: '610800' }],
      '/pivot?rows=region,department&columns=year&region=610800',
    ],
    [
      { rows: ['region'] },
      [{ dimension: 'region', key: '610827' }],
      '/pivot?rows=department&columns=year&region=610827',
    ],
  ])('%j, %j', (selection, members, path) => {
    expect(partsPath({ ...DEFAULT_PIVOT, ...selection }, members)).toBe(path);
  });
});
