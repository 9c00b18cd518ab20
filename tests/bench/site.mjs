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
};

const EMPTY = `export const dynamic = 'force-dynamic';
export default function Empty() {
  return null;
}
`;

/** Builds the site with one page more, which renders nothing inside the same layout. */
async function buildSite() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['app', 'db', 'lib', 'next.config.js', 'tsconfig.json', 'package.json'])
    cpSync(inRoot(name), join(folder, name), { recursive: true });
  symlinkSync(inRoot('data'), join(folder, 'data'));
  mkdirSync(join(folder, 'app', 'empty'));
  writeFileSync(join(folder, 'app', 'empty', 'page.tsx'), EMPTY);
  await demand('next build 未成功', process.execPath, [next, 'build'], { cwd: folder, env });
}

/** The site of the measurements with `count` departments in its store. */
export async function openSite(count) {
  await buildSite();
  const documents = join(folder, 'documents');
  writeDocuments(documents, count);
  await demand('载入未成功', process.execPath, [inRoot('db', 'juesuan.mjs'), 'load', documents], { env });
  const address = addressOf({ PORT: String(await freePort()) });
  const server = await serve(address, env, folder);
  const close = () =>
    new Promise((resolve) => {
      server.once('close', resolve);
      server.kill('SIGTERM');
    }).then(() => rmSync(folder, { recursive: true, force: true }));
  return { url: address.url, env, close };
}
