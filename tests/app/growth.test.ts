import { describe, expect, it } from 'vitest';
import { growthOf, pairedOnly } from '../../app/_subjects/growth';

const amount = (value: string) => ({ value, low: value, high: value });

describe('growth of a sum', () => {
  it('is that of the departments stored in both years', () => {
    const compared = { year: 2022, now: amount('110'), before: amount('100'), departments: 40, disputed: 1 };
    expect(growthOf(compared)).toMatchObject({ text: '+10.00', disputed: true, partly: true });
    expect(growthOf({ ...compared, disputed: 30 }).partly).toBeUndefined();
  });

  it('is missing, and not in dispute, where one of the years has nothing', () => {
    const compared = { year: 2022, now: amount('110'), before: null, departments: 40, disputed: 1 };
    expect(growthOf(compared)).toMatchObject({ value: null, status: 'missing' });
    expect(growthOf(compared).disputed).toBeUndefined();
    expect(growthOf(null).value).toBeNull();
  });

  it('says how many departments it compares where either year has others', () => {
    const years = (before: number, now: number, paired: number) => [
      { year: 2021, published: before, paired: 0 },
      { year: 2022, published: now, paired },
    ];
    expect(pairedOnly(years(14, 14, 14), 2022)).toBeUndefined();
    expect(pairedOnly(years(14, 12, 12), 2022)).toBe(12);
    expect(pairedOnly(years(12, 14, 12), 2022)).toBe(12);
    expect(pairedOnly(years(12, 12, 0), 2022)).toBe(0);
    expect(pairedOnly(years(12, 12, 0), 2021)).toBeUndefined();
  });
});
