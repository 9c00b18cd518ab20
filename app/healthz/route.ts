import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

const versionNow = async (): Promise<number | null> => {
  try {
    return (await openStore()).version;
  } catch {
    return null;
  }
};

/** 200 while the process answers at all; whether it should be asked questions is /readyz. */
export async function GET(): Promise<Response> {
  const told = { status: 'ok', data_version: await versionNow() };
  return Response.json(told, { headers: { 'Cache-Control': 'no-store' } });
}
