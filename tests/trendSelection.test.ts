import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { parseTrendSelection, TREND_VIEWS, trendsPath } from '../lib/trendSelection';

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://x').searchParams);

test.each([
  [{}, '/trends'],
  [{ figure: 'total_expenditure', view: 'share' }, '/trends?figure=total_expenditure&view=share'],
  [
    { departments: '610827-gongye,610803-jiaoyu', from: '2019', to: '2021' },
    '/trends?departments=610827-gongye,610803-jiaoyu&from=2019&to=2021',
  ],
  [{ figure: 'total_expenditure', code: '2080505', like: '1' }, '/trends?figure=2080505&like=1'],
  [{ view: 'index', base: '2019', scale: 'log' }, '/trends?view=index&base=2019&scale=log'],
  [{ view: 'share', base: '2019' }, '/trends?view=share'],
  [
    { department: ['610827-a', '610827-b'], text: ' 财政局 ' },
    '/trends?departments=610827-a,610827-b&text=%E8%B4%A2%E6%94%BF%E5%B1%80',
  ],
])('%j is restored by %s', (query, path) => {
  const { selection, misread } = parseTrendSelection(query);
  expect(misread).toEqual([]);
  expect(trendsPath(selection)).toBe(path);
});

test.each([
  [{ figure: '../etc' }, 'figure'],
  [{ view: 'zz' }, 'view'],
  [{ from: 'abc' }, 'from'],
  [{ from: '2021', to: '2019' }, 'to'],
  [{ departments: '610827-ok,<script>' }, 'departments'],
  [{ departments: Array.from({ length: 9 }, (_, at) => `610827-a${at}`).join() }, 'departments'],
])('%j is not understood, and said so', (query, key) => {
  const { selection, misread } = parseTrendSelection(query);
  expect(misread.map((one) => one.key)).toEqual([key]);
  expect(selection.departments.length).toBeLessThanOrEqual(8);
});

it('whatever is asked for, the address that is made of it is understood as the same', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('2019', '2080505', 'share', 'index', '1', 'log', '610827-a'));
  const query = fc.dictionary(
    fc.constantFrom('figure', 'code', 'departments', 'from', 'to', 'view', 'base', 'scale', 'like', 'text'),
    fc.oneof(text, fc.array(text)),
  );
  fc.assert(
    fc.property(query, (asked) => {
      const path = trendsPath(parseTrendSelection(asked).selection);
      const again = parseTrendSelection(queryOf(path));
      expect(again.misread).toEqual([]);
      expect(trendsPath(again.selection)).toBe(path);
      expect(TREND_VIEWS).toContain(again.selection.view);
    }),
  );
});
