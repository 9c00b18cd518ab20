import type { StatementId } from '../../statements';
import type { ListedStatement } from '../title';
import { fold, type Line, squeeze } from './lines';
import { isPageNumber, isPreambleLine } from './preamble';
import { bareTitle, statementOf } from './titles';

interface Entry {
  entry: ListedStatement;
  line: Line;
}

export interface Listing {
  entries: ListedStatement[];
  lines: Set<number>;
}

const LEADERS = /(?:\.{2,}|…+|·{2,}|-{2,}|_{2,})\(?\d*\)?$/;
/** “否” first: a cell may read 否 or 非空表 */
const EMPTY: readonly (readonly [RegExp, boolean])[] = [
  [/^(?:否|不是|非空表?|不为空|×|n|no)$/i, false],
  [/^(?:是|空|空表|为空|√|y|yes)$/i, true],
];

const withoutLeaders = (text: string): string => fold(text).replace(LEADERS, '');

function emptyIn(texts: readonly string[]): boolean | null {
  for (const text of texts) for (const [pattern, empty] of EMPTY) if (pattern.test(fold(text))) return empty;
  return null;
}

function entryOf(line: Line): ListedStatement | undefined {
  const at = line.cells.findIndex((cell) => statementOf(withoutLeaders(cell.text)) !== undefined);
  const cell = line.cells[at];
  const statement = cell && statementOf(withoutLeaders(cell.text));
  if (!cell || !statement) return undefined;
  const rest = line.cells.slice(at + 1).map((one) => one.text);
  const empty = emptyIn(rest);
  const reason = rest.find(
    (text) => squeeze(text).length > 1 && emptyIn([text]) === null && !/^[\d-]+$/.test(fold(text)),
  );
  const title = squeeze(cell.text)
    .replace(/(?:\.{2,}|…+|·{2,})\(?\d*\)?$/, '')
    .replace(/^[-·•●■]+/, '');
  return { statement, title: titleOnly(title), empty, reason: reason ? squeeze(reason) : null, line: line.number };
}

/** A title without its number in front or behind, and without the unit behind. */
export const titleOnly = (title: string): string =>
  title
    .replace(/[（(]?(?:金额)?单位[:：](?:人民币)?[百千万亿]*元[）)]?$/, '')
    .replace(
      /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．]|附?表[一二三四五六七八九十\d]+[、.．：:]?)/,
      '',
    );

/** Other tables, heads of the list, page numbers: a list goes on over them, a statement's own preamble ends it. */
const mayStandBetween = (line: Line): boolean =>
  line.text.length <= 60 &&
  (isPageNumber(line.text) ||
    (!isPreambleLine(line) &&
      (bareTitle(withoutLeaders(line.text)) !== undefined || /目录|序号|是否空表/.test(line.text))));

const isList = (run: readonly Entry[]): boolean => {
  const kinds = new Set(run.map(({ entry }) => entry.statement)).size;
  return kinds >= 3 || (kinds === 2 && run.every(({ line }) => line.isRow));
};

/**
 * The lists of statements: at least three titles running, in rows or in lines of their own, with nothing but other
 * entries between. A list says what should follow; its titles are no statements.
 */
export function findListings(lines: readonly Line[]): Listing {
  const listing: Listing = { entries: [], lines: new Set() };
  let run: Entry[] = [];
  let since = 0;
  const close = (): void => {
    if (isList(run))
      for (const { entry, line } of run) {
        listing.entries.push(entry);
        listing.lines.add(line.number);
      }
    run = [];
  };
  for (const line of lines) {
    const entry = entryOf(line);
    since = entry ? 0 : since + 1;
    if (entry && run.length > 0 && run.at(-1)?.line.isRow !== line.isRow) close();
    if (entry) run.push({ entry, line });
    else if (run.length > 0 && (since > 3 || !mayStandBetween(line))) {
      // a title right above a table's number or unit is the table's own
      if (since === 1 && isPreambleLine(line)) run.pop();
      close();
    }
  }
  close();
  return listing;
}

/** What the lists say of each statement; the list that says most wins. */
export function mergeListed(entries: readonly ListedStatement[]): Map<StatementId, ListedStatement> {
  const listed = new Map<StatementId, ListedStatement>();
  for (const entry of entries) {
    const known = listed.get(entry.statement);
    if (!known || (known.empty === null && entry.empty !== null)) listed.set(entry.statement, entry);
  }
  return listed;
}
