import { quantile, runMutations } from '../check/mutationRun.ts';

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** Planted errors by kind: how many can be found at all, are found, blamed on the right cell first, repaired exactly. */
export async function measureFindings(accounts, seed) {
  const report = await runMutations(accounts, seed);
  const kinds = Object.entries(report.kinds).map(([kind, { detectable, found, blamed, exact }]) => [
    kind,
    detectable,
    share(found, detectable),
    share(blamed, detectable),
    share(exact, detectable),
  ]);
  const times = [report.consistent, report.contradictory].map((all) =>
    [0.5, 0.95].map((part) => quantile(all, part).toFixed(0)),
  );
  return {
    kinds,
    falseAlarms: report.falseAlarms.length,
    /** processor time of one account in ms: [median, 95th percentile] */
    consistent: times[0],
    contradictory: times[1],
  };
}
