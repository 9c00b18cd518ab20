import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { causeOf } from './causes.mjs';
import { run, StepError } from './command.mjs';
import { inRoot } from './project.mjs';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const release = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');
const hasApt = () => existsSync('/usr/bin/apt-get');
/** Ubuntu's package `chromium` only points to a snap, which containers cannot run. */
const packsChromium = () => hasApt() && !/^ID=ubuntu$/m.test(release());

const succeeds = async (command, args) => (await run(command, args)).code === 0;

/** How to call apt-get here: as root, through sudo without a password, or not at all. */
async function apt() {
  if (!hasApt()) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  return (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n', 'apt-get'] : undefined;
}

/** Installs Debian packages; returns an empty text, or the reason why not. */
async function installPackages(names, note) {
  const command = await apt();
  if (!command) return '没有 root 权限，或不是 Debian 系统';
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const [program, ...rest] = command;
  note(`apt-get update`);
  await run(program, [...rest, ...options, 'update'], { note, env });
  note(`apt-get install ${names.join(' ')}`);
  const packages = ['install', '-y', '--no-install-recommends', ...names];
  const { code, output } = await run(program, [...rest, ...options, ...packages], { note, env });
  return code === 0 ? '' : causeOf(output, code);
}

/** Compiler and Python, where better-sqlite3 has to be compiled and Debian's packages are at hand. */
export async function installCompiler(note) {
  const names = [
    ['/usr/bin/make', 'make'],
    ['/usr/bin/g++', 'g++'],
    ['/usr/bin/python3', 'python3'],
  ];
  const missing = names.filter(([path]) => !existsSync(path)).map(([, name]) => name);
  if (missing.length === 0 || !hasApt()) return '已具备';
  const reason = await installPackages(missing, note);
  return reason ? `缺 ${missing.join('、')}：${reason}` : `已装好 ${missing.join('、')}`;
}

function playwrightsOwn() {
  try {
    const path = createRequire(inRoot('package.json'))('@playwright/test').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

export const findChromium = () =>
  [process.env.JUESUAN_CHROMIUM ?? '', ...CHROMIUM].find(existsSync) ?? playwrightsOwn();

async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  return code === 0 && output.trim() !== '';
}

/** A Chromium for the browser tests and a Chinese font for its pages; returns the browser's path. */
export async function installBrowser(note) {
  const missing = [
    ...(findChromium() || !packsChromium() ? [] : ['chromium']),
    ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ];
  const reason = missing.length > 0 ? await installPackages(missing, note) : '';
  if (!findChromium()) await downloadChromium(note);
  const path = findChromium();
  if (!path)
    throw new StepError(
      `找不到 Chromium${reason ? `（${reason}）` : ''}：请安装 Chromium 或 Chrome（Debian：apt-get install -y chromium fonts-noto-cjk），或用 JUESUAN_CHROMIUM 指明其路径。`,
    );
  if (!(await hasChineseFont()))
    throw new StepError('找不到中文字体：请安装一种（Debian：apt-get install -y fonts-noto-cjk）。');
  return path;
}

/** Playwright's own build, for systems that do not pack Chromium. */
async function downloadChromium(note) {
  const dependencies = process.platform === 'linux' && (await apt()) ? ['--with-deps'] : [];
  note('playwright install chromium');
  await run(process.execPath, [
    inRoot('node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    ...dependencies,
    'chromium',
  ]);
}
