import type { ReactNode } from 'react';
import type { Account, Fact } from '../../lib/facts';
import { anchorOf } from '../../lib/place';
import { accountPath } from '../../lib/selection';
import { COLUMN_LABELS, STATEMENTS } from '../../lib/statements';
import { FindingMark } from '../_findings/FindingMark';
import type { FindingMarks } from '../_findings/marks';
import { claimAnchor, figureAnchor } from './anchors';
import { Marked } from './Marked';
import { blocksOfSource, type SourceBlock, type SourceLine } from './sourceBlocks';

interface SourceTextProps {
  account: Account;
  lines: readonly string[];
  marks: FindingMarks;
}

/** A document as text: every line has its anchor, tables stand as tables, what was read leads back to the account. */
export function SourceText({ account, lines, marks }: SourceTextProps) {
  return (
    <div className="source">
      {blocksOfSource(lines, account).map((block) => {
        const key = block.lines[0]?.number;
        return block.kind === 'table' ? (
          <Table key={key} account={account} block={block} marks={marks} />
        ) : (
          block.lines.map((line) => <TextLine key={line.number} account={account} line={line} marks={marks} />)
        );
      })}
    </div>
  );
}

function LineNumber({ line }: { line: SourceLine }) {
  const anchor = anchorOf({ line: line.number });
  return (
    <a className="line-number" href={`#${anchor}`} aria-label={`第 ${line.number} 行`}>
      {line.number}
    </a>
  );
}

interface LineProps {
  account: Account;
  line: SourceLine;
  marks: FindingMarks;
}

function TextLine({ account, line, marks }: LineProps) {
  return (
    <p id={anchorOf({ line: line.number })} className="source-line">
      <LineNumber line={line} />
      <span>
        <Marked
          account={account}
          text={line.text}
          claims={line.claims}
          hrefOf={({ index }) => accountPath(account.id, claimAnchor(index))}
          marks={marks}
        />
        <FindingMark marks={marks.at(line.number, null)} />
      </span>
    </p>
  );
}

function Table({ account, block, marks }: { account: Account; block: SourceBlock; marks: FindingMarks }) {
  const width = Math.max(...block.lines.map((line) => line.cells.length));
  const [first, last] = [block.lines[0]?.number, block.lines.at(-1)?.number];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`原文第 ${first} 至 ${last} 行的表格`}>
      <table className="source-table">
        <tbody>
          {block.lines.map((line) => (
            <tr key={line.number} id={anchorOf({ line: line.number })}>
              <td className="sticky">
                <LineNumber line={line} />
                <FindingMark marks={marks.at(line.number, null)} />
              </td>
              {Array.from({ length: width }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their position
                <Cell key={at} account={account} line={line} at={at} marks={marks} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ account, line, at, marks }: LineProps & { at: number }) {
  const cell = line.cells[at];
  if (!cell) return <td />;
  const found = <FindingMark marks={marks.at(line.number, at)} />;
  const { fact, text } = cell;
  if (fact) return <FactCell account={account} fact={fact} text={text} found={found} />;
  const claims = line.claims.filter(({ claim }) => claim.place.cell === null || line.cells[claim.place.cell] === cell);
  return (
    <td className={/^[-+−]?[\d.,]+%?$/.test(text) ? 'figure' : undefined}>
      <Marked
        account={account}
        text={text}
        claims={claims}
        hrefOf={({ index }) => accountPath(account.id, claimAnchor(index))}
        marks={marks}
      />
      {found}
    </td>
  );
}

interface FactCellProps {
  account: Account;
  fact: Fact;
  text: string;
  /** marks of the findings about it */
  found: ReactNode;
}

function FactCell({ account, fact, text, found }: FactCellProps) {
  const words = `${STATEMENTS[fact.statement].title} · ${fact.name} · ${COLUMN_LABELS[fact.column]}`;
  return (
    <td className="figure">
      {found}
      <a
        className="claim"
        href={accountPath(account.id, figureAnchor(fact.place))}
        data-read={words}
        aria-label={`${text}，读作：${words}`}
      >
        {text}
      </a>
    </td>
  );
}
