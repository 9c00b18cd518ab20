import { existsSync } from 'node:fs';
import { fromFen, isMoneyUnit, toFen } from '../../lib/amount';
import { databasePath } from '../folder';
import { openDatabase } from '../open';
import { type AccountSummary, getAccounts, type KeyFigure } from '../queries/accounts';
import { type Command, parseCommand, UsageError } from './command';
import { JsonArray, print } from './output';

const help = `列出已入库的决算

用法：juesuan accounts [--json]

  --json   输出一个 JSON 数组，每份决算一项
  --help   显示本说明
`;

const figure = ({ value, unit, status, disputed, place }: KeyFigure) => ({
  value,
  unit,
  status,
  disputed,
  line: place.line,
});

const entryOf = (summary: AccountSummary) => ({
  id: summary.id,
  department: summary.department,
  region: summary.region,
  fiscalYear: summary.fiscalYear,
  revision: summary.revision,
  file: summary.file,
  loadedAt: summary.loadedAt,
  statements: summary.statements,
  figures: Object.fromEntries(Object.entries(summary.figures).map(([measure, each]) => [measure, figure(each)])),
  findings: summary.findings,
});

function wan({ value, unit, disputed }: KeyFigure): string {
  const text =
    isMoneyUnit(unit) && unit !== '万元' ? `${fromFen(toFen(value, unit), '万元')} 万元` : `${value} ${unit}`;
  return disputed ? `${text}（有争议）` : text;
}

function lineOf({ id, department, fiscalYear, revision, figures, findings }: AccountSummary): string {
  const total = figures.total_expenditure ?? figures.year_expenditure;
  const parts = [id, department, `${fiscalYear} 年度`, ...(revision > 1 ? [`第 ${revision} 版`] : [])];
  if (total) parts.push(`支出总计 ${wan(total)}`);
  if (findings.error > 0) parts.push(`${findings.error} 处矛盾`);
  return parts.join('　');
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError(`多余的参数：${positionals.join(' ')}`);
  const summaries = existsSync(databasePath()) ? await stored() : [];
  if (!values.json) {
    await print(summaries.map((summary) => `${lineOf(summary)}\n`).join(''));
    process.stderr.write(summaries.length === 0 ? '库中还没有决算\n' : `共 ${summaries.length} 份\n`);
    return 0;
  }
  const entries = new JsonArray();
  for (const summary of summaries) await entries.add(entryOf(summary));
  await entries.end();
  return 0;
}

async function stored(): Promise<AccountSummary[]> {
  const db = openDatabase({ readonly: true });
  try {
    return await getAccounts(db);
  } finally {
    db.sqlite.close();
  }
}

export const accounts: Command = { help, run };
