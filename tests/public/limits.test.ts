import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { makeLimits, weightOf } from '../../app/_public/limits';

describe('limits', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('the last point passes, the one after it does not, and says how long to wait', async () => {
    const limits = makeLimits(3);
    expect(await limits.spend('a', 1)).toBeUndefined();
    expect(await limits.spend('a', 2)).toBeUndefined();
    vi.advanceTimersByTime(20_000);
    expect(await limits.spend('a', 1)).toBe(40);
    expect(await limits.spend('b', 3)).toBeUndefined();
  });

  it('a minute later all is as at the start', async () => {
    const limits = makeLimits(1);
    await limits.spend('a', 1);
    expect(await limits.spend('a', 1)).toBe(60);
    vi.advanceTimersByTime(60_001);
    expect(await limits.spend('a', 1)).toBeUndefined();
  });

  it('what costs more than there is, is refused at once', async () => {
    expect(await makeLimits(10).spend('a', 11)).toBe(60);
  });

  it('remembers no more senders than it may', async () => {
    const limits = makeLimits(2, { most: 100 });
    for (let at = 0; at < 1000; at += 1) await limits.spend(`sender ${at}`, 1);
    expect(limits.remembered).toBe(100);
    // the last one is still known, the first one begins anew
    expect(await limits.spend('sender 999', 2)).toBe(60);
    expect(await limits.spend('sender 0', 2)).toBeUndefined();
  });

  it('forgets those whose minute is over', async () => {
    const limits = makeLimits(2);
    for (let at = 0; at < 50; at += 1) await limits.spend(`sender ${at}`, 1);
    vi.advanceTimersByTime(60_001);
    await limits.spend('another', 1);
    expect(limits.remembered).toBe(1);
  });
});

describe('what an answer costs', () => {
  test.each([
    ['/_next/static/chunks/x.js', 0],
    ['/embed/totals', 1],
    ['/embed/totals.svg', 1],
    ['/embed.js', 1],
    ['/healthz', 1],
    ['/', 3],
    ['/compare/a,b', 3],
    ['/embed/totals.png', 12],
    ['/embed/totals.xlsx', 12],
    ['/findings/table', 6],
    ['/data/package.zip', 60],
  ])('%s: %d', (path, weight) => {
    expect(weightOf(path)).toBe(weight);
  });
});
