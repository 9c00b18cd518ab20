import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/open';
import { root } from '../imports';

/** A server of its own over the last build, started and stopped as `npm start` does it. */
export interface Own {
  port: number;
  process: ChildProcess;
  output: () => string;
  /** resolves to the exit code and the seconds it took */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; seconds: number }>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A copy of a store, for a server that nobody else disturbs. */
export function copyStore(from: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-own-'));
  const to = join(folder, 'juesuan.db');
  const { sqlite } = openDatabase({ path: from, readonly: true });
  sqlite.prepare('VACUUM INTO ?').run(to);
  sqlite.close();
  return to;
}

export async function openOwn(env: Readonly<Record<string, string>>): Promise<Own> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'tests', 'setup', 'own.mjs')], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await Promise.race([
    new Promise<void>((resolve) => child.stdout.on('data', () => output.includes('ready') && resolve())),
    ended.then(() => Promise.reject(new Error(`the server did not start: ${output}`))),
  ]);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; seconds: number }> => {
    const began = performance.now();
    child.kill(signal);
    return { code: await ended, seconds: (performance.now() - began) / 1000 };
  };
  return { port, process: child, output: () => output, stop };
}

/** Whether anybody takes a connection there. */
export const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
