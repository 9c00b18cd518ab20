import 'server-only';
import { Kept } from '../_store/kept';
import { openStore, type Store } from '../_store/store';
import type { Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { formsOf } from './routes';
import { samplesOf } from './samples';
import { serveApi } from './serve';

/** Examples are the same whatever name the server is asked by. */
export const EXAMPLE_ORIGIN = 'https://juesuan.example';

/** A request of an endpoint with what is answered to it. */
export interface Example {
  endpoint: Endpoint;
  /** below /api/v1 */
  address: string;
  /** the JSON answer; null while the store holds nothing that would do */
  json: unknown;
  /** the same as CSV, where there is one */
  csv: string | null;
}

const withEnding = (address: string, ending: string): string => address.replace(/^([^?]*)/, `$1.${ending}`);

const ask = async (address: string): Promise<Response> =>
  serveApi(new Request(`${EXAMPLE_ORIGIN}/api/v1${address}`, { headers: { host: 'juesuan.example' } }));

async function exampleOf(endpoint: Endpoint, address: string): Promise<Example> {
  const answer = await ask(address);
  if (!answer.ok) return { endpoint, address, json: null, csv: null };
  const csv = formsOf(endpoint).includes('csv') ? await (await ask(withEnding(address, 'csv'))).text() : null;
  return { endpoint, address, json: await answer.json(), csv };
}

const kept = new Kept<Example[]>(2);

/** An example of every endpoint, answered from the store as it stands. */
export async function askExamples(given?: Store): Promise<Example[]> {
  const store = given ?? (await openStore());
  return kept.ask(`${store.db.path} ${store.version}`, async () => {
    const samples = samplesOf(store);
    const examples: Example[] = [];
    for (const endpoint of ENDPOINTS) examples.push(await exampleOf(endpoint, endpoint.example(samples)));
    return examples;
  });
}
