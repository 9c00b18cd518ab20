import type { Server } from 'node:http';
import { Connections } from './connections';
import { standGuard } from './guard';
import { makeLimits } from './limits';
import { type Log, logConsole, openLog } from './log';
import { builtRoutes, routesOf } from './routes';
import { networksOf } from './senders';
import { readSettings } from './settings';
import { isStopping } from './state';
import { stopInGoodOrder } from './stop';

/** Makes the server of this process fit to stand in public: headers, limits, log, a stop in good order. */
export function standInPublic(): Log {
  const { points, trusted, secure, logLevel, complaints } = readSettings();
  const log = openLog(logLevel);
  const proxies = networksOf(trusted);
  const servers = new Set<Server>();
  const connections = new Connections();
  if (process.env.NODE_ENV === 'production') logConsole(log);
  for (const complaint of complaints) log.warn(complaint);
  for (const word of proxies.unknown) log.warn(`JUESUAN_TRUSTED_PROXIES names no address or network: ${word}`);
  standGuard({
    log,
    limits: points === null ? null : makeLimits(points),
    proxies,
    secure,
    routeOf: routesOf(builtRoutes()),
    isStopping,
    servers,
    connections,
  });
  stopInGoodOrder({ log, servers, connections });
  return log;
}
