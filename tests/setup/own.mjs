import { addressOf, ended, serve } from '../../db/setup/serve.mjs';

/** A server of a test's own over the last build, started and stopped as `npm start` does it; says when it is ready. */
const server = await serve(addressOf());
process.stdout.write('ready\n');
process.exit(await ended(server));
