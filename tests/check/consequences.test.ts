import { describe, expect, test } from 'vitest';
import { adoptedReading, withoutConsequences } from '../../lib/check/consequences';
import type { Finding } from '../../lib/findings';
import { placeAt } from '../../lib/place';
import { readingOf } from './account';
import { narrated, table } from './sources';

function finding(check: string, line: number, facts: number[], claims: number[] = []): Finding {
  return {
    check,
    severity: 'error',
    message: `${check} at ${line}`,
    places: [placeAt(line)],
    expected: null,
    found: null,
    difference: null,
    suggestion: null,
    detail: { title: '', relations: [], allowed: null, repair: null, satisfies: [], alternatives: [], facts, claims },
  };
}

describe('what follows from a blamed figure', () => {
  test('is named in its finding and not reported for itself', () => {
    const cause = finding('T3-01', 5, [7]);
    const [share, growth] = [finding('N-12', 20, [7]), finding('N-14', 30, [9])];
    const left = withoutConsequences([share, growth], [growth], [cause]);
    expect(left).toEqual([growth]);
    expect(cause.detail?.consequences).toEqual([{ check: 'N-12', message: 'N-12 at 20' }]);
  });

  test('stays when the correction does not mend it, as it reads then', () => {
    const before = finding('N-12', 20, [7]);
    const after = { ...before, message: 'with the corrected figure' };
    expect(withoutConsequences([before], [after], [finding('T3-01', 5, [7])])).toEqual([after]);
  });

  test('stays when no blamed figure has a part in it', () => {
    const other = finding('N-12', 20, [1]);
    expect(withoutConsequences([other], [], [finding('T3-01', 5, [7])])).toEqual([other]);
  });
});

test('the adopted values stand in the reading, all else as printed', () => {
  const reading = readingOf(
    narrated(
      [{ measure: 'reception', value: '3.00' }],
      table('expenditure', ['total', 'basic'], { total: ['1.00', '2.00'] }),
    ),
  );
  const at = { place: placeAt(1), printed: '', unit: '万元', why: '', check: 'T3-01' };
  const adopted = adoptedReading(reading, [
    { ...at, fact: 1, claim: null, value: '2.50' },
    { ...at, fact: null, claim: 0, value: '3.5' },
  ]);
  expect(adopted.facts.map((fact) => fact.amount)).toEqual(['1.00', '2.50']);
  expect(adopted.claims.map(({ value, decimals }) => [value, decimals])).toEqual([['3.5', 1]]);
  expect(reading.facts[1]?.amount).toBe('2.00');
});
