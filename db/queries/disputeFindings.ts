import type { FindingDetail, Severity } from '../../lib/findings';
import type { Place } from '../../lib/place';
import { inflated } from '../deflated';
import { type Db, snapshot } from '../open';
import { preparedSql } from '../prepared';
import type { Dispute } from './disputes';

/** What the checks say of a figure in dispute. */
export interface DisputeFinding {
  /** of the account's findings, from 1 */
  number: number;
  severity: Severity;
  message: string;
}

interface Row {
  n: number;
  severity: Severity;
  message: string;
  places: string;
  detail: Buffer | null;
}

interface Candidate extends DisputeFinding {
  lines: ReadonlySet<number>;
}

const GRAVE = `SELECT f.n, f.severity, f.message, f.places, f.detail FROM findings f JOIN accounts a ON a.key = f.account
  WHERE a.id = ? AND f.current = 1 AND f.severity <> 'note' ORDER BY f.n LIMIT 200`;

function candidateOf({ n, severity, message, places, detail }: Row): Candidate {
  const { relations = [] } = (detail && (JSON.parse(inflated(detail).toString()) as FindingDetail | null)) ?? {};
  const terms = relations.flatMap(({ left, right }) => [...left, ...right]);
  const named = [...(JSON.parse(places) as Place[]), ...terms.flatMap(({ place }) => place ?? [])];
  return { number: n + 1, severity, message, lines: new Set(named.map(({ line }) => line)) };
}

const printedIn = (text: string): string | undefined => /印为\s*(-?[\d,]*\.?\d+)/.exec(text)?.[1];

/** The printed figure that the reason blames weighs more than a line that both name. */
function rank({ level }: Dispute, { message, lines }: Candidate): number {
  const blamed = printedIn(level.reason ?? '');
  const isNamed = blamed !== undefined && blamed === printedIn(message);
  return (isNamed ? 2 : 0) + (level.line !== null && lines.has(level.line) ? 1 : 0);
}

/** The finding behind each figure in dispute, in the order of the disputes; undefined where the checks name none. */
export async function getDisputeFindings(
  db: Db,
  disputes: readonly Dispute[],
): Promise<(DisputeFinding | undefined)[]> {
  return snapshot(db, () => {
    const known = new Map<string, Candidate[]>();
    const candidatesOf = (account: string): Candidate[] => {
      const found = known.get(account) ?? preparedSql<Row>(db, GRAVE).all(account).map(candidateOf);
      known.set(account, found);
      return found;
    };
    return disputes.map((dispute) => {
      const ranked = candidatesOf(dispute.account).map((candidate) => ({ candidate, own: rank(dispute, candidate) }));
      const best = ranked.reduce((most, { own }) => Math.max(most, own), 0);
      const found = best === 0 ? undefined : ranked.find(({ own }) => own === best)?.candidate;
      return found && { number: found.number, severity: found.severity, message: found.message };
    });
  });
}
