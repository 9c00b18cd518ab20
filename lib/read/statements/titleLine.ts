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
  for (; pieces.length > 0; pieces.shift()) {
    const text = pieces.map((piece) => soleCell(piece)?.text ?? '').join('');
    const statement = statementOf(text);
    if (statement) return { statement, title: squeeze(text), lines: [...pieces] };
  }
  return undefined;
}
