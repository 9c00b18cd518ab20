import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { install } from '../../db/setup/install.mjs';
import { step } from '../../db/setup/progress.mjs';
import { inRoot } from '../../db/setup/project.mjs';
import { measureBytes } from './bytes.mjs';
import { measureCommands } from './commands.mjs';
import { measureEmbeds } from './embeds.mjs';
import { measureFindings } from './findings.mjs';
import { measurePages } from './pages.mjs';
import { measurePageTimes } from './pageTimes.mjs';
import { measurePaint } from './paint.mjs';

import { measureReading } from './reading.mjs';
import { measureQueries, published, sampleOf } from './sampleStores.mjs';
import { openSite } from './site.mjs';
import { table } from './table.mjs';

/** documents of the reading, and departments of the site */
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 60);
const DEPARTMENTS = 40;
/** made-up consistent accounts into which errors are planted, and the seed they grow from */
const MUTATED = Number(process.env.MUTATED ?? 100);
const SEED = 7919;

/** What was asked for: a file for the report, and samples as departments × years or by their paths. */
const given = process.argv.slice(2);
const isStore = (word) => /^\d+x\d+$/.test(word) || word.endsWith('.db');
const target = given.find((word) => !isStore(word));
/** a small sample is made, larger ones take part when they are there */
const USUAL = ['40x4', ...['300x8', '3000x10'].filter((size) => existsSync(inRoot('var', `bench-${size}.db`)))];
const sizes = given.some(isStore) ? given.filter(isStore) : USUAL;

const accountsOf = (env) =>
  JSON.parse(
    execFileSync(process.execPath, [inRoot('db', 'juesuan.mjs'), 'accounts', '--json'], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 1e9,
    }),
  ).map((account) => account.id ?? account.account);

async function main() {
  const [busy = 0] = loadavg();
  await step('安装依赖', install);
  const reading = await step('读取与载入', () => measureReading(DOCUMENTS));
  const findings = await step('核对植入的错误', () => measureFindings(MUTATED, SEED));
  const site = await step('构建测量用的网站', () => openSite(DEPARTMENTS));
  try {
    const ids = accountsOf(site.env);
    const pages = await step('页面吞吐', () => measurePages(site.url, ids));
    const [first, second] = ids;
    const bytes = await step('首次载入的字节数', () =>
      measureBytes(site.url, [
        ['/', '/'],
        ['/compare/A,B', `/compare/${first},${second}`],
        ['/accounts/ID', `/accounts/${first}`],
        ['/accounts/ID/source', `/accounts/${first}/source`],
        ['/departments/ID', `/departments/${first.replace(/-\d{4}$/, '')}`],
        ['/trends', '/trends'],
        ['/pivot', '/pivot'],
        ['/embed/totals', `/embed/totals?accounts=${first},${second}`],
        ['/embed/flow', `/embed/flow?accounts=${first},${second}`],
      ]),
    );
    const embeds = await step('嵌入吞吐', () => measureEmbeds(site, ids));
    const paint = await step('嵌入首次绘制', () => measurePaint(site.url, ids));
    const stores = [await published(), ...sizes.map(sampleOf)];
    const times = await step('页面耗时', () => measurePageTimes(site, stores));
    const queries = await step('查询耗时', () => measureQueries(sizes));
    const commands = await step('命令启动', () => measureCommands(site.env));
    return [
      `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}; load before the start ${busy.toFixed(1)}.`,
      table(['documents', 'measured', 'a second', 'figures a second'], reading),
      table(['planted error', 'detectable', 'found', 'right cell first', 'exact repair first'], findings.kinds),
      `${findings.falseAlarms} false alarms on ${MUTATED} consistent accounts. Processor time of an account, median and 95th percentile: consistent ${findings.consistent.join(' and ')} ms, contradictory ${findings.contradictory.join(' and ')} ms.`,
      table(['page', 'requests a second', 'of the empty page'], pages),
      table(
        ['embeds', 'requests a second', 'of the constant answer', 'processor ms an answer', 'constant to this'],
        embeds,
      ),
      table(['first paint of an embed', 'painted after', 'script there after'], paint),
      table(times.heads, times.rows),
      table(queries.heads, queries.rows),
      table(['first load, gzip kB', 'HTML', 'scripts', 'styles', 'all', 'requests'], bytes),
      table(['command', 'start to end'], commands),
    ].join('\n\n');
  } finally {
    await site.close();
  }
}

const report = await main();
process.stdout.write(`\n${report}\n`);
if (target) writeFileSync(target, `${report}\n`);
process.exit(0);
