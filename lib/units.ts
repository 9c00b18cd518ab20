import { type MeasureId, measureOf } from './measures';

/** The unit in which a measure is told: 万元, 分, or what a count counts. */
export const unitOf = (id: MeasureId): string => {
  const { kind, counted = '' } = measureOf(id);
  return { money: '万元', count: counted, points: '分' }[kind];
};
