import { build } from './build.mjs';
import { StepError } from './command.mjs';
import { checkNode, install } from './install.mjs';
import { load } from './load.mjs';
import { stopWithNpm } from './parent.mjs';
import { say, step } from './progress.mjs';
import { addressOf, checkPort, ended, serve } from './serve.mjs';
import { warm } from './warm.mjs';

/** lines of a failed command's output that are shown */
const SHOWN = 40;

/** A terminal is told what goes wrong; a journal or a container gets every answer. */
const logLevel = () => process.env.JUESUAN_LOG_LEVEL || (process.stdout.isTTY ? 'warn' : 'info');

async function main() {
  stopWithNpm();
  checkNode();
  const address = addressOf();
  await checkPort(address);
  await step('安装依赖', install);
  await step('构建页面', build);
  await step('建库并载入决算', load);
  const server = await step('启动服务', () => serve(address, { JUESUAN_LOG_LEVEL: logLevel() }));
  say(`\n决算通览已就绪：${address.url}\n按 Ctrl+C 停止。`);
  const stopped = new AbortController();
  void warm(address.url, stopped.signal);
  const code = await ended(server);
  stopped.abort();
  return code;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    if (!(error instanceof StepError)) throw error;
    const lines = error.output.trimEnd().split('\n').slice(-SHOWN).join('\n');
    process.stderr.write(`\n未能启动：${error.message}\n${lines ? `\n${lines}\n` : ''}`);
    process.exit(1);
  },
);
