'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PivotSelection } from '../../lib/pivot';
import { onUse } from '../_components/firstUse';

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

/** Where the reader stands in the page of rows, he stands in the grid. */
function takeOver(frame: HTMLElement): void {
  const [still, live] = ['.pivot-still', '.pivot-live'].map((side) => frame.querySelector(`${side} .pivot-scroll`));
  const hadFocus = frame.querySelector('.pivot-still')?.contains(document.activeElement);
  const [top, left] = [still?.scrollTop ?? 0, still?.scrollLeft ?? 0];
  frame.dataset.live = '';
  live?.scrollTo(left, top);
  if (hadFocus) live?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
}

/** Puts the grid with all rows in place of the server's page of rows once the page is used; without scripts that page stays. */
export function PivotLive(props: PivotLiveProps) {
  const { from } = props;
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(props);
  const [drawn, setDrawn] = useState<ReactNode>(null);

  useEffect(() => {
    const leaving = new AbortController();
    const frame = place.current?.parentElement;
    onUse()
      .then(() => (leaving.signal.aborted ? null : drawGrid({ ...asked.current, from }, leaving.signal)))
      .then((grid) => {
        if (!leaving.signal.aborted) setDrawn(grid);
      })
      .catch(() => undefined);
    return () => {
      leaving.abort();
      delete frame?.dataset.live;
    };
  }, [from]);
  useLayoutEffect(() => {
    const frame = place.current?.parentElement;
    if (drawn && frame) takeOver(frame);
  }, [drawn]);

  return (
    <div ref={place} className="pivot-place">
      {drawn}
    </div>
  );
}
