import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Db } from '../../db/open';
import { MOST_ROWS } from '../../db/queries/bounds';
import { getBridge } from '../../db/queries/bridges';
import { getCoverage } from '../../db/queries/coverage';
import { getCube } from '../../db/queries/cube';
import { getDepartmentAccounts } from '../../db/queries/departmentAccounts';
import { getDepartmentEntries, getDepartmentsByIds, getKinds } from '../../db/queries/departments';
import { getDisputes } from '../../db/queries/disputes';
import { getDistribution } from '../../db/queries/distributions';
import { getFigureNames, getYears } from '../../db/queries/figures';
import { getMovements } from '../../db/queries/movements';
import { getNeighbours } from '../../db/queries/neighbours';
import { getLargest, getRanking } from '../../db/queries/rankings';
import { getScatter, getScatterPoints } from '../../db/queries/scatters';
import { search, searchGroups } from '../../db/queries/search';
import { getSpenders } from '../../db/queries/spenders';
import { getSubject } from '../../db/queries/subject';
import { getSubjectTree } from '../../db/queries/subjectTree';
import { getTotals } from '../../db/queries/totals';
import { getSubjectTrends, getTrends } from '../../db/queries/trends';
import type { PivotDimension } from '../../lib/pivot';
import { sampleStore } from './sampleStore';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let db: Db;
/** every statement the queries prepared */
const asked = new Set<string>();
beforeAll(async () => {
  ({ db } = await sampleStore({ departments: 20, lastYear: 2021, years: 4 }));
  const prepare = db.sqlite.prepare.bind(db.sqlite);
  vi.spyOn(db.sqlite, 'prepare').mockImplementation((sql: string) => {
    asked.add(sql);
    return prepare(sql);
  });
});
afterAll(() => db.sqlite.close());

const one = <Row>(sql: string, ...values: unknown[]): Row =>
  db.sqlite.prepare<unknown[], Row>(sql).get(...values) as Row;
const fen = (text: string): number => Math.round(Number(text) * 1_000_000);
const departments = async (): Promise<string[]> =>
  (await getDepartmentEntries(db)).rows.map(({ department }) => department);

describe('coverage and totals', () => {
  it('count what is published of what is known', async () => {
    const { years, rows, total } = await getCoverage(db, { limit: 5 });
    expect(rows).toHaveLength(5);
    expect(total).toBe(one<{ n: number }>('SELECT count(*) AS n FROM departments').n);
    for (const { year, published, known } of years) {
      expect(published).toBe(one<{ n: number }>('SELECT count(*) AS n FROM accounts WHERE year = ?', year).n);
      expect(known).toBe(total);
    }
    const cells = (await getCoverage(db, { limit: 500 })).rows.flatMap((row) => row.cells);
    expect(cells).toHaveLength(one<{ n: number }>('SELECT count(*) AS n FROM accounts').n);
  });

  it('a filter by kind counts the same departments as a filter by region does', async () => {
    const [kind] = await getKinds(db);
    const { total, years } = await getCoverage(db, { kind: kind?.kind ?? '' });
    expect(total).toBe(kind?.departments);
    expect(Math.max(...years.map(({ published }) => published))).toBeLessThanOrEqual(total);
  });

  it('a total says of how many accounts it is; a ratio has none', async () => {
    const totals = await getTotals(db, { figure: 'year_expenditure' });
    for (const { year, value, accounts, published, known, complete } of totals ?? []) {
      const sum = one<{ fen: number; n: number }>(
        "SELECT sum(fen) AS fen, count(*) AS n FROM levels WHERE measure = 'year_expenditure' AND year = ? AND current = 1",
        year,
      );
      expect([fen(value ?? ''), accounts]).toEqual([sum.fen, sum.n]);
      expect(complete).toBe(accounts === known);
      expect(published).toBeLessThanOrEqual(known);
    }
    const chosen = (await departments()).slice(0, 3);
    expect(
      (await getTotals(db, { figure: 'year_expenditure', departments: chosen }))?.every(({ known }) => known === 3),
    ).toBe(true);
    expect(await getTotals(db, { figure: 'basic_share' })).toBeUndefined();
    expect(await getTotals(db, { figure: 'nonsense' })).toBeUndefined();
  });
});

describe('disputes', () => {
  it('are the levels in dispute, the latest year and the largest amount first', async () => {
    const { rows, total } = await getDisputes(db, { limit: 500 });
    expect(total).toBe(one<{ n: number }>('SELECT count(*) AS n FROM figures WHERE disputed = 1').n);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ level }) => level.disputed)).toBe(true);
    const order = rows.map(({ year, level }) => [-year, -Number(level.value)] as const);
    expect(order).toEqual([...order].sort(([a, b], [c, d]) => a - c || b - d));
    const year = rows[0]?.year ?? 0;
    expect((await getDisputes(db, { year, limit: 500 })).rows).toEqual(rows.filter((row) => row.year === year));
  });
});

describe('rankings', () => {
  it('departments whose ranges overlap share a rank', async () => {
    const { rows } = await getRanking(db, { figure: 'basic_share', year: 2021, limit: 500 });
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const higher = rows.filter(({ figure }) => Number(figure.low) > Number(row.figure.high)).length;
      expect(row.rank).toBe(higher + 1);
      expect(row.worst).toBeGreaterThanOrEqual(row.rank);
    }
  });

  it('are bounded, paged, and show the chosen department wherever it stands', async () => {
    const whole = await getRanking(db, { figure: 'year_expenditure', year: 2021, limit: 10_000 });
    expect(whole.limit).toBe(MOST_ROWS);
    const last = whole.rows.at(-1);
    const page = await getRanking(db, {
      figure: 'year_expenditure',
      year: 2021,
      limit: 2,
      offset: 1,
      chosen: [last?.department ?? ''],
    });
    expect(page.rows).toEqual(whole.rows.slice(1, 3));
    expect(page.chosen).toEqual([last]);
    expect(page.rows.length + page.total).toBe(whole.total + 2);
    const ascending = await getRanking(db, { figure: 'year_expenditure', year: 2021, limit: 1, order: 'ascending' });
    expect(ascending.rows[0]?.department).toBe(last?.department);
    expect(ascending.rows[0]?.rank).toBe(1);
  });

  it('name the criterion of the peers', async () => {
    const { criterion } = await getRanking(db, {
      figure: 'year_expenditure',
      year: 2021,
      level: '县级',
      kind: '财政局',
      size: 'medium',
    });
    expect(criterion).toBe('2021 年度 · 全部地区 · 县级部门 · 财政局 · 本年支出2000万元至1亿元');
  });

  it('a distribution counts every department once', async () => {
    const distribution = await getDistribution(db, { figure: 'year_expenditure', year: 2021 });
    const { total } = await getRanking(db, { figure: 'year_expenditure', year: 2021 });
    expect(distribution?.count).toBe(total);
    expect(distribution?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(await getDistribution(db, { figure: 'year_expenditure', year: 1999 })).toBeUndefined();
  });

  it('a scatter places every department by both figures, and quotes those that are asked for', async () => {
    const both = { x: 'year_expenditure', y: 'basic_share', year: 2021 } as const;
    const ranking = await getRanking(db, { figure: both.x, year: both.year, limit: 500 });
    const chosen = ranking.rows.at(-1)?.department ?? '';
    const { places, total } = await getScatter(db, { ...both, chosen: [chosen] });
    expect(total).toBe(ranking.total);
    const points = await getScatterPoints(
      db,
      both,
      places.map(({ number }) => number),
    );
    expect(places.map(({ number }) => points.get(number)?.department)).toEqual(
      ranking.rows.map(({ department }) => department),
    );
    for (const { number, x, y, disputed, chosen: isChosen } of places) {
      const point = points.get(number);
      expect([fen(point?.x.value ?? ''), fen(point?.y.value ?? '')]).toEqual([x, y]);
      expect(disputed).toBe(point?.x.disputed || point?.y.disputed);
      expect(isChosen).toBe(point?.department === chosen);
    }
  });

  it('the largest are the first of the ranking', async () => {
    for (const year of [2018, 2021]) {
      const { rows } = await getRanking(db, { figure: 'year_expenditure', year, limit: 7 });
      expect(await getLargest(db, { figure: 'year_expenditure', year, limit: 7 })).toEqual(
        rows.map(({ department }) => department),
      );
    }
    expect(await getLargest(db, { figure: 'year_expenditure', year: 1999, limit: 7 })).toEqual([]);
  });

  it('places follow the data', async () => {
    const query = { figure: 'headcount_actual', year: 2021, limit: 1 } as const;
    const [first] = (await getRanking(db, query)).rows;
    db.sqlite.exec('SAVEPOINT later; UPDATE data_version SET version = version + 1');
    db.sqlite
      .prepare(
        'UPDATE figures SET value = 1, low = 1, high = 1 WHERE value > 0 AND account = (SELECT key FROM accounts WHERE id = ?)',
      )
      .run(first?.account);
    const [next] = (await getRanking(db, query)).rows;
    db.sqlite.exec('ROLLBACK TO later; RELEASE later');
    expect(next?.department).not.toBe(first?.department);
    expect((await getRanking(db, query)).rows).toEqual([first]);
  });
});

describe('movements and trends', () => {
  it('the largest change comes first, and its bounds say whether it is certain', async () => {
    const { rows } = await getMovements(db, { figure: 'year_expenditure', year: 2021, limit: 50 });
    const sizes = rows.map(({ change }) => Math.abs(Number(change.value)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const { now, before, change, certain } of rows) {
      expect(fen(change.value)).toBe(fen(now.value) - fen(before.value));
      expect(certain).toBe(Number(change.low) > 0 || Number(change.high) < 0);
    }
  });

  it('a line has every year; gaps stay gaps with a reason, implied years say so', async () => {
    const trends = await getTrends(db, { figure: 'total_expenditure', departments: await departments() });
    const years = trends[0]?.points.map(({ year }) => year);
    expect(years?.[0]).toBe((await getYears(db))[0] === undefined ? 0 : 2017);
    for (const { points } of trends) {
      expect(points.map(({ year }) => year)).toEqual(years);
      for (const { figure, reason, account } of points) {
        expect(figure === null).toBe(reason !== null);
        if (figure?.source === 'derived') expect(account).toMatch(/-\d{4}$/);
      }
    }
    expect(trends.flatMap(({ points }) => points).some(({ figure }) => figure?.source === 'derived')).toBe(true);
    expect(trends.flatMap(({ breaks }) => breaks).some(({ kind }) => kind === 'merged')).toBe(true);
  });

  it('a code that moved is one line with the switch, two without', async () => {
    const chosen = await departments();
    const query = { list: 'functional', code: '2089999', departments: chosen } as const;
    const [printed, mapped] = [
      await getSubjectTrends(db, query),
      await getSubjectTrends(db, { ...query, likeForLike: true }),
    ];
    const at = (trends: typeof printed, year: number) =>
      trends.flatMap(({ points }) => points.filter((point) => point.year === year && point.figure));
    expect(at(printed, 2020)).toEqual([]);
    expect(at(mapped, 2020).length).toBeGreaterThan(5);
    expect(at(mapped, 2020)[0]?.figure?.reason).toBe('含原科目 2089901');
    expect(at(mapped, 2021)).toEqual(at(printed, 2021));
    expect(mapped[0]?.breaks.some(({ kind, text }) => kind === 'code_changed' && text.includes('2089901'))).toBe(true);
  });
});

describe('subjects', () => {
  const treeSums = async (likeForLike: boolean) => {
    const { nodes } = await getSubjectTree(db, { list: 'functional', depth: 3, likeForLike });
    return (level: number, year: number): number =>
      nodes
        .filter((node) => node.level === level)
        .flatMap((node) => node.years.filter((one) => one.year === year))
        .reduce((sum, { amount }) => sum + fen(amount.value), 0);
  };

  it('a level of the tree is the sum of the printed amounts; the switch moves amounts and loses none', async () => {
    const [printed, mapped] = [await treeSums(false), await treeSums(true)];
    for (const year of [2018, 2021])
      for (const level of [1, 2, 3]) {
        const sum = one<{ fen: number }>(
          `SELECT sum(fen) AS fen FROM facts WHERE current = 1 AND statement = 'expenditure' AND "column" = 'total' AND year = ? AND length(line) = ? AND line GLOB '2*'`,
          year,
          level * 2 + 1,
        ).fen;
        expect(printed(level, year)).toBe(sum);
        expect(mapped(level, year)).toBe(sum);
      }
  });

  describe('growth', () => {
    /** The facts of a code of the departments that have an account of `year` and of the year before it. */
    const sumOf = (code: string, year: number, of: number, scope: string) =>
      one<{ fen: number | null; n: number }>(
        `SELECT sum(f.fen) AS fen, count(*) AS n FROM facts f JOIN accounts a ON a.key = f.account
          WHERE f.current = 1 AND f.statement = 'expenditure' AND f."column" = 'total' AND f.line = ? AND a.year = ?
            AND ${scope} AND EXISTS (SELECT 1 FROM accounts b WHERE b.department = a.department AND b.year = ?)`,
        code,
        of,
        of === year ? year - 1 : year,
      );

    it('compares the departments that are stored in both years', async () => {
      const chosen = (await departments()).slice(0, 9);
      const numbers = chosen.map(
        (id) =>
          one<{ id: number }>(
            "SELECT id FROM departments d WHERE coalesce(d.region, '000000') || '-' || d.slug = ?",
            id,
          ).id,
      );
      let differing = 0;
      for (const [scope, where] of [
        [{}, 'TRUE'],
        [{ departments: chosen }, `a.department IN (${numbers})`],
      ] as const)
        for (const code of ['208', '20805', '2080505', '201']) {
          const subject = await getSubject(db, { list: 'functional', code, ...scope });
          for (const { year, now, before, departments: count } of subject?.compared ?? []) {
            const [later, earlier] = [sumOf(code, year, year, where), sumOf(code, year, year - 1, where)];
            expect(now && fen(now.value)).toBe(later.fen);
            expect(before && fen(before.value)).toBe(earlier.fen);
            expect(count).toBe(later.n + earlier.n);
            const all = subject?.years.find((one) => one.year === year);
            if (all && now && all.amount.value !== now.value) differing += 1;
          }
        }
      expect(differing).toBeGreaterThan(3);
    });

    it('is asked of the last year of a tree, and counts the departments of both years', async () => {
      const { nodes, years } = await getSubjectTree(db, { list: 'functional', toYear: 2020, withGrowth: true });
      const subject = await getSubject(db, { list: 'functional', code: '208' });
      expect(nodes.find(({ code }) => code === '208')?.compared).toEqual(
        subject?.compared.find(({ year }) => year === 2020),
      );
      expect(years.at(-1)?.paired).toBe(
        one<{ n: number }>(
          'SELECT count(*) AS n FROM accounts a JOIN accounts b ON b.department = a.department AND b.year = a.year - 1 WHERE a.year = 2020',
        ).n,
      );
      expect((await getSubjectTree(db, { list: 'functional' })).nodes.every(({ compared }) => compared === null)).toBe(
        true,
      );
    });

    it('of a code that moved counts its former code only with the switch', async () => {
      const at = async (likeForLike: boolean) =>
        (await getSubject(db, { list: 'functional', code: '2089999', likeForLike }))?.compared.find(
          ({ year }) => year === 2021,
        );
      expect((await at(false))?.before).toBeNull();
      const former = sumOf('2089901', 2021, 2020, 'TRUE').fen;
      expect(fen((await at(true))?.before?.value ?? '')).toBe(former);
    });
  });

  it('a selection of departments is the part of them, and opens to the children', async () => {
    const chosen = (await departments()).slice(0, 4);
    const { nodes, years } = await getSubjectTree(db, { list: 'functional', departments: chosen });
    expect(years.every(({ known }) => known === 4)).toBe(true);
    const open = nodes.find(({ hasChildren }) => hasChildren);
    const { nodes: children } = await getSubjectTree(db, {
      list: 'functional',
      departments: chosen,
      parent: open?.code ?? '',
    });
    expect(children.length).toBeGreaterThan(0);
    expect(children.every(({ parent }) => parent === open?.code)).toBe(true);
    expect((await getSubjectTree(db, { list: 'economic', depth: 2 })).nodes.some(({ code }) => code === '30101')).toBe(
      true,
    );
  });

  it('a code knows its family, its history and who spends on it', async () => {
    const subject = await getSubject(db, { list: 'functional', code: '2080505' });
    expect(subject).toMatchObject({ level: 3, path: [{ code: '208' }, { code: '20805' }] });
    expect(subject?.history.some(({ oldName }) => oldName === '行政事业单位离退休')).toBe(true);
    expect(await getSubject(db, { list: 'functional', code: '9999999' })).toBeUndefined();
    expect(await getSubject(db, { list: 'functional', code: "208' OR 1" })).toBeUndefined();
    const { rows, total, year } = await getSpenders(db, { list: 'functional', code: '2080505', limit: 3 });
    expect(year).toBe(2021);
    expect(rows).toHaveLength(3);
    expect(total).toBe(
      one<{ n: number }>(
        "SELECT count(*) AS n FROM facts WHERE current = 1 AND statement = 'expenditure' AND line = '2080505' AND \"column\" = 'total' AND year = 2021",
      ).n,
    );
    for (const { account, line, amount } of rows)
      expect(
        one<{ fen: number }>(
          `SELECT f.fen FROM facts f JOIN accounts a ON a.key = f.account WHERE a.id = ? AND f.statement = 'expenditure' AND f.line = '2080505' AND f."column" = 'total' AND f.place_line = ?`,
          account,
          line,
        ).fen,
      ).toBe(fen(amount.value));
  });

  /** What a line of an account prints for a code, in whatever column. */
  const printedAt = (account: string, code: string, line: number): number[] =>
    db.sqlite
      .prepare<unknown[], { fen: number }>(
        'SELECT f.fen FROM facts f JOIN accounts a ON a.key = f.account WHERE a.id = ? AND f.line = ? AND f.place_line = ? AND f.current = 1',
      )
      .all(account, code, line)
      .map((fact) => fact.fen);

  it('the accounts of a department are those of the store', async () => {
    for (const department of await departments()) {
      const accounts = await getDepartmentAccounts(db, department);
      expect(accounts.map(({ account }) => account)).toEqual(
        db.sqlite
          .prepare<unknown[], { id: string }>(
            "SELECT id FROM accounts WHERE id GLOB ? || '-[0-9][0-9][0-9][0-9]' ORDER BY year",
          )
          .all(department)
          .map(({ id }) => id),
      );
    }
    expect(await getDepartmentAccounts(db, '000000-nobody')).toEqual([]);
  });

  it('a bridge sums to the change within rounding', async () => {
    let bridges = 0;
    for (const department of await departments())
      for (const level of [1, 3] as const) {
        const bridge = await getBridge(db, { department, fromYear: 2020, toYear: 2021, level, likeForLike: true });
        if (!bridge) continue;
        bridges += 1;
        const rows = bridge.rows.reduce((sum, { change }) => sum + fen(change.value), 0);
        expect(rows + fen(bridge.residual.value)).toBe(fen(bridge.change.value));
        expect(Number(bridge.residual.low)).toBeLessThanOrEqual(Number(bridge.residual.value));
        for (const row of bridge.rows.filter(({ mappedFrom }) => mappedFrom.length === 0))
          for (const [end, amount, line] of [
            [bridge.before, row.before, row.lines.before],
            [bridge.now, row.now, row.lines.now],
          ] as const)
            if (amount && line) expect(printedAt(end.account, row.code, line)).toContain(fen(amount.value));
      }
    expect(bridges).toBeGreaterThan(10);
    expect(
      await getBridge(db, { department: '000000-nobody', fromYear: 2020, toYear: 2021, level: 1 }),
    ).toBeUndefined();
  });
});

describe('pivots', () => {
  const printed = (year: number): number =>
    one<{ fen: number }>(
      `SELECT sum(fen) AS fen FROM facts WHERE current = 1 AND statement = 'expenditure' AND "column" = 'total' AND year = ? AND length(line) = 3 AND line GLOB '2*'`,
      year,
    ).fen;

  it.each<[string, PivotDimension[]]>([
    ['year', ['year']],
    ['year × 类', ['year', 'class']],
    ['region × year', ['region', 'year']],
    ['kind × year × 类', ['kind', 'year', 'class']],
    ['department × year', ['department', 'year']],
    ['department × year × nature', ['department', 'year', 'nature']],
    ['year × fund', ['year', 'fund']],
    ['year × fund × nature', ['year', 'fund', 'nature']],
  ])('%s: every amount is counted once', async (_name, dimensions) => {
    const { rows, truncated } = await getCube(db, { list: 'functional', dimensions });
    const at = dimensions.indexOf('year');
    expect(truncated).toBe(false);
    for (const year of [2018, 2021]) {
      const sum = rows
        .filter(({ keys }) => keys[at] === String(year))
        .reduce((total, { amount }) => total + fen(amount.value), 0);
      const rounding = dimensions.includes('fund') || dimensions.includes('nature') ? rows.length * 20_000 : 0;
      expect(Math.abs(sum - printed(year))).toBeLessThanOrEqual(rounding);
    }
  });

  it('are cut at the bound, and say so', async () => {
    const whole = await getCube(db, { list: 'functional', dimensions: ['department', 'year', 'subitem'] });
    const cut = await getCube(db, { list: 'functional', dimensions: ['department', 'year', 'subitem'], limit: 10 });
    expect(cut.rows).toEqual(whole.rows.slice(0, 10));
    expect([whole.truncated, cut.truncated]).toEqual([false, true]);
    expect(Object.keys(whole.headcounts).length).toBeGreaterThan(10);
  });

  it('count former codes under the present ones with the switch', async () => {
    const query = { list: 'functional', dimensions: ['year', 'subitem'] } as const;
    const codesOf = (rows: { keys: string[] }[]) =>
      new Set(rows.filter(({ keys }) => keys[0] === '2020').map(({ keys }) => keys[1]));
    const [plain, mapped] = [await getCube(db, query), await getCube(db, { ...query, likeForLike: true })];
    expect(codesOf(plain.rows).has('2089901')).toBe(true);
    expect(codesOf(mapped.rows).has('2089901')).toBe(false);
    expect(mapped.notes.join()).toContain('2089901→2089999');
  });
});

describe('search', () => {
  it.each([
    ['jgyxjf', 'figure', 'agency_operating_cost'],
    ['jiguanyunxingjingfei', 'figure', 'agency_operating_cost'],
    ['2080505', 'functional', '2080505'],
    ['基本养老保险缴费支出', 'functional', '2080505'],
    ['jbylbxjfzc', 'functional', '2080505'],
    ['行政事业单位离退休', 'functional', '20805'],
    ['30101', 'economic', '30101'],
    ['基本工资', 'economic', '30101'],
  ])('%s finds the %s %s', async (text, kind, id) => {
    const hits = await search(db, text);
    expect(hits.slice(0, 3).map((hit) => `${hit.kind} ${hit.id}`)).toContain(`${kind} ${id}`);
  });

  it('finds departments by kind, initials, and region with a second word', async () => {
    const [entry] = (await getDepartmentEntries(db, { kind: '财政局' })).rows;
    const all = await search(db, '财政局', { kinds: ['department'] });
    expect(all.map(({ id }) => id)).toContain(entry?.department);
    expect((await search(db, 'czj', { kinds: ['department'] })).length).toBe(all.length);
    const within = await search(db, `财政局 ${entry?.region?.name}`, { kinds: ['department'] });
    expect(within.map(({ id }) => id)).toEqual([entry?.department]);
  });

  it.each(['', '   ', '%', '\u0000', "' OR 1=1 --", '😀'])('%j finds nothing and breaks nothing', async (text) => {
    expect(await search(db, text)).toEqual([]);
  });

  it.each(['xzyx', 'zc', '行政', '管理'])('%s: what accounts use comes before what none uses', async (text) => {
    const hits = await search(db, text, { kinds: ['functional'], limit: 50 });
    const unused = hits.findIndex(({ accounts }) => accounts === 0);
    expect(hits.slice(0, 5).some(({ accounts }) => (accounts ?? 0) > 0)).toBe(true);
    if (unused !== -1) expect(hits.slice(unused).filter(({ accounts }) => accounts !== 0)).toEqual([]);
  });

  it('the code or name itself comes first, used or not', async () => {
    const below = await search(db, '205', { kinds: ['functional'], limit: 50 });
    const unused = below.find(({ accounts }) => accounts === 0);
    if (!unused) throw new Error('every code below 205 is used');
    expect((await search(db, unused.id))[0]?.id).toBe(unused.id);
    const [entry] = (await getDepartmentEntries(db)).rows;
    expect((await search(db, entry?.name ?? ''))[0]?.id).toBe(entry?.department);
  });

  it('hits by kind are counted, and paged', async () => {
    const { n } = one<{ n: number }>(
      "SELECT count(DISTINCT entry) AS n FROM search_terms WHERE kind = 'functional' AND term >= '行政' AND term < '行政\u{10ffff}'",
    );
    const kinds = ['functional'] as const;
    const [group] = await searchGroups(db, '行政', { kinds, limit: 50 });
    const [next] = await searchGroups(db, '行政', { kinds, limit: 10, offset: 10 });
    expect([group?.total, next?.total]).toEqual([n, n]);
    expect(next?.hits).toEqual(group?.hits.slice(10, 20));
  });

  it('is bounded', async () => {
    expect((await search(db, '支出', { limit: 10_000 })).length).toBeLessThanOrEqual(50);
    expect(await search(db, '支出', { limit: 1 })).toHaveLength(1);
  });
});

describe('lists', () => {
  it('departments by id keep the order and leave out what is not stored', async () => {
    const [first, second] = await departments();
    const found = await getDepartmentsByIds(db, [second ?? '', '000000-nobody', first ?? '']);
    expect(found.map(({ department }) => department)).toEqual([second, first]);
  });

  it('neighbours are the other years, the region and the kind', async () => {
    const id = one<{ id: string }>(
      "SELECT a.id FROM accounts a JOIN departments d ON d.id = a.department WHERE d.core = '财政局' AND a.year = 2020 LIMIT 1",
    ).id;
    const neighbours = await getNeighbours(db, id);
    expect(neighbours?.previousYear?.year).toBeLessThan(2020);
    expect(neighbours?.kind.every(({ name, year }) => name.endsWith('财政局') && year === 2020)).toBe(true);
    expect(neighbours?.region.every(({ account }) => account !== id && account.slice(0, 6) === id.slice(0, 6))).toBe(
      true,
    );
    expect(await getNeighbours(db, '000000-nobody-2020')).toBeUndefined();
  });

  it('every figure has a name and a unit', async () => {
    const names = await getFigureNames(db);
    expect(names.find(({ figure }) => figure === 'growth_total')).toMatchObject({ kind: 'metric', unit: '%' });
    expect(names.find(({ figure }) => figure === 'total_expenditure')).toMatchObject({ kind: 'measure', unit: '万元' });
  });
});

describe('the plans', () => {
  const LARGE =
    /^SCAN (?:facts|lines|claims|spending|basic_spending|figures|prior_figures|movements|region_spending|region_basic_spending|search_terms|s|f|m)\b(?! USING (?:COVERING )?INDEX figures_in_dispute)/;

  it('no question reads a large table from end to end', () => {
    const questions = [...asked].filter(
      (sql) => /^\s*SELECT/i.test(sql) && !/ FROM (?:facts|levels)\b/.test(sql) && !sql.includes('WHERE d.core'),
    );
    expect(questions.length).toBeGreaterThan(40);
    const scanning = questions.flatMap((sql) =>
      db.sqlite
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => '1'))
        .map((row) => (row as { detail: string }).detail)
        .filter((detail) => LARGE.test(detail))
        .map((detail) => `${detail}: ${sql.replace(/\s+/g, ' ').slice(0, 200)}`),
    );
    expect(scanning).toEqual([]);
  });
});
