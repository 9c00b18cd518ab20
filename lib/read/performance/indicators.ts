import type { PerformanceIndicator } from '../../facts';
import type { GridCell, GridRow } from '../document';
import { bare, filled, indexOf, isPoints, performanceCell } from './cells';

/** Where the columns of the 绩效指标 block stand, by cell index of its head; -1 where the form has none. */
export interface IndicatorsHead {
  level1: number;
  level2: number;
  level3: number;
  target: number;
  result: number;
  points: number;
  score: number;
  remark: number;
}

/** The head of the block, or undefined when the row is none: it names the first two levels of indicators. */
export function indicatorsHead(row: GridRow): IndicatorsHead | undefined {
  const level1 = indexOf(row, /^一级指标$/);
  const level2 = indexOf(row, /^二级指标$/);
  if (level1 < 0 || level2 < 0) return undefined;
  return {
    level1,
    level2,
    level3: indexOf(row, /^(三级指标|指标内容|指标名称|具体指标)/),
    target: indexOf(row, /(指标值|目标值|预期值|绩效目标)/),
    result: indexOf(row, /(完成值|完成情况|完成指标|实现值|实际值)/),
    points: indexOf(row, /^(分值|权重|标准分|指标分值)/),
    score: indexOf(row, /得分|评分$/),
    remark: indexOf(row, /(原因|改进措施|说明|备注)/),
  };
}

const LEVEL1 = /^(产出|效益|效果|满意度|成本|投入|过程|管理|履职|预算执行)[^|]{0,6}(指标)?(\(\d+分?\))?$/;
const LEVEL2 =
  /^(数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|生态环境效益|可持续影响|可持续发展|(服务对象|受益对象|群众|社会公众)?满意度)(指标)?$/;

/** How far a row stands right (+) or left (−) of its head, told by the fixed names of the second level. */
function shiftOf(row: GridRow, head: IndicatorsHead): number {
  if (head.target < 0 || LEVEL2.test(bare(row.cells[head.level2]?.text ?? ''))) return 0;
  return [1, -1].find((shift) => LEVEL2.test(bare(row.cells[head.level2 + shift]?.text ?? ''))) ?? 0;
}

interface Tail {
  target: GridCell | undefined;
  result: GridCell | undefined;
  points: GridCell | undefined;
  score: GridCell | undefined;
  remark: GridCell | undefined;
}

/** Target, result, points, score and remark from the cells behind the names: points and score are the last numbers. */
function tailOf(row: GridRow, head: IndicatorsHead, shift: number): Tail {
  const start = (head.level3 < 0 ? head.level2 : head.level3) + shift;
  const cells = filled(row).filter(({ index }) => index > start);
  const last = cells.findLastIndex(({ cell }) => isPoints(cell));
  const remark = last >= 0 && last < cells.length - 1 ? cells[last + 1]?.cell : undefined;
  const figures = last >= 0 ? cells.slice(0, last + 1) : cells;
  const scored = figures.at(-2) && isPoints((figures.at(-2) as { cell: GridCell }).cell) && last >= 0;
  const points = scored ? figures.at(-2)?.cell : last >= 0 ? figures.at(-1)?.cell : undefined;
  const score = scored ? figures.at(-1)?.cell : undefined;
  const words = figures.slice(0, figures.length - (scored ? 2 : last >= 0 ? 1 : 0));
  const hasTarget = head.target >= 0;
  return {
    target: hasTarget ? words[0]?.cell : undefined,
    result: hasTarget && head.result >= 0 ? words[1]?.cell : undefined,
    points,
    score,
    remark: head.remark >= 0 ? remark : undefined,
  };
}

/** One indicator; the names of the levels above are carried down from `above` where the form merges their cells. */
export function indicatorRow(
  row: GridRow,
  head: IndicatorsHead,
  above: PerformanceIndicator | undefined,
): PerformanceIndicator | undefined {
  const shift = shiftOf(row, head);
  const text = (index: number): string => (index < 0 ? '' : (row.cells[index + shift]?.text.trim() ?? ''));
  const own1 = text(head.level1) || (shift < 0 ? (row.cells[0]?.text.trim() ?? '') : '');
  const level1 = LEVEL1.test(bare(own1)) || (own1 !== '' && shift === 0) ? own1 : (above?.level1 ?? '');
  const level2 = text(head.level2) || (level1 === above?.level1 ? above.level2 : '');
  const level3 = bare(text(head.level3));
  const tail = tailOf(row, head, shift);
  if (!level3 && !text(head.level2)) return undefined;
  return {
    level1: bare(level1),
    level2: bare(level2),
    level3,
    target: performanceCell(tail.target),
    result: performanceCell(tail.result),
    points: performanceCell(tail.points),
    score: performanceCell(tail.score),
    remark: tail.remark?.text.trim() ?? null,
  };
}
