#!/usr/bin/env node
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Plain Node, so that a checkout without its packages answers with a sentence instead of a stack. */
function isInstalled() {
  try {
    for (const name of ['tsx/esm/api', 'better-sqlite3', 'decimal.js']) require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** `juesuan read … | head` closes our output: that is no error. */
function stopWhenClosed(error) {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}

if (isInstalled()) {
  const { register } = await import('tsx/esm/api');
  register();
  process.stdout.on('error', stopWhenClosed);
  const { run } = await import('./commands/run.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write('依赖尚未安装：请先在项目文件夹里运行 npm ci（或 npm start，会自动安装）。\n');
  process.exitCode = 2;
}
