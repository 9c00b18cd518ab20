import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../lib/check/checks';
import { readDocument } from '../../lib/read';
import { reference } from './made';

/** What a careful reader finds in the two accounts besides the arithmetic of their statements, by line. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  '000_c35e400ed49bcbf2.txt': [
    'N-06 warning 162',
    'N-08 warning 216',
    'N-08 warning 218',
    'N-13 error 156',
    'N-14 warning 130',
    'N-14 warning 150',
    'N-19 note 121',
    'N-22 note 359',
    'N-22 note 449',
    'N-22 warning 449',
    'N-25 warning 776',
    'N-30 note 313',
    'N-30 note 356',
    'N-30 note 400',
    'P-05 note 108',
    'P-05 note 216',
    'P-05 note 218',
    'P-05 warning 158',
    'P-06 warning 160',
    'P-06 warning 876',
  ],
  '004_26498f16d37d7910.txt': [
    'N-06 warning 377',
    'N-08 note 385',
    'N-17 note 395',
    'N-19 note 110',
    'N-22 error 480',
    'N-23 error 445',
    'N-24 warning 121',
    'N-25 warning 186',
    'N-25 warning 188',
    'N-25 warning 191',
    'N-25 warning 377',
    'N-25 warning 379',
    'N-29 note 480',
    'N-29 warning 480',
    'P-01 warning 110',
    'P-05 note 383',
    'P-06 warning 381',
    'P-08 warning 445',
  ],
};

describe('the two published accounts', () => {
  test.each(Object.entries(FOUND))('%s', async (file, expected) => {
    const reading = await readDocument(readFileSync(`data/accounts/${file}`), file, reference);
    const findings = CHECKS.flatMap((check) => check.run({ reading, reference }));
    const told = findings.map(({ check, severity, places }) => `${check} ${severity} ${places[0]?.line}`).sort();
    expect(told).toEqual(expected);
  });
});

describe('the list of checks', () => {
  test('ids are unique', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('an empty reading has no findings', async () => {
    const reading = await readDocument(new TextEncoder().encode('某县某局 2023 年度部门决算\n'), 'a.txt', reference);
    expect(CHECKS.flatMap((check) => check.run({ reading, reference }))).toEqual([]);
  });
});
