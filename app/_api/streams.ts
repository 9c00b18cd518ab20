import 'server-only';
import { setImmediate as turn } from 'node:timers/promises';
import { type Db, openDatabase } from '../../db/open';
import { getDataVersion } from '../../db/queries/version';
import { Problem } from '../_answers/problem';
import type { Store } from '../_store/store';

/** So many whole lists are sent at a time; each holds a connection of its own. */
export const MOST_STREAMS = 4;
/** A reader that takes nothing for so long has gone. */
const PATIENCE = 60_000;

let open = 0;

/** One state of the store, held until it is let go of, however much is loaded meanwhile. */
export interface HeldStore extends Store {
  release(): void;
}

export async function holdStore({ db: { path } }: Pick<Store, 'db'>): Promise<HeldStore> {
  if (open >= MOST_STREAMS)
    throw new Problem(503, 'busy', '暂时不能应答', `同时最多发送 ${MOST_STREAMS} 份完整的清单，请稍后再取，或分页取。`);
  open += 1;
  let db: Db | undefined;
  const release = (): void => {
    if (!db) return;
    db.sqlite.close();
    db = undefined;
    open -= 1;
  };
  try {
    db = openDatabase({ path, readonly: true });
    db.sqlite.pragma('cache_size = -4096');
    db.sqlite.exec('BEGIN');
    return { db, version: await getDataVersion(db), release };
  } catch (error) {
    if (db) release();
    else open -= 1;
    throw error;
  }
}

/** Text sent piece by piece, each made only when the reader has taken the one before; `done` is called once, however it ends. */
export function streamOf(pieces: Iterator<string>, done: () => void, patience = PATIENCE): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: NodeJS.Timeout | undefined;
  let isOver = false;
  const end = (): void => {
    clearTimeout(waiting);
    if (!isOver) done();
    isOver = true;
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        // others are answered between two pieces
        await turn();
        if (isOver) return;
        const piece = pieces.next();
        if (piece.done) {
          end();
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(piece.value));
      } catch (error) {
        console.error(error);
        end();
        controller.error(new Error('the list ended early'));
        return;
      }
      waiting = setTimeout(() => {
        end();
        controller.error(new Error('the reader takes nothing'));
      }, patience);
      waiting.unref();
    },
    cancel: end,
  });
}
