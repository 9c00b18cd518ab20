import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { demand } from '../../db/setup/command.mjs';
import { inRoot } from '../../db/setup/project.mjs';
import { addressOf, ended, serve } from '../../db/setup/serve.mjs';

/** The server of the browser tests: a store of its own with the published accounts, on a port of its own. */
const database = process.env.JUESUAN_TEST_DATABASE ?? inRoot('var', 'test', 'juesuan.db');
const env = { JUESUAN_DATABASE: database, JUESUAN_LOG_LEVEL: 'error', JUESUAN_RATE_LIMIT: 'off' };

rmSync(dirname(database), { recursive: true, force: true });
mkdirSync(dirname(database), { recursive: true });
await demand('载入未成功', process.execPath, [inRoot('db', 'juesuan.mjs'), 'load', 'data/accounts'], {
  env,
  echo: true,
});
const server = await serve(addressOf({ HOST: '127.0.0.1', PORT: process.env.JUESUAN_TEST_PORT ?? '3210' }), env);
process.exit(await ended(server));
