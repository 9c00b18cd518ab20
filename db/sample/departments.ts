import type { Reference, Region } from '../../lib/classification';
import type { Chance } from './chance';
import { KINDS, LAST_BEFORE_REFORM, type SampleKind } from './kinds';

/** A made-up department with the years it publishes. */
export interface SampleDepartment {
  /** tells its draws from those of others */
  key: string;
  name: string;
  /** the name without its region */
  core: string;
  region: { code: string; name: string };
  kind: Pick<SampleKind, 'main' | 'headings' | 'staff' | 'projects' | 'fund' | 'institutions'>;
  years: number[];
  /** names of the departments it took over, told in the account of the first year */
  tookOver: string[];
  /** how much larger than a county's */
  scale: number;
}

const isReal = ({ name, validTo, code }: Region): boolean =>
  validTo === null && !code.endsWith('00') && !/^(?:市辖区|县|自治区直辖县级行政区划|省直辖县级行政区划)$/.test(name);

/** Counties, one prefecture after the other in a drawn order, at most six of each, so that regions have neighbours to compare. */
function countiesOf(reference: Reference, chance: Chance): { county: Region; prefecture: Region }[] {
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  const prefectures = reference.regions.filter(
    ({ level, name, validTo }) =>
      level === '地级' && validTo === null && /(?:市|州|盟|地区)$/.test(name) && name !== '市辖区',
  );
  const order = chance.some(prefectures, prefectures.length).map((prefecture) => ({ prefecture, rank: chance.next() }));
  return order
    .sort((one, other) => one.rank - other.rank)
    .flatMap(({ prefecture }) => {
      const counties = reference.regions.filter((region) => region.parent === prefecture.code && isReal(region));
      return chance
        .of(prefecture.code)
        .some(counties, 6)
        .map((county) => ({ county, prefecture: byCode.get(prefecture.code) ?? prefecture }));
    });
}

/** A few years are missing here and there; the last one is missing where it is not published yet. */
function publishedYears(years: readonly number[], chance: Chance): number[] {
  const last = years.at(-1);
  return years.filter((year) => !chance.of(year).is(year === last ? 0.12 : 0.04));
}

const titleOf = (county: Region, prefecture: Region): string =>
  county.name.endsWith('区') ? `${prefecture.name}${county.name}` : county.name;

function departmentsOf(
  county: Region,
  title: string,
  kind: SampleKind,
  years: readonly number[],
  chance: Chance,
  scale: number,
): SampleDepartment[] {
  const region = { code: county.code, name: county.name };
  const made = (core: string, more: Partial<SampleDepartment>): SampleDepartment => {
    const key = `${county.code}/${core}`;
    return { key, name: `${title}${core}`, core, region, kind, years: [], tookOver: [], scale, ...more };
  };
  const before = years.filter((year) => year <= LAST_BEFORE_REFORM);
  const predecessors = before.length > 0 && chance.of('reform').is(0.6) ? (kind.predecessors ?? []) : [];
  const since = predecessors.length > 0 ? years.filter((year) => year > LAST_BEFORE_REFORM) : years;
  return [
    ...predecessors.map((old) =>
      made(old.name, {
        kind: { ...kind, main: old.main, headings: old.headings, projects: kind.projects / predecessors.length },
        years: publishedYears(before, chance.of(old.name)),
        scale: scale / predecessors.length,
      }),
    ),
    made(kind.name, {
      years: publishedYears(since, chance.of(kind.name)),
      tookOver: predecessors.map(({ name }) => `${title}${name}`),
    }),
  ].filter((department) => department.years.length > 0);
}

const KINDS_A_COUNTY = 15;
const ALWAYS = 4;

/** As many departments as asked for: some fifteen kinds a county, and a few of each prefecture. */
export function planDepartments(
  reference: Reference,
  count: number,
  years: readonly number[],
  chance: Chance,
): SampleDepartment[] {
  const planned: SampleDepartment[] = [];
  const seen = new Set<string>();
  for (const { county, prefecture } of countiesOf(reference, chance.of('regions'))) {
    if (!seen.has(prefecture.code)) {
      seen.add(prefecture.code);
      for (const kind of chance.of(prefecture.code).some(KINDS, 3))
        planned.push(
          ...departmentsOf(prefecture, prefecture.name, kind, years, chance.of(`${prefecture.code}${kind.name}`), 2.5),
        );
    }
    const own = chance.of(county.code);
    const kinds = [...KINDS.slice(0, ALWAYS), ...own.some(KINDS.slice(ALWAYS), KINDS_A_COUNTY - ALWAYS)];
    const scale = own.of('size').skewed(0.5);
    for (const kind of kinds)
      planned.push(...departmentsOf(county, titleOf(county, prefecture), kind, years, own.of(kind.name), scale));
    if (planned.length >= count) break;
  }
  return planned.slice(0, count);
}
