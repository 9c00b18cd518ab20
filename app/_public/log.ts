import pino, { type DestinationStream, type Logger, stdSerializers } from 'pino';
import type { LogLevel } from './settings';

export type Log = Logger;

/** An error for the log: what drivers append of the values asked for is left out, they may be what somebody searched. */
function writtenError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack } = stdSerializers.err(error);
  const bare = (text: string | undefined): string | undefined => text?.replace(/\nparams:[^\n]*/g, '');
  return { type, message: bare(message)?.slice(0, 2000), stack: bare(stack) };
}

interface Streams {
  out?: DestinationStream;
  err?: DestinationStream;
}

/** JSON lines: up to warnings on stdout, errors on stderr. No addresses, no queries, no names of processes or hosts. */
export function openLog(level: LogLevel, { out, err }: Streams = {}): Log {
  const streams = pino.multistream(
    [
      { level: 'debug', stream: out ?? pino.destination({ dest: 1, sync: false }) },
      { level: 'error', stream: err ?? pino.destination({ dest: 2, sync: true }) },
    ],
    { dedupe: true },
  );
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: writtenError },
    },
    streams,
  );
}

const reported = new WeakSet<object>();

/** Logs an error once, however many report it. */
export function logError(log: Log, error: unknown, more: Readonly<Record<string, unknown>> = {}): void {
  if (typeof error === 'object' && error !== null) {
    if (reported.has(error)) return;
    reported.add(error);
  }
  log.error({ ...more, err: error }, 'failed');
}

const wordsOf = (given: readonly unknown[]): string =>
  given
    .filter((one) => typeof one !== 'object')
    .map(String)
    .join(' ')
    .slice(0, 2000);

/** What the program and its libraries print as errors and warnings becomes lines of the log. */
export function logConsole(log: Log): void {
  console.error = (...given: unknown[]) => {
    const error = given.find((one) => one instanceof Error);
    if (error) logError(log, error);
    else log.error(wordsOf(given));
  };
  console.warn = (...given: unknown[]) => log.warn(wordsOf(given));
}
