import { beforeAll, describe, expect, test } from 'vitest';
import { type MutationReport, quantile, runMutations } from './mutationRun';

const ACCOUNTS = 12;

describe('planted errors', () => {
  let report: MutationReport;
  beforeAll(async () => {
    report = await runMutations(ACCOUNTS);
  }, 120_000);

  test('consistent accounts raise no alarm', () => {
    expect(report.falseAlarms).toEqual([]);
  });

  test('every detectable error is found', () => {
    expect(report.misses.filter((miss) => miss.includes('"found":false'))).toEqual([]);
  });

  test('the right cell is blamed first, and mostly with the exact value', () => {
    const { detectable, blamed, exact } = report.kinds.all;
    expect(detectable).toBeGreaterThan(ACCOUNTS * 9);
    expect(blamed / detectable).toBeGreaterThan(0.95);
    expect(exact / detectable).toBeGreaterThan(0.85);
  });

  test('an account is checked in a fraction of a second', () => {
    expect(quantile(report.consistent, 0.5)).toBeLessThan(250);
    expect(quantile(report.contradictory, 0.5)).toBeLessThan(500);
  });
});
