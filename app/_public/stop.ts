import type { Server } from 'node:http';
import { closeServed } from '../../db/served';
import type { Connections } from './connections';
import type { Log } from './log';
import { isStopping, markStopping } from './state';

/** seconds that running answers get before their connections are cut */
const GRACE = 10;
/** milliseconds between two looks for connections that are no longer used */
const LOOK = 100;

interface Stopped {
  log: Log;
  servers: ReadonlySet<Server>;
  connections: Connections;
}

/**
 * SIGTERM and SIGINT: Next closes the server and waits for running answers; here the waiting gets its bound, the store is closed
 * and a stop that was asked for ends with 0.
 */
export function stopInGoodOrder({ log, servers, connections }: Stopped): void {
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping()) return;
    markStopping();
    log.info({ signal }, 'stopping');
    for (const server of servers) connections.spare(server);
    setInterval(() => connections.closeUnused(), LOOK).unref();
    setTimeout(() => {
      log.warn({ seconds: GRACE }, 'cutting off what still runs');
      connections.closeAll();
    }, GRACE * 1000).unref();
  };
  // before Next hears of it and closes its server
  process.prependListener('SIGTERM', stop);
  process.prependListener('SIGINT', stop);
  process.on('exit', () => {
    closeServed();
    if (isStopping()) process.exitCode = 0;
  });
}
