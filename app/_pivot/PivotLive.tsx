'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PivotSelection } from '../../lib/pivot';

interface PivotLiveProps {
  selection: PivotSelection;
  title: string;
  /** where all rows are to be had */
  from: string;
}

async function drawGrid({ selection, title, from }: PivotLiveProps, signal: AbortSignal): Promise<ReactNode> {
  const [{ GridView }, answer] = await Promise.all([import('./GridView'), fetch(from, { signal })]);
  if (!answer.ok) throw new Error(`no pivot: ${from} (${answer.status})`);
  return <GridView grid={await answer.json()} selection={selection} title={title} />;
}

/** Puts the grid with all rows in place of the server's page of rows; without scripts that page stays. */
export function PivotLive(props: PivotLiveProps) {
  const { from } = props;
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(props);
  const [drawn, setDrawn] = useState<ReactNode>(null);

  useEffect(() => {
    const leaving = new AbortController();
    const frame = place.current?.parentElement;
    drawGrid({ ...asked.current, from }, leaving.signal)
      .then((grid) => {
        if (leaving.signal.aborted || !frame) return;
        setDrawn(grid);
        frame.dataset.live = '';
      })
      .catch(() => undefined);
    return () => {
      leaving.abort();
      delete frame?.dataset.live;
    };
  }, [from]);

  return (
    <div ref={place} className="pivot-place no-print">
      {drawn}
    </div>
  );
}
