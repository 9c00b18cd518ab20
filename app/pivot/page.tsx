import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type PivotSelection, pivotPath } from '../../lib/pivot';
import { parsePivot } from '../../lib/pivotSelection';
import type { Query } from '../../lib/selection';
import { Markup } from '../_components/Markup';
import { describeTool } from '../_downloads/describePage';
import { askPivot, pivotTitle } from '../_pivot/askPivot';
import { askPivotChoices } from '../_pivot/askPivotChoices';
import { holding, inOrder, placeOf } from '../_pivot/order';
import { PivotForm } from '../_pivot/PivotForm';
import { Legend, PivotHead, Takeaways } from '../_pivot/PivotHead';
import { PivotLive } from '../_pivot/PivotLive';
import { PAGE_LINES, PivotPages, pageOf } from '../_pivot/PivotPages';
import { printFit, StillGrid, widthOf } from '../_pivot/StillGrid';
import { askMarkup } from '../_store/markup';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  const { selection } = parsePivot(await searchParams);
  return describeTool({
    title: `透视：${pivotTitle(selection)}`,
    description: '部门决算支出的透视表：行列自选部门、地区、年度、科目、资金和支出类型，小计与公布的合计核对。',
    path: pivotPath(selection),
  });
}

/** What the rows are, whatever their order. */
function contentOf({ order: _order, text: _text, ...content }: PivotSelection): Partial<PivotSelection> {
  return { ...content, page: 1 };
}

/** Empty fields and repeated names of the form become the short address. */
const isOfForm = (query: Query): boolean =>
  Object.values(query).some((value) => value === '' || typeof value === 'object') || query.list === 'functional';

export default async function Pivot({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { selection: asked, refused } = parsePivot(query);
  if (isOfForm(query)) redirect(pivotPath(asked));
  const store = await openStore();
  const [{ grid, notes, selection: answered }, choices] = await Promise.all([
    askPivot(store, asked),
    askPivotChoices(store, asked),
  ]);
  const selection = { ...asked, value: answered.value };
  const title = pivotTitle(selection);
  const isUnordered = query.sort !== undefined && placeOf(grid, selection.order) === undefined;
  const unheard = [...refused, ...(isUnordered && grid.lines.length > 1 ? [`sort=${asked.order?.by ?? ''}`] : [])];
  const [total, ...lines] = holding(grid, inOrder(grid, selection.order), selection.text);
  const { page, pages } = pageOf(selection, lines.length);
  const shown = [...(total ? [total] : []), ...lines.slice((page - 1) * PAGE_LINES, page * PAGE_LINES)];
  const { isAcross, unprinted } = printFit(grid);
  const key = `pivot ${pivotPath({ ...selection, page })}`;
  const html = await askMarkup(store, key, () => (
    <StillGrid grid={grid} lines={shown} selection={selection} title={title} />
  ));
  return (
    <>
      <PivotHead selection={selection} title={title} choices={choices} refused={[...new Set(unheard)]} />
      <PivotForm selection={selection} choices={choices} />
      {grid.lines.length < 2 ? (
        <p className="note" role="status">
          这个范围内没有可以透视的支出。换一个地区、科目或年度再看，或用上面的常用透视。
        </p>
      ) : (
        <section className={isAcross ? 'pivot pivot-across' : 'pivot'} aria-label={`透视表：${title}`}>
          <Takeaways selection={selection} count={lines.length} />
          {unprinted.size > 0 && (
            <p className="note only-print">
              纸面只容得下 {grid.heads.length} 列中的 {grid.heads.length - unprinted.size} 列（前几列与最后的合计）；
              其余 {unprinted.size} 列没有印出，见本页可以下载的 CSV 或 Excel。
            </p>
          )}
          <PivotLive
            selection={{ ...selection, page: 1 }}
            title={title}
            from={pivotPath(contentOf(selection), '/pivot/grid.json')}
          />
          <div className="pivot-still">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
            <section className="pivot-scroll wide" tabIndex={0} aria-label={title} style={widthOf(grid)}>
              <Markup html={html} />
            </section>
            <PivotPages selection={selection} page={page} pages={pages} count={lines.length} />
          </div>
          <Legend notes={notes} />
        </section>
      )}
    </>
  );
}
