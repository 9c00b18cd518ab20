import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdMarkup, takeMarkup } from '../../app/_components/heldMarkup';

describe('markup on its way to the HTML', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('each piece is fetched by its own id, once', () => {
    const [one, other] = [holdMarkup('<p>甲</p>'), holdMarkup('<p>乙</p>')];
    expect(one).not.toBe(other);
    expect(takeMarkup(other)).toBe('<p>乙</p>');
    expect(takeMarkup(one)).toBe('<p>甲</p>');
    expect(() => takeMarkup(one)).toThrow(`no markup held: ${one}`);
  });

  test('what nobody fetches is let go after a minute', () => {
    const forgotten = holdMarkup('<p>甲</p>');
    vi.advanceTimersByTime(59_999);
    const kept = holdMarkup('<p>乙</p>');
    vi.advanceTimersByTime(1);
    const last = holdMarkup('<p>丙</p>');
    expect(() => takeMarkup(forgotten)).toThrow('no markup held');
    expect([takeMarkup(kept), takeMarkup(last)]).toEqual(['<p>乙</p>', '<p>丙</p>']);
  });
});
