import { describe, expect, it, test } from 'vitest';
import { POINTS, readSettings } from '../../app/_public/settings';

describe('settings', () => {
  it('nothing set: limits on, nobody trusted, not over https, every answer logged', () => {
    expect(readSettings({})).toEqual({ points: POINTS, trusted: [], secure: false, logLevel: 'info', complaints: [] });
  });

  it('everything set', () => {
    const set = {
      JUESUAN_RATE_LIMIT: 'off',
      JUESUAN_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8  ::1',
      JUESUAN_ORIGIN: 'https://juesuan.example',
      JUESUAN_LOG_LEVEL: 'error',
    };
    expect(readSettings(set)).toEqual({
      points: null,
      trusted: ['127.0.0.1', '10.0.0.0/8', '::1'],
      secure: true,
      logLevel: 'error',
      complaints: [],
    });
  });

  test.each(['no', '-1', '0', '1e3', '12345678901'])(
    'JUESUAN_RATE_LIMIT=%s is complained of; the limit stands',
    (told) => {
      const { points, complaints } = readSettings({ JUESUAN_RATE_LIMIT: told });
      expect(points).toBe(POINTS);
      expect(complaints).toEqual([expect.stringContaining(`points a minute: ${told}`)]);
    },
  );

  it('an unknown level is complained of', () => {
    expect(readSettings({ JUESUAN_LOG_LEVEL: 'loud' })).toMatchObject({
      logLevel: 'info',
      complaints: [expect.stringContaining('loud')],
    });
  });

  test.each(['http://juesuan.example', 'juesuan.example', ''])('%s is not https', (origin) => {
    expect(readSettings({ JUESUAN_ORIGIN: origin }).secure).toBe(false);
  });
});
