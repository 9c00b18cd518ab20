import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export const MINUTE = 60;
/** addresses remembered at one time; beyond it those first seen are forgotten */
const MOST = 20_000;

export interface Limits {
  readonly points: number;
  /** Takes points from a sender; resolves to undefined, or to the seconds to wait when there are too few left. */
  spend: (sender: string, weight: number) => Promise<number | undefined>;
  readonly remembered: number;
}

/** What an answer costs the server, in units of an answer from memory. */
export function weightOf(path: string): number {
  if (path.startsWith('/_next/') || path === '/icon.svg') return 0;
  if (/\.(?:zip|db|sqlite)$/.test(path)) return 60;
  if (/\.png$/.test(path) || path.startsWith('/cards/')) return 12;
  if (/\.xlsx$/.test(path)) return 12;
  if (path.startsWith('/data/') || path === '/findings/table' || /\.csv$/.test(path)) return 6;
  if (path.startsWith('/embed') || path.endsWith('.js') || path === '/healthz' || path === '/readyz') return 1;
  return 3;
}

/** Points a minute for each sender, in memory and bounded. */
export function makeLimits(points: number, { seconds = MINUTE, most = MOST } = {}): Limits {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  /** until when each sender is remembered, in the order of their first request: the limiter itself knows no bound */
  const known = new Map<string, number>();
  const forget = (now: number): void => {
    for (const [sender, until] of known) {
      if (until > now && known.size <= most) break;
      known.delete(sender);
      if (until > now) void limiter.delete(sender);
    }
  };
  const spend = async (sender: string, weight: number): Promise<number | undefined> => {
    const now = Date.now();
    const until = known.get(sender);
    if (until === undefined || until <= now) {
      known.delete(sender);
      known.set(sender, now + seconds * 1000);
      forget(now);
    }
    try {
      await limiter.consume(sender, weight);
      return undefined;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  };
  return {
    points,
    spend,
    get remembered() {
      return known.size;
    },
  };
}
