import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { causeOf } from './causes.mjs';
import { root } from './project.mjs';

/** A step that could not be done: a Chinese sentence on the cause, and what the command printed. */
export class StepError extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

const KEPT = 200_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours are control characters
const COLOURS = /\u001b\[[0-9;?]*[A-Za-z]/g;
const running = new Set();

let stopped;

const codeOf = (signal) => 128 + constants.signals[signal];

/** Programs started here end first; one that does not is left behind after fifteen seconds. */
function stop(signal) {
  stopped = signal;
  for (const child of running) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  if (running.size === 0) process.exit(codeOf(signal));
  setTimeout(() => process.exit(codeOf(signal)), 15_000).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

/** The signal that ended the work, if one did. */
export const stoppedBy = () => stopped;

/** Starts a program without input; it ends with this process. */
export function start(command, args, { cwd = root, env = {}, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

const lastLine = (text) =>
  text
    .replace(COLOURS, '')
    .trimEnd()
    .split(/[\r\n]/)
    .at(-1) ?? '';

/** Runs a program to its end: exit code and what it printed. `echo` shows the output at once, `note` gets its last line. */
export function run(command, args, { cwd, env, note, echo = false } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { cwd, env });
    let output = '';
    const take = (chunk) => {
      output = (output + chunk).slice(-KEPT);
      note?.(lastLine(output));
    };
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.setEncoding('utf8').on('data', take);
      if (echo) stream.on('data', (chunk) => target.write(chunk));
    }
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code, signal) => {
      if (stopped) process.exit(codeOf(stopped));
      resolve({ code: code ?? codeOf(signal), output: output.replace(COLOURS, '') });
    });
  });
}

/** The same, but a failure is thrown with its likely cause. */
export async function demand(what, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new StepError(`${what}（退出码 ${code}）。${causeOf(output, code)}`, output);
  return output;
}
