'use client';

import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import type { Drawing } from './liveDrawing';

interface ChartSize {
  option: EChartsCoreOption;
  height: number;
}

/** Below this width the narrow drawing is shown; the same bound stands in panel.css. */
const NARROW_BELOW = 560;

/** Lays the interactive chart over the server's drawing once the reader can see it; without scripts the drawing stays. */
export function LiveChart({ wide, narrow }: { wide: ChartSize; narrow: ChartSize }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    let drawing: Drawing | undefined;
    let left = false;
    const adjust = (): void => {
      const fitting = frame.clientWidth < NARROW_BELOW ? narrow : wide;
      drawing?.show(fitting.option, frame.clientWidth, fitting.height);
    };
    const start = async (): Promise<void> => {
      const { openDrawing } = await import('./liveDrawing');
      if (left) return;
      drawing = openDrawing(element);
      adjust();
      frame.dataset.live = '';
    };
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        start().catch(() => undefined);
      },
      { rootMargin: '200px' },
    );
    const size = new ResizeObserver(adjust);
    sight.observe(frame);
    size.observe(frame);
    return () => {
      left = true;
      sight.disconnect();
      size.disconnect();
      drawing?.close();
      delete frame.dataset.live;
    };
  }, [wide, narrow]);

  return <div ref={place} className="chart-live" aria-hidden="true" />;
}
