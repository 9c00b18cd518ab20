import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databasePath, isAddress, projectFolder } from '../folder';
import { migrate } from '../migrate';
import { type Db, openDatabase } from '../open';
import { loadReference } from '../reference';
import { type SampleCounts, storeSample } from './store';

const HELP = `写一个示例数据库：虚构的部门决算，用于演示和测量，每一页都标明“示例数据”

用法：npm run sample -- [--departments 300] [--years 8] [--last-year 2023] [--seed 文字]
                       [--check slips|all|none] [--database var/sample.db]

  --departments 数   部门个数（默认 300）
  --years 数         年度个数（默认 8），到 --last-year 为止
  --seed 文字        同样的种子得到同样的数据（默认 juesuan）
  --check 范围       核对哪些决算：slips 只核对印错了数的（默认），all 全部，none 不核对
  --database 文件    写到哪里（默认 var/sample.db）；已有的示例数据库会被替换，其他数据库不会被动

查看：JUESUAN_DATABASE=var/sample.db npm start
`;

const OPTIONS = {
  departments: { type: 'string', default: '300' },
  years: { type: 'string', default: '8' },
  'last-year': { type: 'string', default: '2023' },
  seed: { type: 'string', default: 'juesuan' },
  check: { type: 'string', default: 'slips' },
  database: { type: 'string', default: 'var/sample.db' },
  help: { type: 'boolean', default: false },
} as const;

/** What is asked for makes no sense, or would touch a store that is no sample. */
class RefusedError extends Error {
  override name = 'RefusedError';
}

function wholeOf(text: string, name: string, low: number, high: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= low && number <= high)) throw new RefusedError(`--${name} 应为 ${low} 至 ${high} 的整数：${text}`);
  return number;
}

function checkOf(text: string): 'slips' | 'all' | 'none' {
  if (text === 'slips' || text === 'all' || text === 'none') return text;
  throw new RefusedError(`--check 应为 slips、all 或 none：${text}`);
}

/** The same file under whatever name. */
function sameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  if (!existsSync(one) || !existsSync(other)) return false;
  const [first, second] = [statSync(realpathSync(one)), statSync(realpathSync(other))];
  return first.ino === second.ino && first.dev === second.dev;
}

function isSampleFile(path: string): boolean {
  try {
    const db = openDatabase({ path, readonly: true });
    try {
      return db.sqlite.prepare("SELECT 1 FROM properties WHERE name = 'sample'").get() !== undefined;
    } finally {
      db.sqlite.close();
    }
  } catch {
    return false;
  }
}

/** Where the sample goes; throws when something else than a sample stands there, or the real store is meant. */
export function samplePath(database: string): string {
  if (isAddress(database)) throw new RefusedError(`示例数据只能写成文件：${database}`);
  const path = isAbsolute(database) ? database : join(projectFolder(), database);
  const real = databasePath({});
  if (sameFile(path, real)) throw new RefusedError(`这是正式的数据库，示例数据不写进去：${path}`);
  if (existsSync(path) && !isSampleFile(path)) throw new RefusedError(`这里已有别的文件，不是示例数据库：${path}`);
  return path;
}

function removeOld(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

/** Every page is written once: what fails is thrown away whole, so nothing needs to survive a crash. */
function writeFast({ sqlite }: Db): void {
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'cache_size = -262144']) sqlite.pragma(pragma);
}

/** The whole file as a server expects it: with a log for writing, and what the planner knows of the tables. */
function finish(path: string): void {
  const { sqlite } = openDatabase({ path });
  sqlite.exec('PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
  sqlite.close();
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const departments = wholeOf(values.departments, 'departments', 1, 20_000);
  const years = wholeOf(values.years, 'years', 1, 20);
  const lastYear = wholeOf(values['last-year'], 'last-year', 2010, 2100);
  const check = checkOf(values.check);
  const path = samplePath(values.database);
  // a reader of the sample that is there keeps it until the new one is whole
  const part = `${path}.part`;
  removeOld(part);
  const db = openDatabase({ path: part });
  try {
    writeFast(db);
    migrate(db);
    const started = performance.now();
    const reference = loadReference(join(projectFolder(), 'data', 'reference'));
    const now = new Date(Date.UTC(lastYear + 1, 9, 1));
    const options = { departments, years, lastYear, seed: values.seed, check, reference, now };
    const counts = await storeSample(db, options, (done, all) => {
      const seconds = (performance.now() - started) / 1000;
      process.stderr.write(`[${done}/${all}] ${seconds.toFixed(0)} 秒\n`);
    });
    db.sqlite.close();
    finish(part);
    removeOld(path);
    renameSync(part, path);
    process.stderr.write(`${values.database}：${summaryOf(counts, statSync(path).size)}\n`);
    return 0;
  } finally {
    if (db.sqlite.open) db.sqlite.close();
  }
}

const summaryOf = ({ departments, accounts, facts, claims, checked }: SampleCounts, bytes: number): string =>
  `${departments} 个部门，${accounts} 份决算，表中 ${facts} 个数，说明 ${claims} 个数，核对 ${checked} 份，${Math.round(bytes / 1_000_000)} MB`;

/** Says in words why nothing was written. */
export function refusalOf(error: unknown): string {
  if (error instanceof RefusedError || (error instanceof Error && error.name === 'StoreError')) return error.message;
  if (error instanceof TypeError) return `${error.message}\n\n${HELP}`;
  throw error;
}
