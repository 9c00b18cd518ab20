import { type OverviewSelection, overviewPath } from '../../lib/overviewSelection';
import { forPeople } from '../_downloads/addresses';

/** The parts of the overview that leave it as tables. */
export const PARTS = ['coverage', 'movements', 'disputes'] as const;
export type Part = (typeof PARTS)[number];

export const PART_TITLES: Readonly<Record<Part, string>> = {
  coverage: '收录情况',
  movements: '变动',
  disputes: '存疑的数字',
};

/** A part as CSV, for people; of the workbook, which holds all parts, without one. */
function tablePath(selection: OverviewSelection, part?: Part): string {
  const form = part === undefined ? '.xlsx' : '';
  const path = overviewPath({ ...selection, page: 1 }, `/overview/table${form}`);
  return part === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}part=${part}`;
}

/** The forms a part of the overview can be taken along in. */
export const formsOf = (part: Part, selection: OverviewSelection) => [
  { label: 'CSV', href: forPeople(tablePath(selection, part)) },
  { label: 'XLSX', href: forPeople(tablePath(selection)) },
];
