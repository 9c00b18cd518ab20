import type { Claim } from '../facts';
import type { StatementId } from '../statements';
import type { Ledger, Row } from './ledger';

const CODE = /^\d{3}(\d{2}){0,2}$/;
const isCode = (text: string): boolean => CODE.test(text);

/** Names as the narrative and the statements have in common: no level mark, no brackets, no trailing 支出. */
export const plainName = (name: string): string =>
  name
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/[\s“”"、,，。:：]/g, '')
    .replace(/支出$/, '');

function commonPrefix(codes: readonly string[]): string {
  let [prefix = ''] = codes;
  for (const code of codes) while (!code.startsWith(prefix)) prefix = prefix.slice(0, -2);
  return prefix;
}

/** The code a claim is about: the one it names, or the heading that several named items have in common. */
function codeOf(claim: Claim): string | undefined {
  const codes = [...claim.subjectPath, claim.subject ?? ''].filter(isCode);
  const deepest = Math.max(0, ...codes.map((code) => code.length));
  const items = [...new Set(codes.filter((code) => code.length === deepest))];
  if (items.length > 1) return commonPrefix(items) || undefined;
  return claim.subject !== null && isCode(claim.subject) ? claim.subject : items[0];
}

function matchesPath(row: Row, rows: readonly Row[], path: readonly string[]): boolean {
  const above = rows.filter((other) => other.line !== row.line && row.line.startsWith(other.line));
  return above.every((other) => path.includes(plainName(other.name)));
}

/** The rows of a statement that a claim about a subject can mean, by code, else by name and the names above it. */
export function rowsOfSubject(ledger: Ledger, statement: StatementId, claim: Claim): Row[] {
  const rows = ledger.rows(statement).filter((row) => row.place !== null && isCode(row.line));
  const code = codeOf(claim);
  if (code !== undefined) return rows.filter((row) => row.line === code);
  const name = plainName(claim.subject ?? claim.subjectPath.at(-1) ?? '');
  if (!name) return [];
  const named = rows.filter((row) => plainName(row.name) === name);
  const path = claim.subjectPath.map(plainName);
  const below = named.filter((row) => matchesPath(row, rows, path));
  const found = below.length > 0 ? below : named;
  const level = Math.max(0, ...found.map((row) => row.line.length));
  return found.filter((row) => row.line.length === level);
}
