'use client';

import { useEffect, useRef } from 'react';
import type { PanelChart } from '../../lib/panels/panel';
import { onUse } from './firstUse';
import type { Drawing } from './liveDrawing';

/** Below this width the narrow drawing is shown; the same bound stands in panel.css. */
const NARROW_BELOW = 560;

async function open(from: string, element: HTMLElement): Promise<{ drawing: Drawing; chart: PanelChart }> {
  const [{ openDrawing }, answer] = await Promise.all([import('./liveDrawing'), fetch(from)]);
  if (!answer.ok) throw new Error(`no chart: ${from} (${answer.status})`);
  const chart: PanelChart = await answer.json();
  return { drawing: openDrawing(element), chart };
}

/** Runs `begin` once, when the element comes near the reader's sight. */
function onSight(element: HTMLElement, begin: () => void): IntersectionObserver {
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      sight.disconnect();
      begin();
    },
    { rootMargin: '200px' },
  );
  sight.observe(element);
  return sight;
}

/** Lays the interactive chart over the server's drawing when the reader comes near it; without scripts the drawing stays. */
export function LiveChart({ from }: { from: string }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    let adjust = (): void => undefined;
    let close = (): void => undefined;
    let left = false;
    const begin = async (): Promise<void> => {
      const { drawing, chart } = await open(from, element);
      close = drawing.close;
      if (left) return close();
      adjust = () => {
        const fitting = frame.clientWidth < NARROW_BELOW ? chart.narrow : chart;
        drawing.show(fitting.option, frame.clientWidth, fitting.height);
      };
      adjust();
      frame.dataset.live = '';
    };
    const size = new ResizeObserver(() => adjust());
    size.observe(frame);
    const sight = onSight(frame, () => {
      onUse()
        .then(() => (left ? undefined : begin()))
        .catch(() => undefined);
    });
    return () => {
      left = true;
      sight.disconnect();
      size.disconnect();
      close();
      delete frame.dataset.live;
    };
  }, [from]);

  return <div ref={place} className="chart-live" aria-hidden="true" />;
}
