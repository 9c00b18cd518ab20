const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

/**
 * The address others reach this server by, without a path. JUESUAN_ORIGIN says it behind a proxy that does not pass the host on;
 * else it is what the request was sent to.
 */
export function originOf(request: Request): string {
  const told = process.env.JUESUAN_ORIGIN;
  if (told !== undefined && URL.canParse(told)) return new URL(told).origin;
  const asked = new URL(request.url);
  const { headers } = request;
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? asked.host;
  const protocol = headers.get('x-forwarded-proto') ?? asked.protocol.replace(/:$/, '');
  return HOST.test(host) && /^https?$/.test(protocol) ? `${protocol}://${host.toLowerCase()}` : asked.origin;
}
