import { readMigrations } from '../migrate';
import type { Db } from '../open';

let known: { number: number; sha256: string }[] | undefined;

export interface Readiness {
  /** names nothing but numbers: migrations this program has and the store lacks, or has otherwise */
  missing: number[];
  /** the store was written by a newer program */
  isNewer: boolean;
}

/** Whether the store has the tables that this program asks; throws when it cannot be read. */
export function getReadiness({ sqlite }: Db): Readiness {
  known ??= readMigrations().map(({ number, sha256 }) => ({ number, sha256 }));
  const applied = new Map(
    sqlite
      .prepare<[], { number: number; sha256: string }>('SELECT number, sha256 FROM migrations')
      .all()
      .map((one) => [one.number, one.sha256]),
  );
  return {
    missing: known.filter(({ number, sha256 }) => applied.get(number) !== sha256).map(({ number }) => number),
    isNewer: Math.max(0, ...applied.keys()) > known.length,
  };
}
