import { describe, expect, it } from 'vitest';
import { type BridgeInput, type BridgeStep, bridgePanel, leadingRows, signedText } from '../../lib/panels/bridge';

const amount = (value: string, half = 0.005) => ({
  value,
  low: (Number(value) - half).toFixed(3),
  high: (Number(value) + half).toFixed(3),
});

const step = (code: string, before: string | null, now: string | null, more: Partial<BridgeStep> = {}): BridgeStep => ({
  code,
  name: `科目${code}`,
  before: before === null ? null : amount(before),
  now: now === null ? null : amount(now),
  change: amount((Number(now ?? 0) - Number(before ?? 0)).toFixed(2), 0.01),
  mappedFrom: [],
  disputed: false,
  lines: { before: before === null ? null : 11, now: now === null ? null : 22 },
  ...more,
});

function input(rows: BridgeStep[], more: Partial<BridgeInput> = {}): BridgeInput {
  const sum = (side: 'before' | 'now') => rows.reduce((total, row) => total + Number(row[side]?.value ?? 0), 0);
  const end = (side: 'before' | 'now', year: number, line: number) => ({
    account: `610000-ju-${year}`,
    year,
    total: amount(sum(side).toFixed(2)),
    disputed: false,
    line,
  });
  return {
    before: end('before', 2020, 1),
    now: end('now', 2021, 2),
    change: amount((sum('now') - sum('before')).toFixed(2), 0.01),
    rows,
    residual: { value: '0.00', low: '-0.030', high: '0.030' },
    bounded: true,
    notes: [],
    ...more,
  };
}

const build = (given: BridgeInput) => bridgePanel(given, { by: 'class', like: true });
interface Drawn {
  yAxis: { data: string[] };
  series: { data: (number | { value: number })[] }[];
}

/** Labels, invisible offsets and bars as drawn. */
function drawnOf({ chart }: ReturnType<typeof build>) {
  if (!chart) throw new Error('no chart');
  const { yAxis, series } = chart.option as unknown as Drawn;
  const numbers = (at: number) => (series[at]?.data ?? []).map((one) => (typeof one === 'number' ? one : one.value));
  return { labels: yAxis.data, offsets: numbers(0), bars: numbers(1) };
}

const values = (data: ReturnType<typeof build>, column: number) =>
  data.rows.map((row) => Number(row.cells[column]?.value ?? 0));

describe('the bridge', () => {
  const given = input([step('201', '100.00', '180.00'), step('208', '50.00', '30.00'), step('213', null, '5.00')]);
  const data = build(given);

  it('lists total, codes by the size of their change, and the residual, which sum', () => {
    expect(data.rows.map(({ key }) => key)).toEqual(['total', '201', '208', '213', 'residual']);
    const [total, ...parts] = values(data, 2);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total ?? Number.NaN, 6);
    expect(data.answer).toBe(
      '2020 年支出 150.00 万元，2021 年 215.00 万元，增加 65.00 万元；变动最大的类是科目201（201）+80.00 万元、科目208（208）−20.00 万元。',
    );
  });

  it('leads from every printed figure to its line, and says what is not printed', () => {
    expect(data.rows[1]?.cells[0]?.sources).toMatchObject([{ account: '610000-ju-2020', place: { line: 11 } }]);
    expect(data.rows[1]?.cells[1]?.sources).toMatchObject([{ account: '610000-ju-2021', place: { line: 22 } }]);
    expect(data.rows[3]?.cells[0]).toMatchObject({ value: null, reason: '2020 年度没有列 213 的支出' });
    expect(data.notes.join()).toContain('只在 2021 年列支：213 科目213');
  });

  it('draws from the one total to the other', () => {
    const { offsets, bars } = drawnOf(data);
    expect(bars).toEqual([150, 80, 20, 5, 215]);
    expect(offsets).toEqual([0, 150, 210, 210, 0]);
  });

  it('folds the small changes of many codes into one bar without losing them', () => {
    const many = input(Array.from({ length: 40 }, (_, at) => step(String(2010101 + at), '1.00', `${at + 2}.00`)));
    const folded = bridgePanel(many, { by: 'item', like: true });
    const { labels, bars } = drawnOf(folded);
    expect(labels).toHaveLength(15);
    expect(labels[13]).toBe('其余 28 个科目');
    const drawn = bars.slice(1, -1).reduce((sum, value) => sum + value, 0);
    expect(drawn).toBeCloseTo(Number(many.change.value), 6);
    expect(folded.rows).toHaveLength(42);
  });

  it('says what was mapped over renamings, what limits the comparison and what rounding allows', () => {
    const moved = build(
      input([step('208', '50.00', '60.00', { mappedFrom: ['21301', '−20801'] })], { notes: ['2020 年度：只有总表'] }),
    );
    expect(moved.notes).toEqual(
      expect.arrayContaining([
        '208 科目208：按现行科目归并，计入原科目 21301 的金额，不计原科目 20801 的金额。',
        '2020 年度：只有总表。',
        expect.stringContaining('四舍五入允许 −0.030 至 0.030 万元'),
      ]),
    );
    expect(bridgePanel(given, { by: 'class', like: false }).notes.join()).toContain('按各年公布的科目编码比较');
  });

  it('a residual that rounding does not explain is a contradiction', () => {
    const broken = build(
      input([step('201', '1.00', '2.00')], {
        residual: { value: '7.00', low: '6.970', high: '7.030' },
        bounded: false,
        change: amount('8.00', 0.01),
      }),
    );
    expect(broken.rows.at(-1)).toMatchObject({
      label: '差额（四舍五入不能解释）',
      cells: [{}, {}, { disputed: true }, {}],
    });
    expect(JSON.stringify(broken.chart?.option)).toContain('"decal"');
  });

  it('names a second code only where it tells something beside the first', () => {
    const lone = build(input([step('214', '500.00', '100.00'), step('208', '50.00', '60.00')]));
    expect(lone.answer).toContain('变动最大的类是科目214（214）−400.00 万元。');
    const pair = build(input([step('214', '500.00', '100.00'), step('208', '50.00', '90.00')]));
    expect(pair.answer).toContain('−400.00 万元、科目208（208）+40.00 万元。');
  });

  it('leads with the codes that moved most, each amount at its line', () => {
    const many = [1, 2, 900, 3, 4, 500, 5, 400, 300].map((by, at) =>
      step(String(2010101 + at), '1000.00', `${1000 + by}.00`),
    );
    const { rows, columns } = leadingRows(input(many));
    expect(rows.map(({ code, cells }) => [code, cells[2]?.text])).toEqual([
      ['2010103', '+900.00'],
      ['2010106', '+500.00'],
      ['2010108', '+400.00'],
    ]);
    expect(rows.flatMap(({ cells }) => cells.slice(0, 2).map(({ sources }) => sources[0]?.place.line))).toEqual([
      11, 22, 11, 22, 11, 22,
    ]);
    expect(columns.map(({ label }) => label)).toEqual(['2020 年', '2021 年', '增减', '占增减额']);
    expect(leadingRows(input([step('2010101', '1.00', '1.00')])).rows).toEqual([]);
  });

  it('no change is no division', () => {
    const still = build(input([step('201', '1.00', '1.00')]));
    expect(still.answer).toBe('2020 年支出 1.00 万元，2021 年 1.00 万元，合计没有变化。');
    expect(still.rows[0]?.cells[3]).toMatchObject({ value: null });
  });

  it('signs', () => {
    expect(['1.5', '-1.5', '0', '0.00'].map(signedText)).toEqual(['+1.50', '−1.50', '0.00', '0.00']);
  });
});
