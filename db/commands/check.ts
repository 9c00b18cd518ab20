import type { Finding } from '../../lib/findings';
import { type Command, parseCommand, requireFiles } from './command';
import { errorEntry, readingEntry } from './entries';
import { expandPaths, nameOfFile } from './files';
import { describeFindings, describeSummary } from './findings';
import { JsonArray, print, progress } from './output';
import { errorOf, type FileReading, projectReference, readFile } from './reading';

const help = `读取并核对文件，不入库；供发布之前使用

用法：juesuan check 文件或文件夹… [--json]

  --json   输出一个 JSON 数组，每个文件一项
  --help   显示本说明

退出码：0 没有错误，1 有矛盾（error），2 有文件无法读取
`;

type Checked = FileReading & { report?: import('../../lib/findings').CheckReport };

async function checkFile(path: string, reference: ReturnType<typeof projectReference>): Promise<Checked> {
  const result = await readFile(path, reference);
  if ('error' in result) return result;
  const { checkReading } = await import('../../lib/check');
  try {
    return { ...result, report: await checkReading(result.reading, reference) };
  } catch (error) {
    return { path, error: { ...errorOf(error, path), code: 'check_failed' } };
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { json: { type: 'boolean' } });
  const paths = expandPaths(requireFiles(positionals));
  const reference = projectReference();
  const entries = new JsonArray();
  const findings: Finding[] = [];
  let unreadable = 0;
  for (const [index, path] of paths.entries()) {
    const result = await checkFile(path, reference);
    if ('error' in result) {
      unreadable += 1;
      progress(index + 1, paths.length, `未能核对 ${path}：${result.error.message}`);
      if (values.json) await entries.add(errorEntry(nameOfFile(path), result.error));
      continue;
    }
    findings.push(...(result.report?.findings ?? []));
    progress(index + 1, paths.length, `已核对 ${path}`);
    if (values.json) await entries.add(readingEntry(result.reading, result.report));
    else if (result.report) await print(describeFindings(result.reading, result.report));
  }
  if (values.json) await entries.end();
  else if (paths.length > 1) await print(describeSummary(paths.length, unreadable, findings));
  if (unreadable > 0) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export const check: Command = { help, run };
