import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { PEER_PAGES, parsePeerSelection, peersPath } from '../../app/_peers/peerSelection';

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://x').searchParams);

test.each([
  ['rankings', {}, '/rankings'],
  [
    'rankings',
    { figure: 'basic_share', year: '2021', order: 'ascending', page: '3' },
    '/rankings?figure=basic_share&year=2021&order=ascending&page=3',
  ],
  [
    'rankings',
    { region: '610000', level: '县级', kind: '财政局', size: 'small' },
    '/rankings?region=610000&level=%E5%8E%BF%E7%BA%A7&kind=%E8%B4%A2%E6%94%BF%E5%B1%80&size=small',
  ],
  ['distribution', { department: '610827-a' }, '/distribution?department=610827-a'],
  ['scatter', { x: 'headcount_actual', y: 'year_expenditure' }, '/scatter?x=headcount_actual&y=year_expenditure'],
] as const)('%s %j is restored by %s', (page, query, path) => {
  const { selection, misread } = parsePeerSelection(query);
  expect(misread).toEqual([]);
  expect(peersPath(page, selection)).toBe(path);
});

test.each(['region', 'level', 'size', 'year', 'order', 'page', 'figure', 'department'])(
  'nonsense in %s is noted',
  (key) => {
    expect(parsePeerSelection({ [key]: '<’>' }).misread).toEqual([{ key, value: '<’>' }]);
  },
);

it('the tabs keep what is chosen: each page restores the same selection', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('2019', 'basic_share', '610000', '县级', 'huge', 'ascending', '2'),
  );
  const query = fc.dictionary(
    fc.constantFrom(
      'figure',
      'x',
      'y',
      'year',
      'region',
      'level',
      'kind',
      'size',
      'order',
      'scale',
      'department',
      'page',
    ),
    text,
  );
  fc.assert(
    fc.property(query, fc.constantFrom(...PEER_PAGES), (asked, page) => {
      const { selection } = parsePeerSelection(asked);
      const again = parsePeerSelection(queryOf(peersPath(page, selection)));
      expect(again.misread).toEqual([]);
      expect(again.selection).toEqual(selection);
    }),
  );
});
