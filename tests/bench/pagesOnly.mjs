import { loadavg } from 'node:os';
import { inRoot, root } from '../../db/setup/project.mjs';
import { measurePageTimes } from './pageTimes.mjs';
import { table } from './table.mjs';

/** `node --import tsx tests/bench/pagesOnly.mjs STORE…`: the pages of the last build over stores that are there, without anything else. */
const [busy = 0] = loadavg();
const stores = process.argv.slice(2).map((path) => (path.startsWith('/') ? path : inRoot(path)));
const { heads, rows } = await measurePageTimes({ folder: root, env: {} }, stores);
process.stdout.write(`load before the start ${busy.toFixed(1)}\n${table(heads, rows)}\n`);
process.exit(0);
