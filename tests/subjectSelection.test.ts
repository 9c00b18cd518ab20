import { describe, expect, it, test } from 'vitest';
import {
  listOfCode,
  parseSubjectCode,
  parseSubjectSelection,
  readSubjectSelection,
  type SubjectSelection,
  subjectPath,
  subjectsPath,
} from '../lib/subjectSelection';

const NOTHING: SubjectSelection = {
  departments: [],
  like: false,
  page: 1,
  codes: [],
  open: [],
  view: 'amount',
  order: 'amount',
};

describe('a selection is read from the address', () => {
  test.each([
    [{}, NOTHING],
    [{ region: '', from: '', to: '', text: '', departments: '' }, NOTHING],
    [{ region: '6108', from: '20x1', fund: 'gold', like: 'yes', page: '0', codes: '20,2080' }, NOTHING],
    [
      { region: '610800', from: '2019', to: '2023' },
      { ...NOTHING, region: '610800', from: 2019, to: 2023 },
    ],
    [
      { like: '1', fund: 'general', text: ' 养老 ' },
      { ...NOTHING, like: true, fund: 'general', text: '养老' },
    ],
    [
      { departments: ['610827-jiaoyu-ju', '610803-jiaoyu-ju,610827-jiaoyu-ju'] },
      { ...NOTHING, departments: ['610827-jiaoyu-ju', '610803-jiaoyu-ju'] },
    ],
    [{ codes: '208 20805，2080505、208' }, { ...NOTHING, codes: ['208', '20805', '2080505'] }],
    [{ codes: '201,202,203,204,205,206,207' }, { ...NOTHING, codes: ['201', '202', '203', '204', '205'] }],
    [{ departments: '<script>', unknown: '1' }, NOTHING],
  ])('%j', (query, expected) => {
    expect(parseSubjectSelection(query)).toEqual(expected);
  });
});

describe('addresses', () => {
  it.each([
    [subjectsPath('functional'), '/subjects/functional'],
    [
      subjectsPath('functional', { ...NOTHING, region: '610800', like: true }),
      '/subjects/functional?region=610800&like=1',
    ],
    [subjectsPath('economic', { ...NOTHING, fund: 'fund', like: true, to: 2023 }), '/subjects/economic?to=2023'],
    [subjectsPath('functional', { ...NOTHING, year: 2021, codes: ['208'] }), '/subjects/functional'],
    [
      subjectPath('functional', '208', { ...NOTHING, codes: ['205', '210'], fund: 'fund' }, 'beside'),
      '/subjects/functional/208?fund=fund&codes=205,210#beside',
    ],
    [
      subjectPath('economic', '30101', { ...NOTHING, year: 2021, page: 2 }),
      '/subjects/economic/30101?year=2021&page=2',
    ],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected);
  });

  it('what an address says is read back as it was', () => {
    const selection = {
      ...NOTHING,
      departments: ['610827-jiaoyu-ju'],
      region: '610800',
      from: 2019,
      like: true,
      codes: ['208'],
    };
    const query = Object.fromEntries(new URL(subjectPath('functional', '205', selection), 'http://x').searchParams);
    expect(parseSubjectSelection(query)).toEqual(selection);
  });
});

describe('codes', () => {
  test.each([
    ['functional', '208', '208'],
    ['functional', '2080505', '2080505'],
    ['functional', '20805051', undefined],
    ['functional', '2080', undefined],
    ['economic', '30101', '30101'],
    ['economic', '3010101', undefined],
    ['economic', '30x', undefined],
  ] as const)('%s %s', (list, written, expected) => {
    expect(parseSubjectCode(list, written)).toBe(expected);
  });

  test.each([
    ['2080505', 'functional'],
    ['301', 'economic'],
    ['103', undefined],
    ['30', undefined],
    ['', undefined],
  ])('the list of %j', (code, list) => {
    expect(listOfCode(code)).toBe(list);
  });
});

describe('what of an address is not understood is named', () => {
  it.each([
    [{ from: '20x1', region: 'xyz' }, ['from', 'region']],
    [{ view: 'beauty', fund: 'gold', nature: 'x' }, ['fund', 'nature', 'view']],
    [{ codes: '208,abc' }, ['codes']],
    [{ from: '', region: '' }, []],
  ])('%j', (query, keys) => expect(readSubjectSelection(query).misread.map(({ key }) => key)).toEqual(keys));

  it('years in the wrong order are turned', () =>
    expect(parseSubjectSelection({ from: '2023', to: '2019' })).toMatchObject({ from: 2019, to: 2023 }));
});
