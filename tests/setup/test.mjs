import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, next } from '../../db/setup/build.mjs';
import { demand, run, StepError } from '../../db/setup/command.mjs';
import { checkNode, install } from '../../db/setup/install.mjs';
import { say, step } from '../../db/setup/progress.mjs';
import { inRoot } from '../../db/setup/project.mjs';
import { freePort } from '../../db/setup/serve.mjs';
import { installBrowser, installCompiler } from '../../db/setup/system.mjs';
import { countPlaywright, countVitest } from './counts.mjs';

const results = inRoot('test-results');
const program = (...path) => inRoot('node_modules', ...path);
const total = { passed: 0, failed: 0 };

/** lines of a failed command's output that are shown */
const SHOWN = 120;

function fail(error) {
  total.failed += 1;
  if (!(error instanceof StepError)) throw error;
  say(`${error.message}\n${error.output.trimEnd().split('\n').slice(-SHOWN).join('\n')}`);
}

/** A step that only fails or does not; its failure is counted and the next step is taken. */
const attempt = (title, work) =>
  step(title, work).then(
    () => true,
    (error) => {
      fail(error);
      return false;
    },
  );

async function types(note) {
  await demand('next typegen 未成功', process.execPath, [next, 'typegen'], { note });
  await demand(
    '类型检查未通过',
    process.execPath,
    [program('typescript', 'bin', 'tsc'), '--noEmit', '--pretty', 'false'],
    {
      note,
    },
  );
}

const lint = (note) =>
  demand(
    '代码检查未通过',
    process.execPath,
    [program('@biomejs', 'biome', 'bin', 'biome'), 'check', '--colors=off', '--diagnostic-level=error'],
    {
      note,
    },
  ).then(() => '');

/** Runs a test runner that writes a JSON report, and adds its numbers. */
async function suite(title, count, args, env = {}) {
  const report = inRoot('test-results', `${args.name}.json`);
  rmSync(report, { force: true });
  say(`… ${title}`);
  const { code, output } = await run(process.execPath, args.command(report), {
    echo: true,
    env: { ...env, JUESUAN_TEST_REPORT: report, NO_COLOR: '1' },
  });
  const { passed, failed } = count(readReport(report), { code, output });
  total.passed += passed;
  total.failed += failed;
  say(`${failed === 0 ? '✓' : '✗'} ${title}：${passed} 项通过，${failed} 项未通过`);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const vitest = {
  name: 'vitest',
  command: (report) => [
    program('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
};

const playwright = { name: 'playwright', command: () => [program('@playwright', 'test', 'cli.js'), 'test'] };

async function main() {
  checkNode();
  await step('准备编译器', installCompiler);
  await step('安装依赖', install);
  const chromium = await step('准备 Chromium 与中文字体', installBrowser);
  mkdirSync(results, { recursive: true });
  await attempt('检查类型', types);
  await attempt('检查代码风格', lint);
  await suite('单元测试与基准读数', countVitest, vitest);
  if (!(await attempt('构建页面', build))) return;
  const port = String(await freePort());
  await suite('浏览器测试', countPlaywright, playwright, {
    JUESUAN_CHROMIUM: chromium,
    JUESUAN_TEST_PORT: port,
    JUESUAN_TEST_DATABASE: inRoot('var', `test-${port}`, 'juesuan.db'),
  });
  rmSync(inRoot('var', `test-${port}`), { recursive: true, force: true });
}

try {
  await main();
} catch (error) {
  fail(error);
}
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
