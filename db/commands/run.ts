import { type Command, UsageError } from './command';

const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  read: { summary: '读取文件，列出读到的内容，不入库', load: async () => (await import('./read')).read },
  check: { summary: '读取并核对文件，不入库', load: async () => (await import('./check')).check },
  load: { summary: '读取、核对并存入数据库', load: async () => (await import('./load')).load },
  accounts: { summary: '列出已入库的决算', load: async () => (await import('./accounts')).accounts },
  export: { summary: '把全库写成公开数据包', load: async () => (await import('./export')).exportStore },
};

const HELP = `决算通览：读取、核对、保存部门决算

用法：juesuan 命令 [参数]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  juesuan ${name.padEnd(10)}${summary}`)
  .join('\n')}

每个命令的说明：juesuan 命令 --help
数据库：环境变量 JUESUAN_DATABASE（默认 var/juesuan.db）
`;

/** The command line: results to stdout, progress and complaints to stderr; returns the exit code of contract.md. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry)
    return complain(`没有这个命令：${name}。命令有 ${Object.keys(COMMANDS).join('、')}；说明见 juesuan --help`);
  try {
    const command = await entry.load();
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(command.help);
      return 0;
    }
    return await command.run(rest);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}。说明见 juesuan ${name} --help`);
    if (error instanceof Error && error.name === 'StoreError') return complain(error.message);
    return complain(`juesuan ${name} 未能完成：${error instanceof Error ? error.message : String(error)}`);
  }
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}
