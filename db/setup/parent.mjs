import { readFileSync } from 'node:fs';

const SHELL = /^(?:ba|da|z|k|a)?sh$/;
const SECOND = 1000;

/** Parent of a process by Linux's /proc; undefined elsewhere, or when the process is gone. */
function parentOf(pid) {
  try {
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent };
  } catch {
    return undefined;
  }
}

/** The processes between npm and this one: npm itself, and the shell that npm puts between. */
function chain() {
  const parent = process.ppid;
  const above = parentOf(parent);
  return above && SHELL.test(above.name) ? `${parent} ${above.parent}` : String(parent);
}

/** npm ends its shell with a signal and leaves the program behind: the program notices, and stops too. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const before = chain();
  setInterval(() => {
    if (chain() !== before) process.kill(process.pid, 'SIGTERM');
  }, SECOND).unref();
}
