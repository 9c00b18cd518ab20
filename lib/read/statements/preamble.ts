import { isMoneyUnit, type MoneyUnit } from '../../amount';
import { fold, type Line, squeeze } from './lines';
import { numberIn } from './titles';

const UNIT = /(?:金额)?单位[:：]?\s*(?:人民币)?([百千万亿]*元)/;
const ORGANISATION =
  /(?:编制|填报|公开|汇编|预算|报送)?(?:单位|部门|机构)(?:名称)?(?:[(（](?:公章|盖章|章|签章)[)）])?[:：]/;
const ORGANISATION_FIRST = new RegExp(`^${ORGANISATION.source}`);
const NUMBER_PIECE = /^(?:公开?|开)?(?:公开)?\d{0,2}(?:-\d)?表?$/;
const DATE = /^\(?(?:20\d\d|二[〇○零].{2})(?:年度?|\.|-)?(?:\d{1,2}月?)?(?:\d{1,2}日?)?\)?$/;
const PAGE = /^(?:[-—–·]*\d{1,3}[-—–·]*|第\d{1,3}页[,、]?(?:共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;

/** The unit a line names for its table's amounts: 金额单位：万元. */
export function unitIn(text: string): MoneyUnit | undefined {
  const unit = UNIT.exec(fold(text))?.[1];
  return unit !== undefined && isMoneyUnit(unit) ? unit : undefined;
}

/** The organisation a line names: 单位：米脂县工业商贸局 (never 单位：万元), as printed without white space. */
export function organisationIn(text: string): string | undefined {
  const printed = squeeze(text);
  const match = ORGANISATION.exec(printed);
  if (!match) return undefined;
  const rest = printed
    .slice(match.index + match[0].length)
    .replace(/(?:金额)?单位[:：].*$/, '')
    .replace(/公开\d*表?.*$|20\d\d年.*$/, '');
  return rest.length >= 3 && rest.length <= 40 && !/^[百千万亿]*元|^人民币/.test(rest) ? rest : undefined;
}

export const isPageNumber = (text: string): boolean => PAGE.test(text);

/** Lines that stand between a statement's title and its head: number, unit, organisation, date, page number. */
export function isPreamble(folded: string): boolean {
  if (folded === '') return true;
  if (folded.length > 90) return false;
  return (
    NUMBER_PIECE.test(folded) ||
    DATE.test(folded) ||
    PAGE.test(folded) ||
    numberIn(folded) === folded ||
    (UNIT.test(folded) && !/\d\.\d/.test(folded)) ||
    ORGANISATION_FIRST.test(folded)
  );
}

export const isPreambleLine = (line: Line): boolean =>
  isPreamble(line.text) || (line.isRow && line.cells.every((cell) => isPreamble(fold(cell.text))));
