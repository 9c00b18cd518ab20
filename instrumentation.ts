import type { Instrumentation } from 'next';
import type { Log } from './app/_public/log';

let log: Log | undefined;

/** Runs once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { writeHeadersPlainly } = await import('./app/_answers/writtenHeaders');
  const { standInPublic } = await import('./app/_public');
  writeHeadersPlainly();
  log = standInPublic();
}

/** Errors of pages and routes, with their stack, which answers never carry. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !log) return;
  const { logError } = await import('./app/_public/log');
  const { 'x-request-id': id } = request.headers;
  logError(log, error, { id, method: request.method, route: routePath, kind: routeType });
};
