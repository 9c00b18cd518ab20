import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askPivot } from '../../app/_pivot/askPivot';
import { plainNumber, textOf } from '../../app/_pivot/gridShape';
import type { Db } from '../../db/open';
import { Decimal } from '../../lib/amount';
import {
  DEFAULT_PIVOT,
  isDimensionOf,
  PIVOT_DIMENSIONS,
  PIVOT_FUNDS,
  PIVOT_VALUES,
  type PivotDimension,
  type PivotSelection,
} from '../../lib/pivot';
import { type Random, seeded } from '../check/random';
import { sampleStore } from '../db/sampleStore';
import { isSplit, layOut, type Recounted, recount } from './recounted';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let db: Db;
let stored: {
  departments: string[];
  regions: string[];
  kinds: string[];
  codes: Record<'functional' | 'economic', string[]>;
};

const column = (sql: string): string[] => db.sqlite.prepare(sql).pluck().all().map(String);

beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 24, lastYear: 2022, years: 6 }));
  layOut(db);
  stored = {
    departments: column('SELECT DISTINCT department FROM temp.functional_rows ORDER BY 1'),
    regions: column("SELECT DISTINCT region FROM temp.functional_rows WHERE region <> '' ORDER BY 1"),
    kinds: column('SELECT DISTINCT kind FROM temp.functional_rows ORDER BY 1'),
    codes: {
      functional: column('SELECT DISTINCT code FROM temp.functional_rows ORDER BY 1'),
      economic: column('SELECT DISTINCT code FROM temp.economic_rows ORDER BY 1'),
    },
  };
});
afterAll(() => db.sqlite.close());

function dimensions(random: Random, list: PivotSelection['list']): Pick<PivotSelection, 'rows' | 'columns'> {
  const left = PIVOT_DIMENSIONS.filter((one) => isDimensionOf(list, one));
  const take = (count: number): PivotDimension[] =>
    Array.from({ length: count }, () => left.splice(random.between(0, left.length - 1), 1)).flat();
  return { rows: take(random.between(1, 3)), columns: take(random.between(0, 2)) };
}

/** Any pivot that a reader can ask for. */
function anySelection(random: Random): PivotSelection {
  const list = random.chance(0.75) ? 'functional' : 'economic';
  const some = <T>(chance: number, value: () => T): T | undefined => (random.chance(chance) ? value() : undefined);
  const region = some(0.3, () => random.pick(stored.regions));
  const years = [random.between(2017, 2022), random.between(2017, 2022)].sort();
  const optional = {
    region: region && random.pick([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]),
    kind: some(0.15, () => random.pick(stored.kinds)),
    level: some(0.15, () => random.pick(['地级', '县级'] as const)),
    from: some(0.3, () => years[0]),
    to: some(0.3, () => years[1]),
    fund: list === 'functional' ? some(0.15, () => random.pick(PIVOT_FUNDS)) : undefined,
    nature: some(0.2, () =>
      random.pick(list === 'functional' ? (['basic', 'project'] as const) : (['personnel', 'operating'] as const)),
    ),
  };
  const pick = (from: readonly string[], most: number): string[] => [
    ...new Set(Array.from({ length: random.between(1, most) }, () => random.pick(from))),
  ];
  const selection: PivotSelection = {
    ...DEFAULT_PIVOT,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    list,
    ...dimensions(random, list),
    value: random.chance(0.5) ? 'amount' : random.pick(PIVOT_VALUES),
    departments: random.chance(0.2) ? pick(stored.departments, 8) : [],
    codes: random.chance(0.35) ? pick(stored.codes[list], 3) : [],
    like: random.chance(0.3),
  };
  // of parts that rounding leaves open only the amounts can be told beforehand
  return isSplit(selection) ? { ...selection, value: 'amount' } : selection;
}

const percent = (part: number, whole: number): string =>
  new Decimal(part).div(whole).times(100).toFixed(2, Decimal.ROUND_HALF_UP);
/** What rounding leaves of an amount whose parts are printed, in 万元. */
const ROUNDING = 0.02;

type Cells = (depth: number, byColumn: boolean, back?: boolean) => Map<string, Recounted>;

/** The text of a cell, worked out from the recounted sums; undefined where there is none to tell. */
function expectedText(
  { value, rows, columns }: PivotSelection,
  cells: Cells,
  row: readonly string[],
  head: readonly string[],
): string | undefined {
  const at = (keys: readonly string[], heads: readonly string[], back = false) =>
    cells(keys.length, heads.length > 0, back).get(`${keys.join('|')}\t${heads.join('|')}`);
  const own = at(row, head);
  if (!own || own.fen === 0) return undefined;
  const whole = (of: Recounted | undefined) => (of && of.fen > 0 ? percent(own.fen, of.fen) : undefined);
  switch (value) {
    case 'amount':
      return new Decimal(own.fen).div(1_000_000).toString();
    case 'row_share':
      return whole(at(row, []));
    case 'column_share':
      return whole(at([], head));
    case 'parent_share':
      return whole(at(row.slice(0, -1), head));
    case 'total_share':
      return whole(at([], []));
    case 'per_person':
      return own.people > 0
        ? new Decimal(own.staffedFen).div(1_000_000).div(own.people).toFixed(2, Decimal.ROUND_HALF_UP)
        : undefined;
    case 'growth': {
      const back = (keys: readonly string[], of: readonly PivotDimension[]) =>
        keys.map((key, place) => (of[place] === 'year' ? String(Number(key) - 1) : key));
      const [earlierRow, earlierHead] = [back(row, rows), back(head, columns)];
      if (earlierRow.join() === row.join() && earlierHead.join() === head.join()) return undefined;
      const before = at(earlierRow, earlierHead, true);
      return before && before.fen > 0 ? percent(own.fen - before.fen, before.fen) : undefined;
    }
  }
}

async function compare(selection: PivotSelection): Promise<{ cells: number; wrong: unknown[] }> {
  const { grid, selection: answered, notes } = await askPivot({ db, version: 1 }, selection);
  if (notes.some((note) => /太多/.test(note))) return { cells: 0, wrong: [] };
  const kept = new Map<string, Map<string, Recounted>>();
  const cells: Cells = (depth, byColumn, back = false) => {
    const key = `${depth} ${byColumn} ${back}`;
    const known = kept.get(key) ?? recount(db, answered, { depth, byColumn }, back);
    kept.set(key, known);
    return known;
  };
  const wrong: unknown[] = [];
  let counted = 0;
  for (const line of grid.lines)
    for (const [place, head] of grid.heads.entries()) {
      const text = plainNumber(textOf(line.cells[place]));
      const expected = expectedText(answered, cells, line.keys, head.keys);
      const shown = /\d/.test(text) ? Number(text) : 0;
      const near = isSplit(selection)
        ? ROUNDING *
          (cells(line.keys.length, head.keys.length > 0).get(`${line.keys.join('|')}\t${head.keys.join('|')}`)?.lines ??
            0)
        : 0;
      if (Math.abs(shown - Number(expected ?? 0)) > near + 1e-9)
        wrong.push([line.keys.join('|'), head.keys.join('|'), text, expected]);
      if (shown !== 0) counted += 1;
    }
  const rows = grid.lines.filter(({ keys }) => keys.length === grid.rows.length);
  for (const [cell, { fen, lines }] of cells(grid.rows.length, false)) {
    const keys = cell.split('\t')[0] ?? '';
    if (
      Math.abs(fen) > (isSplit(selection) ? ROUNDING * lines * 1_000_000 : 0) &&
      !rows.some((row) => row.keys.join('|') === keys)
    )
      wrong.push(['no row', keys, fen]);
  }
  return { cells: counted, wrong };
}

describe('any pivot', () => {
  it.each(Array.from({ length: 60 }, (_, at) => at + 1))('%i says what the printed facts add up to', async (seed) => {
    const selection = anySelection(seeded(seed));
    const { wrong } = await compare(selection);
    expect({ selection, wrong: wrong.slice(0, 6) }).toEqual({ selection, wrong: [] });
  });
});
