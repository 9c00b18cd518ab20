import { measureQueries } from './sampleStores.mjs';
import { table } from './table.mjs';

/** `node --import tsx tests/bench/sample.mjs 300x8 3000x10`: the times of the questions alone, without pages. */
const sizes = process.argv.slice(2);
const { heads, rows } = await measureQueries(sizes.length > 0 ? sizes : ['300x8']);
process.stdout.write(`${table(heads, rows)}\n`);
