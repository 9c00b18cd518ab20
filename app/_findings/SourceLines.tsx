import { sourcePath } from '../../lib/selection';
import type { LinePiece, NamedLine } from './namedLines';

/** Lines of the document one under the other, each cell of a table apart, those in question marked. */
export function SourceLines({ account, lines }: { account: string; lines: readonly NamedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ol className="source-lines">
      {lines.map(({ number, where, isTable, pieces }) => (
        <li key={number}>
          <a className="small" href={sourcePath(account, { line: number })}>
            第 {number} 行
          </a>
          <span className="small">{where}</span>
          <span className={isTable ? 'line-pieces line-cells' : 'line-pieces'}>
            {pieces.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces are known by their position
              <Piece key={at} piece={piece} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Piece({ piece: { text, role } }: { piece: LinePiece }) {
  if (role === 'blamed') return <mark>{text || '空'}</mark>;
  return <span className={role ?? undefined}>{text}</span>;
}
