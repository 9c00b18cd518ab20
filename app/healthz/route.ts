import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

/** 200 when the store answers, 503 when it does not. */
export async function GET(): Promise<Response> {
  try {
    const { version } = await openStore();
    return Response.json({ status: 'ok', data_version: version }, { headers: { 'Cache-Control': 'no-store' } });
  } catch {
    return Response.json({ status: 'unavailable' }, { status: 503, headers: { 'Cache-Control': 'no-store' } });
  }
}
