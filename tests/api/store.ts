import { serveApi } from '../../app/_api/serve';

export { documents, HENGSHAN, load, MIZHI, withStore } from '../embed/store';

export const ORIGIN = 'https://juesuan.example';

/** Asks for an address below /api/v1. */
export const ask = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  serveApi(new Request(`${ORIGIN}/api/v1${address}`, { headers, method }));

export async function askJson<T = Record<string, unknown>>(
  address: string,
): Promise<{
  meta: Record<string, unknown>;
  links: { self: string; next: string | null };
  data: T[];
}> {
  const answer = await ask(address);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Awaited<ReturnType<typeof askJson<T>>>;
}

/** An address of an answer's links, below /api/v1 again. */
export const below = (url: string): string => url.slice(`${ORIGIN}/api/v1`.length);
