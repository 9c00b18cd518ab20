import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { next } from '../../db/setup/build.mjs';
import { demand } from '../../db/setup/command.mjs';
import { inRoot } from '../../db/setup/project.mjs';
import { addressOf, freePort, serve } from '../../db/setup/serve.mjs';
import { writeDocuments } from './documents.mjs';

/** Below the checkout, so that packages resolve as they do for the site itself. */
const folder = inRoot('var', 'bench');
const env = {
  JUESUAN_DATABASE: join(folder, 'var', 'juesuan.db'),
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
  JUESUAN_RATE_LIMIT: 'off',
  JUESUAN_LOG_LEVEL: 'warn',
  /** bodies and headers of the constant answers, by name */
  CONSTANTS: join(folder, 'constants'),
};

const EMPTY = `export const dynamic = 'force-dynamic';
export default function Empty() {
  return null;
}
`;

/** An answer that nothing is done for: body and headers of a file, read once. */
const CONSTANT = `import { readFileSync } from 'node:fs';

export const dynamic = 'force-dynamic';
const kept = new Map();

export async function GET(_request, { params }) {
  const { name } = await params;
  if (!kept.has(name)) {
    const path = process.env.CONSTANTS + '/' + name;
    kept.set(name, { body: readFileSync(path), headers: JSON.parse(readFileSync(path + '.json', 'utf8')) });
  }
  const { body, headers } = kept.get(name);
  return new Response(body, { headers });
}
`;

/** Builds the site with a page more, which renders nothing inside the same layout, and a route of constant answers. */
async function buildSite() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['app', 'db', 'lib', 'instrumentation.ts', 'next.config.js', 'tsconfig.json', 'package.json'])
    cpSync(inRoot(name), join(folder, name), { recursive: true });
  symlinkSync(inRoot('data'), join(folder, 'data'));
  mkdirSync(join(folder, 'app', 'empty'));
  writeFileSync(join(folder, 'app', 'empty', 'page.tsx'), EMPTY);
  mkdirSync(join(folder, 'app', 'constant', '[name]'), { recursive: true });
  writeFileSync(join(folder, 'app', 'constant', '[name]', 'route.js'), CONSTANT);
  mkdirSync(env.CONSTANTS);
  await demand('next build 未成功', process.execPath, [next, 'build'], { cwd: folder, env });
}

/** The site of the measurements with `count` departments in its store. */
export async function openSite(count) {
  await buildSite();
  const documents = join(folder, 'documents');
  writeDocuments(documents, count);
  await demand('载入未成功', process.execPath, [inRoot('db', 'juesuan.mjs'), 'load', documents], { env });
  const { url, close } = await openServer();
  return {
    url,
    env,
    folder,
    openServer,
    close: () => close().then(() => rmSync(folder, { recursive: true, force: true })),
  };
}

/** One more server of the same build and store. */
async function openServer(more = {}) {
  const address = addressOf({ PORT: String(await freePort()) });
  const server = await serve(address, { ...env, ...more }, folder);
  const close = () =>
    new Promise((resolve) => {
      server.once('close', resolve);
      server.kill('SIGTERM');
    });
  return { url: address.url, pid: server.pid, close };
}
