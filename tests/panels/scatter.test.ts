import { describe, expect, it } from 'vitest';
import type { Figure } from '../../lib/figure';
import { type ScatterPlaceOf, type ScatterPointOf, scatterData, singlePlaces } from '../../lib/panels/scatter';

const figure = (millionths: number, unit: string): Figure => {
  const value = String(millionths / 1e6);
  return {
    value,
    low: value,
    high: value,
    unit,
    decimals: unit === '人' ? 0 : 2,
    source: 'printed',
    disputed: false,
    reason: null,
    line: 7,
  };
};

const placesOf = (count: number): ScatterPlaceOf[] =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    x: (count - at) * 1e6,
    y: (((at * 37) % 101) + 1) * 150_000e6,
    disputed: at === 17,
    chosen: at === count - 5,
  }));

const pointOf = ({ number, x, y }: ScatterPlaceOf): [number, ScatterPointOf] => [
  number,
  {
    account: `610000-${number}-2021`,
    department: `610000-${number}`,
    name: `第${number}局`,
    region: null,
    x: figure(x, '人'),
    y: figure(y, '万元'),
  },
];

const asked = (places: readonly ScatterPlaceOf[], quoted = places) =>
  scatterData({
    x: { label: '实有人员', unit: '人' },
    y: { label: '支出', unit: '万元' },
    year: 2021,
    places,
    ...singlePlaces(places),
    points: new Map(quoted.map(pointOf)),
    total: places.length,
    criterion: '2021 年度',
    known: null,
  });

interface Series {
  large?: boolean;
  data: { value: number[]; href?: string }[];
}
const seriesOf = (places: readonly ScatterPlaceOf[], quoted = places): Series[] =>
  asked(places, quoted).chart?.option.series as Series[];

describe('the places of a scatter', () => {
  it('are all marks where they are few', () => {
    expect(singlePlaces(placesOf(400)).single.size).toBe(400);
    expect(seriesOf(placesOf(400)).some(({ large }) => large)).toBe(false);
  });

  it('of a crowd stand out where they are outermost, chosen or disputed', () => {
    const places = placesOf(1_000);
    const single = [...singlePlaces(places).single];
    expect(single.length).toBeLessThan(10);
    for (const place of places.filter(({ chosen, disputed }) => chosen || disputed)) expect(single).toContain(place);
    expect(single).toContain(places[0]);
    const highest = Math.max(...places.map(({ y }) => y));
    expect(single.some(({ y }) => y === highest)).toBe(true);
  });

  it('are drawn in the unit of the axis, the crowd and the marks alike', () => {
    const places = placesOf(1_000);
    const single = [...singlePlaces(places).single];
    const series = seriesOf(places, single);
    const crowd = series.find(({ large }) => large)?.data as unknown as number[][];
    expect(crowd).toHaveLength(places.length - single.length);
    // 万元 become 亿元 from 10 亿元 on
    expect(asked(places, single).units).toEqual({ x: '人', y: '亿元' });
    const marks = series.at(-1)?.data ?? [];
    expect(marks).toHaveLength(single.length);
    const [x = 0, y = 0] = marks.at(-1)?.value ?? [];
    const chosen = places.find((place) => place.chosen);
    expect(10 ** x).toBeCloseTo((chosen?.x ?? 0) / 1e6, 6);
    expect(10 ** y).toBeCloseTo((chosen?.y ?? 0) / 1e10, 6);
  });

  it('quote only what was read, and count what is disputed wherever it stands', () => {
    const places = placesOf(1_000);
    const { points, notes, answer } = asked(places, [...singlePlaces(places).single]);
    expect(points).toHaveLength(singlePlaces(places).single.size);
    expect(notes.join()).toContain('1 个部门的数字互相矛盾');
    expect(answer).toContain('1000 个部门');
    expect(answer).toContain('第996局：实有人员 5 人，支出 780.0000 亿元');
  });
});
