import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databasePath } from '../../db/folder';
import { migrate } from '../../db/migrate';
import { openDatabase } from '../../db/open';
import { isSample } from '../../db/queries/sample';
import { Chance } from '../../db/sample/chance';
import { SampleCodes } from '../../db/sample/codes';
import { planDepartments } from '../../db/sample/departments';
import { sampleDocument } from '../../db/sample/document';
import { samplePath } from '../../db/sample/run';
import { checkReading } from '../../lib/check';
import { readDocument } from '../../lib/read';
import { dump, ROLLUPS, reference, sampleStore } from './sampleStore';

vi.setConfig({ testTimeout: 300_000 });

const codes = new SampleCodes(reference);
const root = new Chance('document');
const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022];
const departments = planDepartments(reference, 120, years, root);
const documents = departments
  .filter((_, index) => index % 16 === 3)
  .flatMap((department) =>
    [department.years[0], department.years.at(-1)].map(
      (year) => [`${department.name} ${year}`, department, year ?? 0] as const,
    ),
  );

describe('a made-up document', () => {
  it.each(documents)('%s says to a reader what was put into it', async (_name, department, year) => {
    const { bytes, file, reading } = sampleDocument(department, codes, year, root.of(department.key));
    const { sentences: _sentences, unread: _unread, ...read } = await readDocument(bytes, file, reference);
    const { unread: _none, ...made } = reading;
    expect(made).toEqual(read);
  });

  it('adds up, unless a slip was planted', async () => {
    for (const [, department, year] of documents.slice(0, 6)) {
      const { reading, isFaulty } = sampleDocument(department, codes, year, root.of(department.key));
      const { findings } = await checkReading(reading, reference);
      if (!isFaulty) expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('has a slip at a realistic rate', () => {
    const all = departments
      .slice(0, 60)
      .flatMap((department) =>
        department.years.map((year) => sampleDocument(department, codes, year, root.of(department.key)).isFaulty),
      );
    const rate = all.filter(Boolean).length / all.length;
    expect(rate).toBeGreaterThan(0.07);
    expect(rate).toBeLessThan(0.25);
  });

  it('carries the codes and names of its year', () => {
    expect(codes.codeIn('2089999', 2020)).toBe('2089901');
    expect(codes.codeIn('2089999', 2021)).toBe('2089999');
    expect(codes.nameIn('20805', 2019)).toBe('行政事业单位离退休');
    expect(codes.nameIn('20805', 2020)).toBe('行政事业单位养老支出');
  });
});

describe('the plan', () => {
  it('has departments of one kind in many counties, merged ones, and years that are missing', () => {
    expect(departments).toHaveLength(120);
    expect(departments.filter(({ core }) => core === '财政局').length).toBeGreaterThan(4);
    expect(departments.some(({ tookOver }) => tookOver.length === 2)).toBe(true);
    expect(
      departments.some(
        (one) => one.years.length > 1 && (one.years.at(-1) ?? 0) - (one.years[0] ?? 0) >= one.years.length,
      ),
    ).toBe(true);
    expect(new Set(departments.map(({ key }) => key)).size).toBe(120);
  });
});

describe('a sample store', () => {
  it('is the same for the same seed, another for another, and says that it is one', async () => {
    const stores = await Promise.all(
      ['test', 'test', 'another'].map((seed) => sampleStore({ seed, departments: 5, years: 2 })),
    );
    const [one, again, other] = stores.map(({ db }) =>
      [...ROLLUPS, 'facts', 'claims', 'documents', 'revisions'].map((table) => dump(db, table)),
    );
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    for (const { db } of stores) {
      expect(isSample(db)).toBe(true);
      db.sqlite.close();
    }
  });

  it('the real store is none', async () => {
    const db = openDatabase({ path: ':memory:' });
    migrate(db);
    expect(isSample(db)).toBe(false);
    db.sqlite.close();
  });
});

describe('samplePath', () => {
  let folder: string | undefined;
  const file = (name: string): string => {
    folder ??= mkdtempSync(join(tmpdir(), 'juesuan-sample-'));
    return join(folder, name);
  };
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true });
    folder = undefined;
  });

  it('refuses the real store, by whatever path', () => {
    expect(() => samplePath(databasePath({}))).toThrow(/正式的数据库/);
    expect(() => samplePath('var/../var/juesuan.db')).toThrow(/正式的数据库/);
    expect(() => samplePath('postgres://localhost/juesuan')).toThrow(/只能写成文件/);
  });

  it('refuses files that are no sample, and takes those that are', () => {
    const [text, real, sample] = [file('text.db'), file('real.db'), file('sample.db')];
    writeFileSync(text, 'no database');
    for (const path of [real, sample]) {
      const db = openDatabase({ path });
      migrate(db);
      if (path === sample) db.sqlite.exec("INSERT INTO properties VALUES ('sample', 'x')");
      db.sqlite.close();
    }
    expect(() => samplePath(text)).toThrow(/别的文件/);
    expect(() => samplePath(real)).toThrow(/别的文件/);
    expect(samplePath(sample)).toBe(sample);
    expect(samplePath(file('new.db'))).toBe(file('new.db'));
  });
});
