import { describe, expect, it, test } from 'vitest';
import {
  bridgeTablePath,
  briefPath,
  departmentOf,
  departmentPath,
  parseBridgeSelection,
  parseBriefSelection,
  parseDepartmentId,
} from '../lib/departmentSelection';

const ID = '610803-gongye-shangmao-ju';

describe('a department in the address', () => {
  test.each([
    [ID, ID],
    ['000000-ju', '000000-ju'],
    ['61080-ju', undefined],
    ['610803-', undefined],
    ['610803-Ju', undefined],
    [`610803-${'a'.repeat(150)}`, undefined],
    ['610803-ju%27', undefined],
  ])('%s', (text, id) => {
    expect(parseDepartmentId(text)).toBe(id);
  });

  it('is an account’s id without its year', () => {
    expect(departmentOf(`${ID}-2021`)).toBe(ID);
  });
});

describe('a bridge in the address', () => {
  test.each([
    [{}, { by: 'class', like: true, unknown: [] }],
    [
      { from: '2020', to: '2021', by: 'item' },
      { from: 2020, to: 2021, by: 'item', like: true, unknown: [] },
    ],
    [{ codes: 'printed' }, { by: 'class', like: false, unknown: [] }],
    [
      { from: '', by: '' },
      { by: 'class', like: true, unknown: [] },
    ],
    [
      { from: 'never', by: ['x', 'all'] },
      { by: 'class', like: true, unknown: ['from=never', 'by=all'] },
    ],
    [{ to: '99999' }, { by: 'class', like: true, unknown: ['to=99999'] }],
    [{ other: 'x' }, { by: 'class', like: true, unknown: [] }],
  ])('%o', (query, selection) => {
    expect(parseBridgeSelection(query)).toEqual(selection);
  });

  it('comes back from its own address', () => {
    for (const selection of [
      { by: 'class', like: true },
      { from: 2019, to: 2021, by: 'item', like: false },
    ] as const) {
      const query = Object.fromEntries(new URL(departmentPath(ID, selection), 'http://x').searchParams);
      expect(parseBridgeSelection(query)).toEqual({ ...selection, unknown: [] });
      expect(new URL(bridgeTablePath(ID, selection), 'http://x').search).toBe(
        new URL(departmentPath(ID, selection), 'http://x').search,
      );
    }
    expect(departmentPath(ID)).toBe(`/departments/${ID}`);
    expect(departmentPath(ID, {}, 'bridge')).toBe(`/departments/${ID}#bridge`);
  });
});

describe('the accounts of a brief', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `${ID}-${2010 + at}`);
  it('are eight at most, each once; what no account can be called is kept apart', () => {
    expect(parseBriefSelection({ accounts: ids.join() })).toEqual({
      accounts: ids.slice(0, 8),
      malformed: [],
      tooMany: true,
    });
    expect(parseBriefSelection({ accounts: `${ids[0]},<x>,${ids[0]}` })).toEqual({
      accounts: [ids[0]],
      malformed: ['<x>'],
      tooMany: false,
    });
    expect(parseBriefSelection({})).toEqual({ accounts: [], malformed: [], tooMany: false });
  });

  it('come back from their address', () => {
    const [one = '', other = ''] = ids;
    const query = Object.fromEntries(new URL(briefPath([one, other]), 'http://x').searchParams);
    expect(parseBriefSelection(query).accounts).toEqual([one, other]);
  });
});
