import { useEffect, useState } from 'react';
import type { HitGroup } from '../../db/queries/search';
import { searchPath } from './hitLinks';

export interface Hits {
  /** the words that the groups answer */
  text: string;
  groups: readonly HitGroup[];
  failed: boolean;
}

const NONE: Hits = { text: '', groups: [], failed: false };
/** ms without a keystroke before the server is asked */
const PAUSE = 120;

/** Hits for what is being typed; an answer that is no longer asked for is not waited for. */
export function useHits(typed: string): Hits {
  const text = typed.trim();
  const [hits, setHits] = useState<Hits>(NONE);

  useEffect(() => {
    if (text === '') {
      setHits(NONE);
      return;
    }
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const answer = await fetch(searchPath({ text }, '/search/hits'), { signal: leaving.signal });
      if (!answer.ok) throw new Error(`no hits: ${text} (${answer.status})`);
      setHits({ text, groups: await answer.json(), failed: false });
    };
    const pause = setTimeout(() => {
      ask().catch(() => {
        if (!leaving.signal.aborted) setHits({ text, groups: [], failed: true });
      });
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      leaving.abort();
    };
  }, [text]);

  return hits;
}
