import { type OverviewSelection, overviewPath } from '../../lib/overviewSelection';

/** The parts of the overview that leave it as tables. */
export const PARTS = ['coverage', 'movements', 'disputes'] as const;
export type Part = (typeof PARTS)[number];

export function tablePath(part: Part, selection: OverviewSelection): string {
  const path = overviewPath({ ...selection, page: 1 }, '/overview/table');
  return `${path}${path.includes('?') ? '&' : '?'}part=${part}`;
}
