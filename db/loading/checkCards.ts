import { REGISTRY } from '../../lib/check';
import type { Db } from '../open';

/** Keeps what the pages say of each identity and check: titles, formulas and sources as of the checks that last ran. */
export function keepCheckCards({ sqlite }: Db): void {
  sqlite
    .prepare(`INSERT INTO properties (name, value) VALUES ('checks', ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`)
    .run(JSON.stringify(REGISTRY));
}
