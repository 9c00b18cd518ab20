import { describe, expect, it, test } from 'vitest';
import { accountsPath, choicePath, MOST_TICKED, parseAccountSelection } from '../lib/accountSelection';
import { overviewPath, parseOverviewSelection } from '../lib/overviewSelection';
import type { Query } from '../lib/selection';

const ID = '610827-gongye-shangmao-ju-2023';

describe('the overview', () => {
  test.each<[string, Query, string, string[]]>([
    ['nothing', {}, '/', []],
    ['empty fields of a form', { year: '', region: '' }, '/', []],
    ['a year', { year: '2021' }, '/?year=2021', []],
    ['all years', { year: 'all' }, '/?year=all', []],
    ['the first page is not named', { page: '1', level: '县级' }, `/?${new URLSearchParams({ level: '县级' })}`, []],
    ['the last of repeated keys counts', { year: ['2020', '2021'] }, '/?year=2021', []],
    ['an unknown year', { year: '21', region: '610800' }, '/?region=610800', ['年度']],
    ['an unknown measure', { figure: 'constructor' }, '/', ['指标']],
    ['odd values', { region: "1' OR 1=1", state: 'x', order: 'y', page: '0' }, '/', ['地区', '状态', '次序', '页码']],
    ['other keys', { utm_source: 'x' }, '/', []],
  ])('%s', (_name, query, path, unread) => {
    const read = parseOverviewSelection(query);
    expect(overviewPath(read.selection)).toBe(path);
    expect(read.unread).toEqual(unread);
  });

  it('an address that is read again says the same', () => {
    const path = '/?year=2021&region=610800&grain=departments&state=faulty&figure=three_public&order=growth&page=3';
    const query = Object.fromEntries(new URLSearchParams(path.slice(2)));
    expect(overviewPath(parseOverviewSelection(query).selection)).toBe(path);
  });
});

describe('the list of accounts', () => {
  test.each<[string, Query, string, string[]]>([
    ['nothing', {}, '/accounts', []],
    ['ticks of a form', { accounts: [ID, `${ID.slice(0, -1)}2`] }, `/accounts?accounts=${ID},${ID.slice(0, -1)}2`, []],
    ['a tick twice', { accounts: `${ID},${ID}` }, `/accounts?accounts=${ID}`, []],
    ['something that is no account', { accounts: 'x' }, '/accounts', ['所选决算的编号']],
    ['the usual order is not named', { order: 'name', faulty: '1' }, '/accounts?faulty=1', []],
    ['blank words', { text: '  ' }, '/accounts', []],
    ['too many words', { text: 'x'.repeat(61) }, '/accounts', ['查找的文字']],
  ])('%s', (_name, query, path, unread) => {
    const read = parseAccountSelection(query);
    expect(accountsPath(read.selection)).toBe(path);
    expect(read.unread).toEqual(unread);
  });

  it('holds a bounded number of ticks', () => {
    const many = Array.from({ length: 60 }, (_, at) => `610827-bumen-${at}-2020`);
    expect(parseAccountSelection({ accounts: many.join(',') }).selection.accounts).toEqual(many.slice(0, MOST_TICKED));
  });

  it('the choice keeps what is chosen and what is looked for', () => {
    expect(choicePath({ choose: [] })).toBe('/compare');
    expect(choicePath({ choose: [ID], text: 'a b' })).toBe(`/compare?choose=${ID}&text=a+b`);
  });
});
