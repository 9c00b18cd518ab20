import type { StatementId } from '../../statements';
import type { GridCell } from '../document';
import { fold, type Line, squeeze } from './lines';
import { isPreamble } from './preamble';
import { isTitlePiece, statementOf } from './titles';

/** A statement's title where it stands in the document. */
export interface Title {
  statement: StatementId;
  title: string;
  lines: Line[];
}

/** The only words of a line; number and unit may stand beside them. */
export const soleCell = (line: Line): GridCell | undefined => {
  const filled = line.cells.filter((cell) => squeeze(cell.text) !== '');
  const [first, ...rest] = filled;
  return first && rest.every((cell) => isPreamble(fold(cell.text))) ? first : undefined;
};

/** The title that ends at this line, together with the pieces that line breaks have cut off above it. */
export function titleAt(lines: readonly Line[], index: number): Title | undefined {
  const line = lines[index];
  const cell = line && soleCell(line);
  if (!line || !cell) return undefined;
  const pieces = [line];
  for (let above = index - 1; above >= index - 3; above--) {
    const piece = lines[above];
    const text = piece && soleCell(piece)?.text;
    if (!piece || !text || !isTitlePiece(text)) break;
    pieces.unshift(piece);
  }
  return widest(pieces);
}

/** Pieces above belong to the title where they make another statement of it (一般公共预算财政拨款 · 支出决算表), or one at all. */
function widest(pieces: readonly Line[]): Title | undefined {
  let best: Title | undefined;
  for (let from = pieces.length - 1; from >= 0; from--) {
    const lines = pieces.slice(from);
    const text = lines.map((piece) => soleCell(piece)?.text ?? '').join('');
    const statement = statementOf(text);
    if (statement && statement !== best?.statement) best = { statement, title: squeeze(text), lines };
  }
  return best;
}
