import { getReadiness } from '../../db/queries/readiness';
import { Problem, problemAnswer } from '../_answers/problem';
import { isStopping } from '../_public/state';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

const notReady = (detail: string, more: Readonly<Record<string, unknown>> = {}): Response =>
  problemAnswer(new Problem(503, 'not_ready', '尚未就绪', detail, more));

/** Whether requests should be sent here: the store is open, its tables are this program's, and nobody asked it to stop. */
export async function GET(): Promise<Response> {
  if (isStopping()) return notReady('服务正在停止。');
  try {
    const { db, version } = await openStore();
    const { missing, isNewer } = getReadiness(db);
    if (isNewer) return notReady('数据库由较新的版本写成。');
    if (missing.length > 0) return notReady('数据库的表结构不是本版本的。', { migrations: missing });
    return Response.json({ status: 'ready', data_version: version }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    console.error(error);
    return notReady('数据库还打不开。');
  }
}
