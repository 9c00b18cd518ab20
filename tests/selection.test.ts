import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  accountPath,
  chartPath,
  chooseOption,
  choosePath,
  comparePath,
  parseAccountId,
  parseAccountList,
  parseView,
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
