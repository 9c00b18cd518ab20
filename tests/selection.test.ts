import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  accountFindingsPath,
  accountPath,
  chartPath,
  chooseOption,
  choosePath,
  comparePath,
  type FindingSelection,
  findingsPath,
  parseAccountId,
  parseAccountList,
  parseFindingSelection,
  parseView,
  type Query,
  sourcePath,
  viewOfPanel,
} from '../lib/selection';

const A = '610827-gongye-shangmao-ju-2023';
const B = '000000-jiaoyu-ju-2-2021';

describe('account ids', () => {
  test.each([A, B, '990101-bumen-1999'])('%s is one', (id) => {
    expect(parseAccountId(id)).toBe(id);
  });

  test.each([
    '',
    '610827',
    '610827-2023',
    '610827-gongye',
    '610827--2023',
    '610827-Gongye-2023',
    '610827-工业-2023',
    '610827-a-1850',
    '610827-a-2023 ',
    `610827-${'a'.repeat(200)}-2023`,
    '../../etc/passwd',
    '610827-a-2023%00',
    '%',
  ])('%j is none', (text) => {
    expect(parseAccountId(text)).toBeUndefined();
  });

  it('an encoded id is read', () => {
    expect(parseAccountId(encodeURIComponent(A))).toBe(A);
  });
});

describe('lists of accounts', () => {
  test.each<[string, string | string[] | undefined, string[], string[], boolean]>([
    ['nothing', undefined, [], [], false],
    ['an empty text', '', [], [], false],
    ['commas', `${A},${B}`, [A, B], [], false],
    ['Chinese commas', `${A}，${B}`, [A, B], [], false],
    ['encoded commas', `${A}%2C${B}`, [A, B], [], false],
    ['repeated keys of a form', [A, B], [A, B], [], false],
    ['both', [`${A},${B}`, A], [A, B], [], true],
    ['an id twice', `${A},${A}`, [A], [], true],
    ['empty parts', `,${A},,${B},`, [A, B], [], false],
    ['something else', `${A},nonsense,nonsense`, [A], ['nonsense'], false],
  ])('%s', (_name, value, accounts, malformed, repeated) => {
    expect(parseAccountList(value)).toEqual({ accounts, malformed, repeated });
  });
});

describe('views', () => {
  test.each<[string, Record<string, string | string[] | undefined>, Record<string, string>]>([
    ['options are kept in the order of their keys', { 'b.x': '1', 'a.x': '2' }, { 'a.x': '2', 'b.x': '1' }],
    ['the last of repeated keys counts', { 'classes.show': ['amount', 'share'] }, { 'classes.show': 'share' }],
    ['panels with hyphens', { 'functional-tree.level': '2' }, { 'functional-tree.level': '2' }],
    ['other keys are dropped', { accounts: A, utm_source: 'x', 'a.b.c': '1', '': 'x' }, {}],
    ['odd values are dropped', { 'a.b': '<script>', 'a.c': '', 'a.d': 'x'.repeat(200) }, {}],
  ])('%s', (_name, query, view) => {
    expect(Object.entries(parseView(query))).toEqual(Object.entries(view));
  });

  it('a panel sees its own options only', () => {
    expect(viewOfPanel({ 'classes.show': 'share', 'classesx.show': 'x' }, 'classes')).toEqual({ show: 'share' });
  });

  it('any view survives its address', () => {
    const word = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.tuple(word, word).map((parts) => parts.join('.')),
          word,
          { maxKeys: 6 },
        ),
        (view) => {
          const query = Object.fromEntries(new URL(comparePath([A, B], view), 'http://x').searchParams);
          expect(parseView(query)).toEqual(view);
        },
      ),
    );
  });
});

describe('addresses', () => {
  test.each([
    [comparePath([A, B]), `/compare/${A},${B}`],
    [comparePath([A], { 'classes.show': 'share' }, 'classes'), `/compare/${A}?classes.show=share#classes`],
    [comparePath([A], chooseOption({ 'a.x': '1' }, 'b', 'y', '2')), `/compare/${A}?a.x=1&b.y=2`],
    [choosePath(), '/compare'],
    [choosePath([A, B]), `/compare?choose=${A},${B}`],
    [accountPath(A), `/accounts/${A}`],
    [accountPath(A, 'N3'), `/accounts/${A}#N3`],
    [sourcePath(A), `/accounts/${A}/source`],
    [sourcePath(A, { line: 528 }), `/accounts/${A}/source#L528`],
    [
      chartPath('classes', [A, B], { 'classes.show': 'share', 'flow.x': '1' }),
      `/charts/classes?accounts=${A}%2C${B}&classes.show=share`,
    ],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('findings', () => {
  const DEPARTMENT = '610827-gongye-shangmao-ju';

  test.each<[string, Query, FindingSelection]>([
    ['nothing', {}, { page: 1 }],
    ['empty fields of a form', { severity: '', year: '', text: ' ', page: '' }, { page: 1 }],
    [
      'every filter',
      {
        severity: 'error',
        check: 'N-25',
        region: '610800',
        department: DEPARTMENT,
        year: '2023',
        text: ' 基本支出 ',
        page: '3',
      },
      {
        severity: 'error',
        check: 'N-25',
        region: '610800',
        department: DEPARTMENT,
        year: 2023,
        text: '基本支出',
        page: 3,
      },
    ],
    ['the last of repeated keys', { severity: ['note', 'error'] }, { severity: 'error', page: 1 }],
    [
      'what is no filter',
      { severity: 'fatal', check: "'; --", region: '61', department: '../x', year: '23', page: '-1', sort: 'x' },
      { page: 1 },
    ],
    ['a text that is too long', { text: '字'.repeat(61) }, { page: 1 }],
    ['years that are none', { year: '2023.5' }, { page: 1 }],
    ['a year after the last', { year: '3000' }, { page: 1 }],
  ])('%s', (_name, query, selection) => {
    expect(parseFindingSelection(query)).toEqual(selection);
  });

  test.each<[Partial<FindingSelection>, string]>([
    [{}, '/findings'],
    [{ page: 1 }, '/findings'],
    [{ page: 2 }, '/findings?page=2'],
    [{ year: 2023, severity: 'error' }, '/findings?severity=error&year=2023'],
    [{ text: '基本 支出' }, '/findings?text=%E5%9F%BA%E6%9C%AC+%E6%94%AF%E5%87%BA'],
  ])('%j is %s', (selection, path) => {
    expect(findingsPath(selection)).toBe(path);
  });

  it('an address is read as the selection it was written from', () => {
    const selections = fc.record(
      {
        severity: fc.constantFrom('error', 'warning', 'note'),
        check: fc.constantFrom('T3-01', 'N-25', 'TF-01', 'X-25'),
        region: fc.constantFrom('610000', '610827'),
        department: fc.constant(DEPARTMENT),
        year: fc.integer({ min: 1990, max: 2999 }),
        text: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text === text.trim() && text !== ''),
        page: fc.integer({ min: 1, max: 100_000 }),
      },
      { requiredKeys: ['page'] },
    );
    fc.assert(
      fc.property(selections, (selection) => {
        const { searchParams } = new URL(findingsPath(selection as FindingSelection), 'http://localhost');
        expect(parseFindingSelection(Object.fromEntries(searchParams))).toEqual(selection);
      }),
    );
  });

  it('a finding of an account has its anchor', () => {
    expect(accountFindingsPath(A)).toBe(`/accounts/${A}/findings`);
    expect(accountFindingsPath(A, 3)).toBe(`/accounts/${A}/findings#finding-3`);
  });
});
