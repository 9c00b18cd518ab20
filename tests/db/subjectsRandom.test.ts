import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Db } from '../../db/open';
import { millionthsIn } from '../../db/queries/millionths';
import type { Fund, Nature } from '../../db/queries/spending';
import { getSubjectTree, type SubjectTreeQuery } from '../../db/queries/subjectTree';
import { layOut } from '../app/recounted';
import { type Random, seeded } from '../check/random';
import { sampleStore } from './sampleStore';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let db: Db;
let departments: string[];
let regions: string[];

const column = (sql: string): string[] => db.sqlite.prepare(sql).pluck().all().map(String);

beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 24, lastYear: 2022, years: 6 }));
  layOut(db);
  departments = column('SELECT DISTINCT department FROM temp.functional_rows ORDER BY 1');
  regions = column("SELECT DISTINCT region FROM temp.functional_rows WHERE region <> '' ORDER BY 1");
});
afterAll(() => db.sqlite.close());

/** Any tree that a reader can ask for. */
function anyTree(random: Random): SubjectTreeQuery {
  const list = random.chance(0.75) ? 'functional' : 'economic';
  const region = random.pick(regions);
  const [from, to] = [random.between(2017, 2022), random.between(2017, 2022)].sort();
  const scope = random.pick([
    {},
    { region: random.pick([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]) },
    { departments: [...new Set([random.pick(departments), random.pick(departments), random.pick(departments)])] },
  ]);
  const isFunctional = list === 'functional';
  return {
    list,
    depth: 3,
    ...scope,
    ...(random.chance(0.3) ? { fromYear: from, toYear: to } : {}),
    ...(isFunctional && random.chance(0.3) ? { fund: random.pick<Fund>(['general', 'fund', 'capital']) } : {}),
    ...(isFunctional && random.chance(0.3) ? { nature: random.pick<Nature>(['basic', 'project']) } : {}),
    likeForLike: isFunctional && random.chance(0.4),
  };
}

const amountOf = ({ fund, nature }: SubjectTreeQuery): string =>
  fund === undefined ? (nature ?? 'total') : nature === undefined ? fund : `${fund}_${nature}`;

function where({ departments: own, region, fromYear = 0, toYear = 9999 }: SubjectTreeQuery): string {
  const quoted = (own ?? []).map((one) => `'${one}'`).join(', ');
  const within = region?.replace(/(?:00){1,2}$/, '');
  return `year BETWEEN ${fromYear} AND ${toYear} AND ${own ? `department IN (${quoted})` : 'TRUE'}
    AND ${within === undefined ? 'TRUE' : `region LIKE '${within}%'`}`;
}

interface Counted {
  fen: number;
  departments: number;
}

const rowsOf = (sql: string): Map<string, Counted> =>
  new Map(
    db.sqlite
      .prepare<[], Counted & { code: string; year: number }>(sql)
      .all()
      .map(({ code, year, ...of }) => [`${code} ${year}`, of]),
  );

/** Amounts in 分 and departments by code and year, from the printed facts. */
function recounted(query: SubjectTreeQuery): Map<string, Counted> {
  const amount = amountOf(query);
  return rowsOf(`SELECT code, year, sum(${amount}) AS fen, count(*) AS departments FROM temp.${query.list}_rows
    WHERE ${amount} IS NOT NULL AND ${where(query)} GROUP BY 1, 2`);
}

/** What a move takes from the headings of the former code and gives to those of the present one. */
function moved(query: SubjectTreeQuery): Map<string, number> {
  const amount = amountOf(query);
  const changes = new Map<string, number>();
  const add = (code: string, year: number, fen: number): void => {
    changes.set(`${code} ${year}`, (changes.get(`${code} ${year}`) ?? 0) + fen);
  };
  const former = db.sqlite
    .prepare<[], { code: string; now: string; year: number; fen: number }>(
      `SELECT code, year, moved_code(code, year) AS now, sum(${amount}) AS fen FROM temp.functional_rows
      WHERE ${amount} IS NOT NULL AND now <> code AND ${where(query)} GROUP BY 1, 2`,
    )
    .all();
  for (const { code, now, year, fen } of former)
    for (const digits of [3, 5, 7]) {
      const [from, to] = [code.slice(0, digits), now.slice(0, digits)];
      // of a code that became a whole 款 the 项 stays where it is printed
      if (code.length < digits || now.length < digits || from === to) continue;
      add(from, year, -fen);
      add(to, year, fen);
    }
  return changes;
}

describe('any tree of codes', () => {
  it.each(Array.from({ length: 40 }, (_, at) => at + 1))('%i says what the printed facts add up to', async (seed) => {
    const query = anyTree(seeded(seed));
    const { nodes, truncated } = await getSubjectTree(db, query);
    expect(truncated).toBe(false);
    const printed = recounted(query);
    const changes = query.likeForLike ? moved(query) : new Map<string, number>();
    const shown = new Map<string, { fen: number; count: number | null }>(
      nodes.flatMap(({ code, years }) =>
        years.map(({ year, amount, departments: count }): [string, { fen: number; count: number | null }] => [
          `${code} ${year}`,
          { fen: millionthsIn(amount.value), count },
        ]),
      ),
    );
    const wrong = [...new Set([...printed.keys(), ...changes.keys(), ...shown.keys()])].flatMap((key) => {
      const [one, other] = [shown.get(key), printed.get(key)];
      const expected = (other?.fen ?? 0) + (changes.get(key) ?? 0);
      const isCounted =
        amountOf(query) !== 'total' || changes.has(key) || (one?.count ?? undefined) === other?.departments;
      return (one?.fen ?? 0) === expected && isCounted ? [] : [[key, one, expected, other]];
    });
    expect({ query, wrong: wrong.slice(0, 6) }).toEqual({ query, wrong: [] });
  });
});
