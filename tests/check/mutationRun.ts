import { checkMoney } from '../../lib/check/engine';
import { readingOf } from './account';
import { isDetectable, judge } from './judge';
import { madeUpAccount, randomLayout } from './madeUp';
import { MUTATIONS, type MutationKind, mutate, printed } from './mutations';
import { seeded } from './random';

export interface Tally {
  planted: number;
  detectable: number;
  found: number;
  blamed: number;
  exact: number;
}

export interface MutationReport {
  kinds: Record<MutationKind | 'all', Tally>;
  /** unmutated accounts with an error or a warning */
  falseAlarms: string[];
  /** processor time of one account, in ms */
  consistent: number[];
  contradictory: number[];
  /** planted errors that were missed, blamed elsewhere or repaired otherwise */
  misses: string[];
}

const nothing = (): Tally => ({ planted: 0, detectable: 0, found: 0, blamed: 0, exact: 0 });

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = processorTime();
  const result = await work();
  times.push(processorTime() - start);
  return result;
}

/** Checks consistent accounts of many layouts, then each of them again with one figure changed in each way. */
export async function runMutations(accounts: number, seed = 7919): Promise<MutationReport> {
  const kinds = Object.fromEntries([...MUTATIONS, 'all'].map((kind) => [kind, nothing()])) as MutationReport['kinds'];
  const report: MutationReport = { kinds, falseAlarms: [], consistent: [], contradictory: [], misses: [] };
  for (let account = 1; account <= accounts; account++) {
    const random = seeded(account * seed);
    const source = printed(madeUpAccount(random, randomLayout(random)));
    const before = readingOf(source);
    const { findings } = await timed(report.consistent, () => checkMoney(before));
    for (const alarm of findings.filter((finding) => finding.severity !== 'note'))
      report.falseAlarms.push(`${account}: ${alarm.check} ${alarm.message}`);
    for (const kind of MUTATIONS) {
      const mutated = mutate(source, kind, random);
      if (!mutated) continue;
      const reading = readingOf(mutated.source);
      const after = await timed(report.contradictory, () => checkMoney(reading));
      const judgement = judge(after.findings, mutated.mutation, reading);
      const isCounted = kind === 'row lost' || judgement.found || isDetectable(before, mutated.mutation);
      for (const tally of [kinds[kind], kinds.all]) {
        tally.planted += 1;
        if (!isCounted) continue;
        tally.detectable += 1;
        tally.found += Number(judgement.found);
        tally.blamed += Number(judgement.blamed);
        tally.exact += Number(judgement.exact);
      }
      if (isCounted && !judgement.exact)
        report.misses.push(
          [`${account} ${JSON.stringify(mutated.mutation)} ${JSON.stringify(judgement)}`]
            .concat(
              after.findings.filter((one) => one.severity !== 'note').map((one) => `    ${one.check} ${one.message}`),
            )
            .join('\n'),
        );
    }
  }
  return report;
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
