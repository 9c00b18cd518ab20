import { describe, expect, it, test } from 'vitest';
import { marksOf, marksOfRow } from '../../app/_findings/marks';
import type { CheckReport, Finding, RelationVerdict } from '../../lib/findings';
import { placeAt } from '../../lib/place';

const cardOf = () => undefined;

const detail = (more: Partial<NonNullable<Finding['detail']>> = {}): NonNullable<Finding['detail']> => ({
  title: '各栏之和',
  relations: [],
  allowed: null,
  repair: null,
  satisfies: [],
  alternatives: [],
  facts: [],
  claims: [],
  ...more,
});

const finding = (more: Partial<Finding>): Finding => ({
  check: 'T3-01',
  severity: 'error',
  message: '不符',
  places: [],
  expected: null,
  found: null,
  difference: null,
  suggestion: null,
  detail: detail(),
  ...more,
});

const marks = (...findings: Finding[]) =>
  marksOf(
    { findings, verdicts: [], relations: [], adopted: [], coverage: { covered: 0, published: 0 } } as CheckReport,
    cardOf,
  );
const numbers = (found: readonly { number: number }[]): number[] => found.map(({ number }) => number);

describe('marks at figures', () => {
  const suggestion = { place: placeAt(12, 3), printed: '1', value: '2', why: '' };
  const cell = { label: '', place: placeAt(13, 3), printed: '1', value: '2', fact: null, claim: null };
  const blamed = finding({
    places: [placeAt(12, 3), placeAt(20, 4)],
    suggestion,
    detail: detail({ repair: { cells: [cell], why: '' } }),
  });

  test.each<[string, number, number | null, number[]]>([
    ['the blamed figure', 12, 3, [2]],
    ['another that the repair changes', 13, 3, [2]],
    ['one that only takes part', 20, 4, []],
    ['its neighbour', 12, 4, []],
    ['a whole line', 12, null, []],
  ])('%s', (_name, line, at, expected) => {
    expect(numbers(marks(finding({}), blamed).at(line, at))).toEqual(expected);
  });

  it('say aloud what they are', () => {
    const [mark] = marks(blamed).at(12, 3);
    expect(mark).toEqual({ number: 1, severity: 'error', label: '矛盾：各栏之和，查看说明' });
  });

  it('two findings at one figure are two marks, one finding named twice is one', () => {
    const place = placeAt(12, 3);
    expect(numbers(marks(finding({ places: [place, place] }), finding({ places: [place] })).at(12, 3))).toEqual([1, 2]);
  });
});

it('sums within rounding are not marked', () => {
  const rounding = { state: 'rounding' } as RelationVerdict;
  const tail: Partial<Finding> = {
    severity: 'note',
    places: [placeAt(5, 1)],
    detail: detail({ relations: [rounding] }),
  };
  expect(marks(finding({ ...tail })).at(5, 1)).toEqual([]);
  expect(marks(finding({ ...tail, severity: 'warning' })).at(5, 1)).toHaveLength(1);
  expect(marks(finding({ severity: 'note', places: [placeAt(5, 1)] })).at(5, 1)).toHaveLength(1);
});

describe('marks in the narrative', () => {
  it('stand at the claim, not at its line', () => {
    const found = marks(finding({ places: [placeAt(130)], detail: detail({ claims: [9] }) }));
    expect([numbers(found.ofClaim(9)), found.ofClaim(8), found.at(130, null)]).toEqual([[1], [], []]);
  });

  it('stand at the line where no number was read', () => {
    const found = marks(finding({ check: 'P-01', severity: 'warning', places: [placeAt(130)] }));
    expect(numbers(found.at(130, null))).toEqual([1]);
  });
});

test.each<[string, number, number, number[]]>([
  ['the first block has the line as a whole and its own names', 0, 4, [1, 2]],
  ['the second block only its own names', 4, Number.POSITIVE_INFINITY, [3]],
])('%s', (_name, from, beyond, expected) => {
  const found = marks(...[null, 1, 4, 2].map((cell) => finding({ places: [placeAt(7, cell)] })));
  expect(numbers(marksOfRow(found, 7, new Set([2]), from, beyond))).toEqual(expected);
});
