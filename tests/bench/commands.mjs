import { spawnSync } from 'node:child_process';
import { inRoot } from '../../db/setup/project.mjs';
import { medianSeconds } from './clock.mjs';

const RUNS = 5;
const COMMANDS = [
  ['node -e 0 (for comparison)', ['-e', '0']],
  ['juesuan --help', [inRoot('db', 'juesuan.mjs'), '--help']],
  ['juesuan accounts --json', [inRoot('db', 'juesuan.mjs'), 'accounts', '--json']],
];

function call(args, env) {
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}

/** Seconds from the call of a command to its end, median. */
export async function measureCommands(env) {
  const rows = [];
  for (const [label, args] of COMMANDS) {
    const seconds = await medianSeconds(RUNS, () => call(args, env));
    rows.push([label, `${Math.round(seconds * 1000)} ms`]);
  }
  return rows;
}
