import { get } from 'node:http';
import { createServer } from 'node:net';
import { causeOf } from './causes.mjs';
import { StepError, start, stoppedBy } from './command.mjs';
import { inRoot, root } from './project.mjs';

const program = inRoot('db', 'setup', 'server.mjs');
const PATIENCE = 60_000;
/** A page makes much that is dropped at once: in more room, in MB, it is swept less often. */
const ROOM = '--max-semi-space-size=32';

/** Where to serve, from PORT and HOST. */
export function addressOf(environment = process.env) {
  const host = environment.HOST || '127.0.0.1';
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StepError(`PORT 应为 1 至 65535 的整数，现为“${environment.PORT}”。`);
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return { host, port, url: `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}` };
}

/** Throws when somebody else listens there, or when the address is not ours. */
export function checkPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      reject(
        new StepError(
          {
            EADDRINUSE: `端口 ${port} 已被占用：请先停掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
            EACCES: `没有权限使用端口 ${port}：请用 1024 以上的端口，例如 PORT=3000 npm start。`,
            EADDRNOTAVAIL: `HOST=${host} 不是本机的地址。`,
            ENOTFOUND: `HOST=${host} 无法解析。`,
          }[error.code] ?? `无法在 ${host}:${port} 上监听：${error.message}。`,
        ),
      ),
    );
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** A port that nobody uses at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const statusOf = (url) =>
  new Promise((resolve) => {
    const request = get(url, { timeout: 30_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts the server and waits for its first answer; resolves to the process. Throws when it ends or stays silent. */
export async function serve({ host, port, url }, env = {}, cwd = root) {
  const server = start(process.execPath, [ROOM, program, 'start', '--hostname', host, '--port', String(port)], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
  });
  let output = '';
  const take = (chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', take);
  const began = Date.now();
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new StepError(`服务未能启动。${causeOf(output)}`, output);
    const status = await statusOf(`${url}/`);
    if (status !== undefined && status < 500) return server;
    if (status !== undefined || Date.now() - began > PATIENCE) {
      server.kill('SIGTERM');
      throw new StepError(status ? `首页返回 ${status}。${causeOf(output)}` : '服务在一分钟内没有应答。', output);
    }
    await pause(25);
  }
}

/** Resolves to the exit code once the server has ended; asked to stop by a signal it is 0. */
export function ended(server) {
  server.stdout.pipe(process.stdout);
  server.stderr.pipe(process.stderr);
  return new Promise((resolve) => {
    const finish = (code) => resolve(stoppedBy() ? 0 : (code ?? 1));
    if (server.exitCode !== null || server.signalCode !== null) finish(server.exitCode);
    else server.once('close', finish);
  });
}
