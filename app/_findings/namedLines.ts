import { blamedClaims, statementsByLine } from '../../lib/causes';
import type { Account } from '../../lib/facts';
import type { EquationTerm, Finding } from '../../lib/findings';
import { STATEMENTS } from '../../lib/statements';
import { markClaims } from '../_account/claimMarks';
import { blamesOf } from './blames';

/** A cell of a table, or a piece of a sentence. */
export interface LinePiece {
  text: string;
  /** blamed: the finding is about it · named: it takes part in the equation */
  role: 'blamed' | 'named' | null;
}

/** A line of the document that a finding rests on. */
export interface NamedLine {
  /** 1-based */
  number: number;
  /** the statement it belongs to, or 文字 */
  where: string;
  isTable: boolean;
  pieces: LinePiece[];
}

/** A finding that breaks dozens of relations rests on hundreds of lines; the first ones tell it. */
const MOST_LINES = 10;

/** The lines of a finding's places and of the figures in its leading equation, in the order of the document. */
export function linesOf(finding: Finding, account: Account, lines: readonly string[]): NamedLine[] {
  const [leading] = finding.detail?.relations ?? [];
  const terms = leading ? [...leading.left, ...leading.right] : [];
  const places = [...finding.places, ...terms.flatMap(({ place }) => place ?? [])];
  const numbers = [...new Set(places.map(({ line }) => line))].slice(0, MOST_LINES).sort((one, other) => one - other);
  const statements = statementsByLine(account);
  return numbers.flatMap((number) => {
    const text = lines[number - 1];
    if (text === undefined) return [];
    const statement = statements.get(number);
    const isTable = text.includes('\t');
    const where = statement ? STATEMENTS[statement].short : isTable ? '表格' : '文字';
    const pieces = isTable ? cellsOf(text, number, finding, terms) : sentenceOf(text, number, finding, account);
    return [{ number, where, isTable, pieces }];
  });
}

function cellsOf(text: string, line: number, finding: Finding, terms: readonly EquationTerm[]): LinePiece[] {
  const blames = blamesOf(finding);
  const isLostRow = finding.suggestion?.printed === '';
  return text.split('\t').map((cell, at) => {
    const isHere = (place: { line: number; cell: number | null } | null): boolean =>
      place?.line === line && place.cell === at;
    const place = finding.places.find(isHere) ?? null;
    const isNamed = place !== null || terms.some((term) => term.printed !== null && isHere(term.place));
    /** a lost row stands nowhere: its place is the row it belongs under, which is not wrong itself */
    const isBlamed = blames({ place, claim: null }) && !(isLostRow && cell.trim() !== '');
    return { text: cell.trim(), role: isBlamed ? 'blamed' : isNamed ? 'named' : null };
  });
}

/** The whole sentence where a number was read from it, for sentences run over several lines. */
function sentenceOf(text: string, line: number, finding: Finding, account: Account): LinePiece[] {
  const sentence = account.claims.find(({ place }) => place.line === line)?.sentence ?? text.trim();
  const blamed = blamedClaims(finding).flatMap((index) => {
    const claim = account.claims[index];
    return claim?.place.line === line ? [{ index, claim }] : [];
  });
  return markClaims(sentence, blamed).map((segment) => ({
    text: segment.text,
    role: segment.claims.length > 0 ? 'blamed' : null,
  }));
}
