import { mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { SQLITE_FILE, ZIP_FILE } from '../exports/descriptor';
import { sizeOf, writeExport } from '../exports/write';
import { openDatabase } from '../open';
import { type Command, parseCommand, UsageError } from './command';
import { print } from './output';

const help = `把全库写成公开数据包

用法：juesuan export 文件夹

  文件夹里写入 datapackage.json（Fiscal Data Package）和各表 CSV、
  同样内容的 ${SQLITE_FILE}，以及整包 ${ZIP_FILE}。文件夹须是空的，没有就新建。

  --help   显示本说明
`;

async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseCommand(args, {});
  const [folder, ...more] = positionals;
  if (folder === undefined) throw new UsageError('没有给出文件夹');
  if (more.length > 0) throw new UsageError(`多余的参数：${more.join(' ')}`);
  const path = resolve(folder);
  mkdirSync(path, { recursive: true });
  if (readdirSync(path).length > 0) throw new UsageError(`文件夹不是空的：${folder}`);
  const db = openDatabase({ readonly: true });
  try {
    const { resources, version } = await writeExport(db, path);
    await print(resources.map(({ path: file, rows, bytes }) => `${file}　${rows} 行　${bytes} 字节\n`).join(''));
    await print(`${SQLITE_FILE}　${sizeOf(path, SQLITE_FILE)} 字节\n${ZIP_FILE}　${sizeOf(path, ZIP_FILE)} 字节\n`);
    process.stderr.write(`数据版本 ${version}\n`);
    return 0;
  } finally {
    db.sqlite.close();
  }
}

export const exportStore: Command = { help, run };
