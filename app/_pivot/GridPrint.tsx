import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PivotSelection } from '../../lib/pivot';
import type { GridRow, PivotGrid } from './gridShape';
import { StillGrid } from './StillGrid';

/** Rows that go on paper; the files have all. */
const MOST_PRINTED = 500;

/** Whether the page is being printed: what is drawn for paper must stand there before the browser takes its picture. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const set = (value: boolean) => () => flushSync(() => setPrinting(value));
    window.addEventListener('beforeprint', set(true), leaving);
    window.addEventListener('afterprint', set(false), leaving);
    return () => leaving.abort();
  }, []);
  return printing;
}

interface GridPrintProps {
  grid: PivotGrid;
  lines: readonly GridRow[];
  selection: PivotSelection;
  title: string;
}

/** The rows of the grid as they are sorted, filtered and opened, all of them drawn, for paper. */
export function GridPrint({ grid, lines, selection, title }: GridPrintProps) {
  const left = lines.length - MOST_PRINTED;
  return (
    <div className="pivot-print only-print">
      <div className="pivot-scroll">
        <StillGrid grid={grid} lines={lines.slice(0, MOST_PRINTED)} selection={selection} title={title} />
      </div>
      {left > 0 && (
        <p className="small">
          印出前 {MOST_PRINTED} 行，其余 {left} 行见可以下载的 CSV 或 Excel。
        </p>
      )}
    </div>
  );
}
