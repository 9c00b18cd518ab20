import { type ParseArgsConfig, parseArgs } from 'node:util';

/** One command of the command line; `run` returns the exit code. */
export interface Command {
  help: string;
  run(args: readonly string[]): Promise<number>;
}

/** Options or arguments that make no sense; the message is for people. */
export class UsageError extends Error {
  override name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and arguments; anything unknown, or an option without its value, is refused. */
export function parseCommand<Given extends Options>(args: readonly string[], options: Given) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(wordsOf(error));
  }
}

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有这个选项：${quoted}`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `选项的值不对：${quoted.replace(/ <value>$/, '')}`;
  return message;
}

/** At least one file must be named. */
export function requireFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError('没有给出文件');
  return files;
}
