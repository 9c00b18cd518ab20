import { type CellMark, type GridCell, markOf, noteOf } from './gridShape';

/** What a mark at a sum looks like and means; what it says of the one sum stands in its note. */
export const CELL_MARKS: Readonly<Record<Exclude<CellMark, 'gap'>, { sign: string; meaning: string }>> = {
  disputed: { sign: '疑', meaning: '其中有公布的数字互相矛盾' },
  contradicted: { sign: '≠', meaning: '分项之和与印出的合计不等' },
  moved: { sign: '并', meaning: '按现行科目归并，与印出的科目不同' },
  incomplete: { sign: '缺', meaning: '不是全部：有的部门、年度或科目级次没有' },
  rough: { sign: '约', meaning: '四舍五入使幅度相差一个百分点以上' },
};

/** With these words begins the note of a sum that the like-for-like switch changed. */
export const MOVED_WORDS = '按现行科目归并';

/** The marks of a cell: the gravest, and that the switch changed it. */
export function marksIn(cell: GridCell | undefined): Exclude<CellMark, 'gap'>[] {
  const [mark, note] = [markOf(cell), noteOf(cell)];
  const isMoved = mark !== null && mark !== 'moved' && note?.includes(MOVED_WORDS);
  return [...(mark === null || mark === 'gap' ? [] : [mark]), ...(isMoved ? (['moved'] as const) : [])];
}
