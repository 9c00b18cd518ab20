import type { Db } from '../db/open';

/** Tables that grow with the accounts; what can be searched for grows with the departments, and is kept by data version. */
const LARGE = new Set([
  ...['accounts', 'revisions', 'documents', 'statements', 'lines', 'facts', 'claims', 'findings', 'reports', 'levels'],
  ...['performance_tables', 'performance_funds', 'performance_indicators'],
  ...[
    'account_rollups',
    'figures',
    'prior_figures',
    'movements',
    'spending',
    'basic_spending',
    'finding_rows',
    'finding_sums',
  ],
  ...['region_spending', 'region_basic_spending', 'region_pairs', 'region_basic_pairs', 'search_terms'],
]);

/** Each name that stands for a table in a statement. */
function aliasesOf(sql: string): Map<string, string> {
  const named = [...sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?(\w+)"?)?/gi)];
  return new Map(
    named.flatMap(([, table = '', alias]): [string, string][] => [
      [table, table],
      ...(alias ? [[alias, table] as [string, string]] : []),
    ]),
  );
}

/** An index that holds only few of a table's rows. */
const FEW = /figures_in_dispute|accounts_in_dispute/;

/** The large tables that a question reads from end to end; in the order of an index and up to a limit is not to the end. */
export function scansOf({ sqlite }: Pick<Db, 'sqlite'>, sql: string): string[] {
  if (!/^\s*(?:SELECT|WITH)\b/i.test(sql)) return [];
  const statement = sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  const names = [...sql.matchAll(/[@:](\w+)/g)].map(([, name = '']) => [name, '1'] as const);
  const marks = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => '1');
  const plan = (names.length > 0 ? statement.all(Object.fromEntries(names)) : statement.all(...marks)) as {
    detail: string;
  }[];
  const details = plan.map(({ detail }) => detail);
  const isBounded = /\bLIMIT\b/i.test(sql) && !details.some((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'));
  const aliases = aliasesOf(sql);
  return details
    .filter((detail) => {
      const [, name = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
      return LARGE.has(aliases.get(name) ?? name) && !FEW.test(detail) && !isBounded;
    })
    .map((detail) => `${detail}: ${sql.replace(/\s+/g, ' ').slice(0, 300)}`);
}
