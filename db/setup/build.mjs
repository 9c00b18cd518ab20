import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { demand } from './command.mjs';
import { hashOf, inRoot, readText, root } from './project.mjs';

const stamp = inRoot('.next', 'juesuan-built');
export const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');

/** Everything a page is made of; data is read at run time. */
const sources = () => [
  'app',
  'db',
  'lib',
  'package-lock.json',
  'tsconfig.json',
  ...readdirSync(root).filter((name) =>
    /^(next\.config|instrumentation|proxy|middleware|postcss\.config)\./.test(name),
  ),
];

/** Builds the pages unless the last build was made of the same sources; returns what was done. */
export async function build(note) {
  const wanted = hashOf(sources());
  if (existsSync(inRoot('.next', 'BUILD_ID')) && readText(stamp) === wanted) return '源文件未变，沿用上次的构建';
  await demand('next build 未成功', process.execPath, [next, 'build'], {
    note,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  writeFileSync(stamp, wanted);
  return '已构建';
}
