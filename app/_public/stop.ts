import type { Server } from 'node:http';
import { closeServed } from '../../db/served';
import type { Log } from './log';
import { isStopping, markStopping } from './state';

/** seconds that running answers get before their connections are cut */
const GRACE = 10;

/**
 * SIGTERM and SIGINT: Next closes the server and waits for running answers; here the waiting gets its bound, the store is closed
 * and a stop that was asked for ends with 0.
 */
export function stopInGoodOrder(log: Log, servers: ReadonlySet<Server>): void {
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping()) return;
    markStopping();
    log.info({ signal }, 'stopping');
    const idle = setInterval(() => {
      for (const server of servers) server.closeIdleConnections();
    }, 100);
    idle.unref();
    setTimeout(() => {
      log.warn({ seconds: GRACE }, 'cutting off what still runs');
      for (const server of servers) server.closeAllConnections();
    }, GRACE * 1000).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('exit', () => {
    closeServed();
    if (isStopping()) process.exitCode = 0;
  });
}
