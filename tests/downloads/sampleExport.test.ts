import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Descriptor } from '../../db/exports/descriptor';
import { writeExport } from '../../db/exports/write';
import { sampleStore } from '../db/sampleStore';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'juesuan-sample-export-'));
let descriptor: Descriptor;

beforeAll(async () => {
  const { db } = await sampleStore({ departments: 3, years: 2, check: 'slips' });
  descriptor = await writeExport(db, folder);
  db.sqlite.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every row of every table of a sample store says that it is made up', () => {
  expect(descriptor.resources.length).toBeGreaterThan(5);
  for (const { path, schema } of descriptor.resources) {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, path)), { columns: true });
    expect([path, rows.filter(({ data_nature }) => data_nature !== '示例数据')]).toEqual([path, []]);
    expect(schema.fields.at(-1)).toMatchObject({ name: 'data_nature', title: '数据性质' });
  }
});

it('so do the rows of the SQLite file', () => {
  const file = new Sqlite(join(folder, 'juesuan.sqlite'), { readonly: true });
  expect(file.prepare('SELECT count(*) AS n, sum(data_nature = ?) AS marked FROM facts').get('示例数据')).toMatchObject(
    {
      n: descriptor.resources.find(({ name }) => name === 'facts')?.rows,
      marked: descriptor.resources.find(({ name }) => name === 'facts')?.rows,
    },
  );
  file.close();
});
