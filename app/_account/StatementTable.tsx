import type { Account, StatementLine, StatementReading } from '../../lib/facts';
import type { Place } from '../../lib/place';
import { sourcePath } from '../../lib/selection';
import { CodeLink } from '../_components/CodeLink';
import { FindingMark } from '../_findings/FindingMark';
import { type FindingMarks, marksOfRow } from '../_findings/marks';
import { figureAnchor } from './anchors';
import { cellAt, columnLabel, type GridBlock, type GridGroup, type GridRow, layOutStatement } from './statementGrid';

interface StatementTableProps {
  account: Account;
  statement: StatementReading;
  marks: FindingMarks;
}

/** A statement as printed: blank cells blank, figures in their printed form, the tree of codes to open and close. */
export function StatementTable({ account, statement, marks }: StatementTableProps) {
  const { blocks, groups } = layOutStatement(statement, account.facts);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${statement.title}（表格）`}>
      <table className={blocks.length > 1 ? 'statement blocks' : 'statement'}>
        <Head statement={statement} blocks={blocks} />
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups never change
          <Group key={index} account={account} group={group} blocks={blocks} marks={marks} />
        ))}
      </table>
    </section>
  );
}

function Head({ statement, blocks }: { statement: StatementReading; blocks: readonly GridBlock[] }) {
  const sided = blocks.some((block) => block.side !== null);
  return (
    <thead>
      {sided && (
        <tr>
          {blocks.map((block) => (
            <th key={block.side} scope="colgroup" colSpan={block.columns.length + 1}>
              {block.side === 'revenue' ? '收入' : '支出'}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never change
          <BlockHead key={at} statement={statement} block={block} first={at === 0} />
        ))}
      </tr>
    </thead>
  );
}

function BlockHead({ statement, block, first }: { statement: StatementReading; block: GridBlock; first: boolean }) {
  return (
    <>
      <th scope="col" className={first ? 'sticky' : 'block-start'}>
        {block.coded ? '科目编码、名称' : '项目'}
      </th>
      {block.columns.map((column) => (
        <th key={column} scope="col" className="figure">
          {columnLabel(statement, column)}
        </th>
      ))}
    </>
  );
}

interface GroupProps {
  account: Account;
  group: GridGroup;
  blocks: readonly GridBlock[];
  marks: FindingMarks;
}

function Group({ account, group, blocks, marks }: GroupProps) {
  let branch = 0;
  return (
    <tbody className={group.rows.length > 1 ? 'tree' : undefined}>
      {group.rows.map((row, at) => {
        const deeper = (group.rows[at + 1]?.depth ?? 0) > (row.depth ?? 0);
        if (row.depth === 1) branch += 1;
        return (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
            key={at}
            account={account}
            row={row}
            blocks={blocks}
            marks={marks}
            branch={branch}
            opens={row.depth !== null && deeper}
          />
        );
      })}
    </tbody>
  );
}

interface RowProps {
  account: Account;
  row: GridRow;
  blocks: readonly GridBlock[];
  marks: FindingMarks;
  /** number of the 款 inside its 类, for opening and closing without scripts */
  branch: number;
  opens: boolean;
}

const isTotal = (line: StatementLine | null | undefined): boolean => line?.code === null && /合计|总计/.test(line.name);

function Row({ account, row, blocks, marks, branch, opens }: RowProps) {
  const depth = row.depth ?? 0;
  return (
    <tr
      className={isTotal(row.lines[0]) ? 'total' : undefined}
      data-depth={row.depth ?? undefined}
      data-branch={depth === 1 ? branch : undefined}
      data-under={depth > 1 ? branch : undefined}
    >
      {blocks.map((block, at) => (
        <BlockCells
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks never change
          key={at}
          account={account}
          line={row.lines[at] ?? null}
          next={row.lines[at + 1] ?? null}
          block={block}
          marks={marks}
          first={at === 0}
          opens={opens}
        />
      ))}
    </tr>
  );
}

interface BlockCellsProps {
  account: Account;
  line: StatementLine | null;
  /** the line of the block beside it */
  next: StatementLine | null;
  block: GridBlock;
  marks: FindingMarks;
  first: boolean;
  opens: boolean;
}

const placeOf = (cell: ReturnType<typeof cellAt>): Place | undefined =>
  cell && ('fact' in cell ? cell.fact.place : cell.empty.place);

function BlockCells({ account, line, next, block, marks, first, opens }: BlockCellsProps) {
  if (!line) return <td colSpan={block.columns.length + 1} className={first ? undefined : 'block-start'} />;
  const cells = block.columns.map((column) => ({ column, cell: cellAt(line, column, account.facts) }));
  const figures = new Set(cells.flatMap(({ cell }) => placeOf(cell)?.cell ?? []));
  const [from, beyond] = [first ? 0 : (line.place.cell ?? 0), next?.place.cell ?? Number.POSITIVE_INFINITY];
  return (
    <>
      <th scope="row" className={first ? 'sticky' : 'block-start'}>
        <span className="label">
          {opens && (
            <input type="checkbox" className="opener" defaultChecked aria-label={`显示“${line.name}”的下级科目`} />
          )}
          {line.code && <CodeLink code={line.code} />}
          {line.name}
          <FindingMark marks={marksOfRow(marks, line.place.line, figures, from, beyond)} />
        </span>
      </th>
      {cells.map(({ column, cell }) => {
        const place = cell && 'fact' in cell ? cell.fact.place : undefined;
        const marked = placeOf(cell);
        return (
          <td key={column} className="figure" id={place && figureAnchor(place)}>
            {marked && <FindingMark marks={marks.at(marked.line, marked.cell)} />}
            {cell && 'fact' in cell && (
              <a className="cell-link" href={sourcePath(account.id, cell.fact.place)}>
                {cell.fact.printed}
              </a>
            )}
            {cell && 'empty' in cell && cell.empty.printed.trim()}
          </td>
        );
      })}
    </>
  );
}
