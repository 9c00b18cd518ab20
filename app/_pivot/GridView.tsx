import { useMemo, useState } from 'react';
import { type PivotOrder, type PivotSelection, pivotPath } from '../../lib/pivot';
import { copyGrid } from './copyGrid';
import { GridBody } from './GridBody';
import { GridHead } from './GridHead';
import { nextOrder } from './GridParts';
import { GridPrint, usePrinting } from './GridPrint';
import { columnText, noteOf, type PivotGrid, rowText, textOf } from './gridShape';
import { Columns, widthOf } from './StillGrid';
import { useGridTable } from './useGridTable';
import { type Place, useRoving } from './useRoving';

interface GridViewProps {
  grid: PivotGrid;
  selection: PivotSelection;
  title: string;
}

/** What the chosen order and words leave of the address; the way back leads out of the pivot, not through its sortings. */
function writeAddress(selection: PivotSelection, order: PivotOrder | undefined, text: string): void {
  const { order: _order, text: _text, ...rest } = selection;
  const words = text.trim() === '' ? {} : { text: text.trim() };
  window.history.replaceState(window.history.state, '', pivotPath({ ...rest, ...words, ...(order ? { order } : {}) }));
}

/** All rows of a pivot: sorted, filtered and opened in place, of which only those in sight are drawn. */
export function GridView({ grid, selection: asked, title }: GridViewProps) {
  const [order, setOrder] = useState(asked.order);
  const [text, setText] = useState(asked.text ?? '');
  const [said, setSaid] = useState('');
  const { order: _order, ...rest } = asked;
  const selection = { ...rest, ...(order ? { order } : {}) };
  const { total, table, rows } = useGridTable(grid, order, text);
  const width = useMemo(() => widthOf(grid), [grid]);
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const printing = usePrinting();
  const roving = useRoving({ rows: rows.length + 1, columns: grid.heads.length + 1 }, scroll);

  const sort = (by: string): void => {
    const next = nextOrder(order, by);
    setOrder(next);
    writeAddress(asked, next, text);
  };
  const filter = (words: string): void => {
    setText(words);
    writeAddress(asked, order, words);
  };
  const lines = [...(total ? [total] : []), ...rows.map((row) => row.original.row)];
  const copy = (): void => {
    copyGrid(grid, lines)
      .then(() => setSaid(`已复制 ${lines.length} 行，可以粘贴到 Excel。`))
      .catch(() => setSaid('浏览器不让复制，请下载 CSV 或 Excel。'));
  };
  return (
    <>
      <div className="pivot-live no-print">
        <div className="pivot-tools">
          <label>
            筛选行
            <input type="search" value={text} maxLength={60} onChange={({ target }) => filter(target.value)} />
          </label>
          <button type="button" className="pivot-copy" onClick={copy}>
            复制表格
          </button>
          {grid.rows.length > 1 && (
            <button type="button" className="pivot-copy" onClick={() => table.toggleAllRowsExpanded()}>
              {table.getIsAllRowsExpanded() ? '全部收起' : '全部展开'}
            </button>
          )}
          <span role="status">{said || (text.trim() === '' ? '' : `${rows.length} 行`)}</span>
        </div>
        <div ref={setScroll} className="pivot-scroll wide" style={width}>
          <table
            className="pivot-table"
            style={width}
            role={grid.rows.length > 1 ? 'treegrid' : 'grid'}
            aria-label={title}
            onKeyDown={roving.onKeyDown}
            onFocus={roving.onFocus}
            aria-rowcount={rows.length + 2}
            aria-colcount={grid.heads.length + 1}
          >
            <Columns grid={grid} />
            <GridHead
              grid={grid}
              total={total}
              selection={selection}
              sort={sort}
              active={roving.active}
              title={title}
            />
            <GridBody grid={grid} rows={rows} selection={selection} scroll={scroll} roving={roving} />
          </table>
        </div>
        <Detail grid={grid} lines={lines} place={roving.active} />
      </div>
      {printing && <GridPrint grid={grid} lines={lines} selection={selection} title={title} />}
    </>
  );
}

/** What the chosen cell says in full, for those who cannot point at its mark. */
function Detail({
  grid,
  lines,
  place,
}: {
  grid: PivotGrid;
  lines: readonly PivotGrid['lines'][number][];
  place: Place;
}) {
  const line = lines[place.row];
  const head = grid.heads[place.column - 1];
  if (!line || !head) return <p className="small pivot-detail">方向键在格中移动，回车打开出处或组成。</p>;
  const cell = line.cells[place.column - 1];
  const note = noteOf(cell);
  return (
    <p className="small pivot-detail">
      {rowText(grid, line)}，{columnText(grid, head)}：{textOf(cell) || '无'}
      {/\d/.test(textOf(cell)) && ` ${grid.unit}`}
      {note && `。${note}`}
    </p>
  );
}
