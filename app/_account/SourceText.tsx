import type { Account } from '../../lib/facts';
import { anchorOf } from '../../lib/place';
import { accountPath } from '../../lib/selection';
import { COLUMN_LABELS, STATEMENTS } from '../../lib/statements';
import { claimAnchor, figureAnchor } from './anchors';
import { Marked } from './Marked';
import { blocksOfSource, type SourceBlock, type SourceCell, type SourceLine } from './sourceBlocks';

/** A document as text: every line has its anchor, tables stand as tables, what was read leads back to the account. */
export function SourceText({ account, lines }: { account: Account; lines: readonly string[] }) {
  return (
    <div className="source">
      {blocksOfSource(lines, account).map((block) => {
        const key = block.lines[0]?.number;
        return block.kind === 'table' ? (
          <Table key={key} account={account} block={block} />
        ) : (
          block.lines.map((line) => <TextLine key={line.number} account={account} line={line} />)
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

function TextLine({ account, line }: { account: Account; line: SourceLine }) {
  return (
    <p id={anchorOf({ line: line.number })} className="source-line">
      <LineNumber line={line} />
      <span>
        <Marked
          account={account}
          text={line.text}
          claims={line.claims}
          hrefOf={({ index }) => accountPath(account.id, claimAnchor(index))}
        />
      </span>
    </p>
  );
}

function Table({ account, block }: { account: Account; block: SourceBlock }) {
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
              </td>
              {Array.from({ length: width }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their position
                <Cell key={at} account={account} line={line} cell={line.cells[at]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ account, line, cell }: { account: Account; line: SourceLine; cell: SourceCell | undefined }) {
  if (!cell) return <td />;
  const { fact, text } = cell;
  if (fact) {
    const words = `${STATEMENTS[fact.statement].title} · ${fact.name} · ${COLUMN_LABELS[fact.column]}`;
    return (
      <td className="figure">
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
  const claims = line.claims.filter(({ claim }) => claim.place.cell === null || line.cells[claim.place.cell] === cell);
  return (
    <td className={/^[-+−]?[\d.,]+%?$/.test(text) ? 'figure' : undefined}>
      <Marked
        account={account}
        text={text}
        claims={claims}
        hrefOf={({ index }) => accountPath(account.id, claimAnchor(index))}
      />
    </td>
  );
}
