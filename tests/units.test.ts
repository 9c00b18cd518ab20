import { expect, test } from 'vitest';
import { MEASURE_IDS, measureOf } from '../lib/measures';
import { unitOf } from '../lib/units';

test('every measure is told in a unit, a count in what it counts', () => {
  expect(MEASURE_IDS.filter((id) => unitOf(id) === '')).toEqual([]);
  expect(
    ['headcount_actual', 'vehicles_kept', 'reception_batches', 'total_revenue', 'performance_score'].map((id) =>
      unitOf(id as never),
    ),
  ).toEqual(['人', '辆', '批次', '万元', '分']);
  for (const id of MEASURE_IDS) expect(measureOf(id).counted !== undefined, id).toBe(measureOf(id).kind === 'count');
});
