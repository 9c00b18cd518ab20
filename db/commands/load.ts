import { type LoadOptions, type LoadResult, loadDocument } from '../load';
import { fillRollups } from '../loading/rollups/fill';
import { migrate } from '../migrate';
import { type Db, openDatabase } from '../open';
import { isSample } from '../queries/sample';
import { type Command, parseCommand, requireFiles, UsageError } from './command';
import { bytesOf, expandPaths, nameOfFile } from './files';
import { print, progress } from './output';
import { errorOf, projectReference } from './reading';

const help = `读取、核对并存入数据库；一个文件要么整个存入，要么完全不存

用法：juesuan load 文件或文件夹… [--department 名称] [--year 年度] [--region 代码]

  --department 名称   部门名称（文件没有写明时）
  --year 年度         四位数的年度（文件没有写明时）
  --region 代码       六位行政区划代码（文件没有写明时）
  --help              显示本说明

同样的文件再次载入不会改变任何内容；改过的文件成为新的版本，旧版本保留。
退出码：0 全部存入，2 有文件被拒绝（其余已存入）
`;

const OPTIONS = {
  department: { type: 'string' },
  year: { type: 'string' },
  region: { type: 'string' },
} as const;

type Given = Pick<LoadOptions, 'department' | 'year' | 'region'>;

function given({ department, year, region }: { department?: string; year?: string; region?: string }): Given {
  if (department !== undefined && department.trim() === '') throw new UsageError('部门名称是空的：--department');
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new UsageError(`年度应为四位数：${year}`);
  if (region !== undefined && !/^\d{6}$/.test(region)) throw new UsageError(`行政区划代码应为六位数：${region}`);
  return { department: department?.trim(), year: year === undefined ? undefined : Number(year), region };
}

const WORDS = {
  added: '已存入',
  revised: '已存为新版本',
  reread: '已重新读取',
  unchanged: '未变',
  refused: '未存入',
} as const;

function describe(path: string, result: LoadResult): string {
  if (result.status === 'refused') return `${WORDS.refused} ${path}：${result.message}（${result.code}）`;
  const revision = result.revision > 1 ? `，第 ${result.revision} 版` : '';
  const errors = result.report?.findings.filter(({ severity }) => severity === 'error').length ?? 0;
  const notes = [...(errors > 0 ? [`${errors} 处矛盾`] : []), ...result.notes].map((note) => `；${note}`).join('');
  return `${WORDS[result.status]} ${path} → ${result.account}${revision}${notes}`;
}

async function loadFile(db: Db, path: string, options: LoadOptions): Promise<LoadResult> {
  try {
    return await loadDocument(db, bytesOf(path), nameOfFile(path), options);
  } catch (error) {
    return { status: 'refused', file: nameOfFile(path), ...(storeFailure(error, path) ?? errorOf(error, path)) };
  }
}

function storeFailure(error: unknown, path: string): { code: string; message: string } | undefined {
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE'))) return undefined;
  const reason = String(error.code).startsWith('SQLITE_BUSY') ? '数据库正被另一个程序写入' : error.message;
  return { code: 'store_failed', message: `“${nameOfFile(path)}”未能写入数据库：${reason}` };
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, OPTIONS);
  const paths = expandPaths(requireFiles(positionals));
  const options = { ...given(values), reference: projectReference() };
  const db = openDatabase();
  const counts: Record<LoadResult['status'], number> = { added: 0, revised: 0, reread: 0, unchanged: 0, refused: 0 };
  try {
    migrate(db);
    if (isSample(db)) throw new UsageError(`示例数据库里不载入真实的文件：${db.path}`);
    for (const [index, path] of paths.entries()) {
      const result = await loadFile(db, path, options);
      counts[result.status] += 1;
      progress(index + 1, paths.length, describe(path, result));
      if (result.status !== 'refused') await print(`${result.account}\n`);
    }
    const filled = fillRollups(db);
    if (filled > 0) process.stderr.write(`已重新汇总 ${filled} 份决算\n`);
  } finally {
    db.sqlite.close();
  }
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const words = parts.map(([status, count]) => `${WORDS[status as LoadResult['status']]} ${count}`).join('，');
  process.stderr.write(`${db.path}：${words || '没有文件'}\n`);
  return counts.refused > 0 ? 2 : 0;
}

export const load: Command = { help, run };
