import { type Command, parseCommand, requireFiles } from './command';
import { errorEntry, readingEntry } from './entries';
import { expandPaths, nameOfFile } from './files';
import { JsonArray, print, progress } from './output';
import { projectReference, readFile } from './reading';
import { describeReading } from './report';

const help = `读取文件，列出读到的内容；不入库

用法：juesuan read 文件或文件夹… [--json]

  --json   输出一个 JSON 数组，每个文件一项
  --help   显示本说明

也可以读取片段（一段文字、一张表）：文件没有写的内容为 null。
退出码：0 全部读出，2 有文件无法读取
`;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { json: { type: 'boolean' } });
  const paths = expandPaths(requireFiles(positionals));
  const reference = projectReference();
  const entries = new JsonArray();
  let code = 0;
  for (const [index, path] of paths.entries()) {
    const result = await readFile(path, reference);
    const failed = 'error' in result;
    if (failed) code = 2;
    progress(index + 1, paths.length, failed ? `未能读取 ${path}：${result.error.message}` : `已读取 ${path}`);
    if (values.json)
      await entries.add(failed ? errorEntry(nameOfFile(path), result.error) : readingEntry(result.reading));
    else if (!failed) await print(describeReading(result.reading));
  }
  if (values.json) await entries.end();
  return code;
}

export const read: Command = { help, run };
