import type { PivotDimension, PivotSelection } from '../../lib/pivot';
import type { CoverageOf } from './coverage';
import type { CellMark, GridCell } from './gridShape';
import { MOVED_WORDS } from './marks';
import { growthOf, moneyText, percentText, quotientText } from './quotients';
import { cellKey, type Sum } from './sums';

/** Amounts with staff in post, for amounts per person. */
export interface Staffed {
  fen: number;
  /** persons in millionths */
  people: number;
  /** accounts that do not say how many persons there are */
  without: number;
}

export interface CellContext {
  selection: PivotSelection;
  sums: ReadonlyMap<string, Sum>;
  /** what is printed for sums of codes */
  printed: ReadonlyMap<string, Sum>;
  /** with the like-for-like switch: the sums under the codes that were printed */
  unmoved: ReadonlyMap<string, Sum> | null;
  staffed: ReadonlyMap<string, Staffed>;
  coverage: CoverageOf;
}

type Keys = readonly string[];
type CellOf = (context: CellContext, row: Keys, column: Keys) => GridCell;

const sumAt = ({ sums }: CellContext, row: Keys, column: Keys): Sum | undefined => sums.get(cellKey(row, column));

/** The dimensions that a cell's members name. */
const namedBy = ({ selection }: CellContext, row: Keys, column: Keys): readonly PivotDimension[] => [
  ...selection.rows.slice(0, row.length),
  ...selection.columns.slice(0, column.length),
];

interface Remark {
  mark: CellMark;
  note: string;
}

/** Parts against the printed total: more than it, or other than the total of the same account, is a contradiction. */
function printedRemark(context: CellContext, row: Keys, column: Keys, sum: Sum): Remark | undefined {
  const printed = context.printed.get(cellKey(row, column));
  if (!printed) return undefined;
  const difference = sum.fen - printed.fen;
  if (Math.abs(difference) <= sum.half + printed.half) return undefined;
  const named = namedBy(context, row, column);
  const isOneAccount = named.includes('department') && named.includes('year');
  const words = `分项之和 ${moneyText(sum.fen)} 比印出的合计 ${moneyText(printed.fen)} ${difference > 0 ? '多' : '少'} ${moneyText(Math.abs(difference))} 万元`;
  return isOneAccount || difference > 0
    ? { mark: 'contradicted', note: words }
    : { mark: 'incomplete', note: `${words}；有的决算没有列到这一级` };
}

/** The switch counted former codes elsewhere than they were printed, and so changed the sum. */
function movedRemark({ unmoved }: CellContext, row: Keys, column: Keys, fen: number): Remark | undefined {
  const before = unmoved?.get(cellKey(row, column));
  if (!unmoved || (before?.fen ?? 0) === fen) return undefined;
  const words = before ? `${moneyText(before.fen)} 万元` : '没有列支';
  return { mark: 'moved', note: `${MOVED_WORDS}；按印出的科目为 ${words}` };
}

const disputeRemark = ({ disputed, leaves }: Sum): Remark | undefined =>
  disputed === 0
    ? undefined
    : { mark: 'disputed', note: leaves === 1 ? '公布的数字互相矛盾' : `其中 ${disputed} 处公布的数字互相矛盾` };

/**
 * Of regions and kinds of department the cell says how many are summed where its row does not say the same; of all departments
 * the column's head does.
 */
function coverageRemark(context: CellContext, row: Keys, column: Keys): Remark | undefined {
  const named = namedBy(context, row, column);
  if (named.includes('department') || !named.some((one) => one === 'region' || one === 'kind')) return undefined;
  const { published, expected } = context.coverage(row, column);
  if (published >= expected) return undefined;
  const whole = context.coverage(row, []);
  if (row.length > 0 && whole.published === published && whole.expected === expected) return undefined;
  const what = named.includes('year') ? '个部门' : '份决算';
  return { mark: 'incomplete', note: `收录 ${published}/${expected} ${what}` };
}

function cellOf(text: string, line: number | null, remarks: readonly (Remark | undefined)[]): GridCell {
  const said = remarks.filter((remark) => remark !== undefined);
  if (line === null && said.length === 0) return text;
  return [text, line, said[0]?.mark ?? null, said.length === 0 ? null : said.map(({ note }) => note).join('；')];
}

const remarksOf = (context: CellContext, row: Keys, column: Keys, sum: Sum): (Remark | undefined)[] => [
  printedRemark(context, row, column, sum),
  disputeRemark(sum),
  movedRemark(context, row, column, sum.fen),
  coverageRemark(context, row, column),
];

/** No amount: nothing is printed, or there is no account at all. */
function emptyCell(context: CellContext, row: Keys, column: Keys): GridCell {
  const moved = movedRemark(context, row, column, 0);
  if (moved) return cellOf('—', null, [moved]);
  return context.coverage(row, column).published > 0 ? '—' : ['', null, 'gap', '没有收录这一年的决算'];
}

const amountCell: CellOf = (context, row, column) => {
  const sum = sumAt(context, row, column);
  if (!sum) return emptyCell(context, row, column);
  const line = sum.leaves === 1 ? sum.line : null;
  return cellOf(moneyText(sum.fen), line, remarksOf(context, row, column, sum));
};

/** A part of a whole that stands elsewhere in the grid. */
const shareCell =
  (wholeOf: (row: Keys, column: Keys) => readonly [Keys, Keys]): CellOf =>
  (context, row, column) => {
    const sum = sumAt(context, row, column);
    if (!sum) return emptyCell(context, row, column);
    const whole = sumAt(context, ...wholeOf(row, column));
    if (!whole || whole.fen <= 0) return ['', null, 'gap', '合计为零或负数，不算占比'];
    return cellOf(percentText(sum.fen, whole.fen), null, remarksOf(context, row, column, sum));
  };

/** The same members in the year before; undefined where they name no year. */
function yearBefore({ selection }: CellContext, row: Keys, column: Keys): readonly [Keys, Keys] | undefined {
  const [inRow, inColumn] = [selection.rows.indexOf('year'), selection.columns.indexOf('year')];
  const back = (keys: Keys, at: number): Keys =>
    keys.map((key, place) => (place === at ? String(Number(key) - 1) : key));
  if (inColumn !== -1 && inColumn < column.length) return [row, back(column, inColumn)];
  if (inRow !== -1 && inRow < row.length) return [back(row, inRow), column];
  return undefined;
}

function departmentsRemark(context: CellContext, now: readonly [Keys, Keys], before: readonly [Keys, Keys]) {
  const named = namedBy(context, ...now);
  if (named.includes('department') || !named.some((one) => one === 'region' || one === 'kind')) return undefined;
  const [here, there] = [context.coverage(...now).published, context.coverage(...before).published];
  if (here === there) return undefined;
  return { mark: 'incomplete', note: `本年 ${here} 个部门，上年 ${there} 个` } as const;
}

const growthCell: CellOf = (context, row, column) => {
  const [sum, earlier] = [sumAt(context, row, column), yearBefore(context, row, column)];
  if (!earlier) return '';
  if (!sum) return emptyCell(context, row, column);
  const before = sumAt(context, ...earlier);
  if (!before) {
    const isKnown = context.coverage(...earlier).published > 0;
    return ['—', null, 'gap', isKnown ? '上年没有这项支出' : '没有收录上年的决算'];
  }
  const growth = growthOf(sum, before);
  if (!growth) return ['—', null, 'gap', '上年为零或负数，不算增减'];
  return cellOf(growth.text, null, [
    disputeRemark({ ...sum, disputed: sum.disputed + before.disputed, leaves: sum.leaves + before.leaves }),
    movedRemark(context, row, column, sum.fen) ?? movedRemark(context, ...earlier, before.fen),
    departmentsRemark(context, [row, column], earlier),
    growth.open === null ? undefined : { mark: 'rough', note: growth.open },
  ]);
};

const perPersonCell: CellOf = (context, row, column) => {
  const sum = sumAt(context, row, column);
  if (!sum) return emptyCell(context, row, column);
  const of = context.staffed.get(cellKey(row, column));
  if (!of || of.people === 0) return ['', null, 'gap', '决算没有说明实有人数'];
  const without: Remark | undefined =
    of.without === 0 ? undefined : { mark: 'incomplete', note: `${of.without} 份决算没有说明人数，未计入` };
  return cellOf(quotientText(BigInt(of.fen), BigInt(of.people)), null, [
    disputeRemark(sum),
    movedRemark(context, row, column, sum.fen),
    without,
  ]);
};

/** How a value is written in a cell, one way for each. */
export const CELLS: Readonly<Record<PivotSelection['value'], CellOf>> = {
  amount: amountCell,
  row_share: shareCell((row) => [row, []]),
  column_share: shareCell((_row, column) => [[], column]),
  parent_share: shareCell((row, column) => [row.slice(0, -1), column]),
  total_share: shareCell(() => [[], []]),
  growth: growthCell,
  per_person: perPersonCell,
};
