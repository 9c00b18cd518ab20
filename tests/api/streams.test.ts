import { describe, expect, it, vi } from 'vitest';
import { holdStore, MOST_STREAMS, streamOf } from '../../app/_api/streams';
import { withSample } from './sample';
import { ask, documents, load } from './store';

const store = withSample();

async function* chunksOf(answer: Response): AsyncGenerator<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return;
    yield piece.value;
  }
}

describe('a stream', () => {
  const pieces = (made: string[], most = 100) =>
    (function* () {
      for (let at = 0; at < most; at += 1) {
        made.push(String(at));
        yield `${at}\n`;
      }
    })();

  it('makes a piece only when the one before was taken', async () => {
    const made: string[] = [];
    const reader = streamOf(pieces(made), () => {}).getReader();
    for (let taken = 1; taken <= 5; taken += 1) {
      await reader.read();
      expect(made.length).toBeLessThanOrEqual(taken + 1);
    }
  });

  it.each([3, 100])('lets go once, at its end or when its reader leaves (%i pieces)', async (most) => {
    const done = vi.fn();
    const reader = streamOf(pieces([], most), done).getReader();
    for (let at = 0; at < 4; at += 1) await reader.read();
    await reader.cancel();
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('lets go of a reader who takes nothing', async () => {
    const done = vi.fn();
    const stream = streamOf(pieces([]), done, 20);
    await vi.waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    await expect(stream.getReader().read()).rejects.toThrow();
  });

  it('lets go when a piece cannot be made, and tells nothing of the reason', async () => {
    const done = vi.fn();
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failing = (function* () {
      yield 'one';
      throw new Error('SELECT secret');
    })();
    const reader = streamOf(failing, done).getReader();
    await expect(reader.read().then(() => reader.read())).rejects.toThrow('the list ended early');
    expect(done).toHaveBeenCalledTimes(1);
    log.mockRestore();
  });
});

describe('a whole list', () => {
  it('comes in pieces, and is of one state of the store though others load meanwhile', async () => {
    const before = store.rows<{ n: number }>('SELECT count(*) AS n FROM facts WHERE current = 1')[0]?.n;
    const chunks = chunksOf(await ask('/facts.ndjson?limit=all'));
    let text = (await chunks.next()).value ?? '';
    await load(documents.mizhi, 'mizhi.txt');
    let number = 1;
    for await (const chunk of chunks) {
      text += chunk;
      number += 1;
    }
    expect(number).toBeGreaterThan(5);
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBe(before);
    expect(text).not.toContain('610827-gongye-shangmao-ju-2023');
    const after = (await (await ask('/facts.ndjson?limit=all')).text()).trimEnd().split('\n');
    expect(after.length).toBeGreaterThan(lines.length);
  });

  it('is sent to so many at a time; others are told to come back', async () => {
    const open = await Promise.all(Array.from({ length: MOST_STREAMS }, () => ask('/facts.csv?limit=all')));
    const refused = await ask('/facts.csv?limit=all');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ type: 'urn:juesuan:problem:busy' });
    expect((await ask('/facts.csv?limit=1000')).status).toBe(200);
    for (const answer of open) await answer.body?.cancel();
    const again = await ask('/facts.csv?limit=all');
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });

  it('a store that cannot be opened takes no place', async () => {
    const missing = { db: { ...store.db(), path: '/nowhere/at/all.db' } };
    for (let at = 0; at <= MOST_STREAMS; at += 1) await expect(holdStore(missing)).rejects.toThrow(/还没有数据库/);
    const held = await holdStore({ db: store.db() });
    held.release();
  });
});
