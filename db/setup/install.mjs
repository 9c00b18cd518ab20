import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { demand, run, StepError } from './command.mjs';
import { hashOf, inRoot, readText } from './project.mjs';

const stamp = inRoot('node_modules', '.juesuan-installed');

/** The lockfile, and what native packages are compiled for. */
const wanted = () => `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch}-${process.versions.modules}`;

const MINIMUM = '20.19.0（20 系列）或 22.12.0';

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) throw new StepError(`本机 Node 的版本是 ${version}，需要 ${MINIMUM} 以上。`);
}

/** True when node_modules holds what the lockfile asks for, whoever installed it. */
function isComplete() {
  const lock = readText(inRoot('package-lock.json'));
  const installed = readText(inRoot('node_modules', '.package-lock.json'));
  if (!lock || !installed) return false;
  const found = JSON.parse(installed).packages;
  const asked = Object.entries(JSON.parse(lock).packages).filter(([path]) => path !== '');
  const same = asked.every(([path, { version, optional, devOptional }]) =>
    optional || devOptional ? !found[path] || found[path].version === version : found[path]?.version === version,
  );
  return same && loadsNative();
}

function loadsNative() {
  try {
    const Database = createRequire(inRoot('package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

const npm = (args) =>
  process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath, ...args]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];

export const isInstalled = () => readText(stamp) === wanted();

/** Installs the locked packages unless they are there; returns what was done. */
export async function install(note) {
  if (isInstalled()) return '已是最新';
  const complete = isComplete();
  if (!complete) {
    note('下载软件包并编译 better-sqlite3，首次约需一至三分钟');
    // `next build` needs the types among the development dependencies, whatever NODE_ENV says
    await demand('npm ci 未成功', ...npm(['ci', '--include=dev', '--no-audit', '--no-fund']));
    if (!loadsNative()) await rebuildNative();
  }
  writeFileSync(stamp, wanted());
  return complete
    ? '已齐全'
    : `已装好 ${Object.keys(JSON.parse(readText(inRoot('package-lock.json'))).packages).length - 1} 个软件包`;
}

/** npm leaves a package uncompiled where install scripts are switched off (`ignore-scripts`). */
async function rebuildNative() {
  await run(...npm(['rebuild', 'better-sqlite3', '--ignore-scripts=false']));
  if (!loadsNative()) throw new StepError('better-sqlite3 未能编译：请安装 python3、make 和 g++ 后重试。');
}
