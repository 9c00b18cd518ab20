import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../imports';
import { freePort, isTaken } from './served';

const PROGRAM = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'];
export const findNginx = (): string | undefined => PROGRAM.find(existsSync);

/** As root on Debian nginx is installed; elsewhere its reader is told why not. Returns the program or the reason. */
export function provideNginx(): { program?: string; reason: string } {
  const found = findNginx();
  if (found) return { program: found, reason: '' };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return { reason: 'nginx is not installed, and it takes root on Debian to install it' };
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '--no-install-recommends', 'nginx-light'];
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...install], { env, stdio: 'pipe', timeout: 240_000 });
  } catch {
    return { reason: 'nginx-light could not be installed' };
  }
  const program = findNginx();
  return program ? { program, reason: '' } : { reason: 'nginx-light brought no nginx' };
}

export interface Front {
  port: number;
  close: () => Promise<void>;
}

const EXAMPLE = 'app/_public/nginx.conf';

/** The example of the project, with nothing changed but ports and the folder of its cache. */
function configuration(folder: string, port: number, behind: number): string {
  const replaced = readFileSync(join(root, EXAMPLE), 'utf8')
    .replace('server 127.0.0.1:3000;', `server 127.0.0.1:${behind};`)
    .replace('listen 80;', `listen 127.0.0.1:${port}; listen 127.0.0.2:${port}; listen 127.0.0.3:${port};`)
    .replace('/var/cache/nginx/juesuan', join(folder, 'cache'));
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  ${replaced}
}
`;
}

async function ready(child: ChildProcess, port: number, folder: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (child.exitCode !== null) throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
    if (await isTaken(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not listen');
}

/** nginx by the example configuration, before a server at `behind`. */
export async function openFront(program: string, behind: number): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-nginx-'));
  mkdirSync(join(folder, 'cache'));
  const port = await freePort();
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, configuration(folder, port, behind));
  const child = spawn(program, ['-c', path, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  await ready(child, port, folder);
  const close = (): Promise<void> =>
    new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.kill('SIGTERM');
    }).then(() => rmSync(folder, { recursive: true, force: true }));
  return { port, close };
}
