import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { unpackAmount } from '../../db/amount';
import { type Descriptor, fileOf } from '../../db/exports/descriptor';
import { RESOURCES } from '../../db/exports/resources';
import { writeExport } from '../../db/exports/write';
import { openDatabase } from '../../db/open';
import { HOSTILE, MIZHI, poison, rowsOf, withStore } from './store';
import { unzip } from './zip';

withStore();

const folder = mkdtempSync(join(tmpdir(), 'juesuan-export-'));
let descriptor: Descriptor;
let sqlite: Sqlite.Database;

const read = (file: string): Buffer => readFileSync(join(folder, file));
const table = (name: string): Record<string, string>[] => parse(read(`${name}.csv`), { columns: true });
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8'));

beforeAll(async () => {
  poison(MIZHI);
  const db = openDatabase({ path: process.env.JUESUAN_DATABASE ?? '', readonly: true });
  descriptor = await writeExport(db, folder);
  db.sqlite.close();
  sqlite = new Sqlite(join(folder, 'juesuan.sqlite'), { readonly: true });
}, 120_000);
afterAll(() => {
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the descriptor', () => {
  test.each(['data-package', 'fiscal-data-package'])('is valid by the schema %s', (name) => {
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema(name));
    const written = JSON.parse(read('datapackage.json').toString());
    validate(written);
    expect(validate.errors ?? []).toEqual([]);
    const broken = { ...written, resources: [{ name: 'Not A Name!' }], model: undefined };
    expect(validate(broken)).toBe(false);
  });

  it('tells bytes, hash and rows of each file as they are', () => {
    for (const { path, bytes, hash, rows } of descriptor.resources) {
      const file = read(path);
      expect(file.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(file).digest('hex')}`).toBe(hash);
      expect(parse(file).length).toBe(rows + 1);
    }
  });

  it('names in its model only fields that are there', () => {
    const { measures, dimensions } = descriptor.model;
    const sources = [
      ...Object.values(measures),
      ...Object.values(dimensions).flatMap(({ attributes }) => Object.values(attributes)),
    ] as { source: string; resource: string }[];
    for (const { source, resource } of sources) {
      const fields = descriptor.resources.find(({ name }) => name === resource)?.schema.fields ?? [];
      expect(fields.map(({ name }) => name)).toContain(source);
    }
  });
});

describe.each(RESOURCES.map((resource) => ({ name: resource.name, resource })))('$name', ({ resource }) => {
  const rows = (): Record<string, string>[] => table(fileOf(resource).replace('.csv', ''));

  it('has its fields, and keys that tell rows apart', () => {
    const [first] = rows();
    expect(Object.keys(first ?? {})).toEqual(resource.fields.map(({ name }) => name));
    const keys = rows().map((row) => resource.key.map((name) => row[name]).join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps to its types, words and required fields', () => {
    const TYPES = { integer: /^-?\d+$/, number: /^-?\d+(?:\.\d+)?$/, boolean: /^[01]$/, string: /./s } as const;
    for (const { name, type, required, words } of resource.fields) {
      const values = rows().map((row) => row[name] ?? '');
      if (required) expect(values).not.toContain('');
      for (const value of values.filter((one) => one !== '')) {
        expect(value).toMatch(TYPES[type]);
        if (words) expect(words).toContain(value);
      }
    }
  });

  it('refers to rows that are there', () => {
    for (const [name, [target, field]] of Object.entries(resource.references ?? {})) {
      const known = new Set(table(target).map((row) => row[field]));
      expect(rows().filter((row) => row[name] !== '' && !known.has(row[name]))).toEqual([]);
    }
  });

  it('is the same in the SQLite file', () => {
    const stored = sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM "${resource.name}"`).all();
    expect(stored.length).toBe(rows().length);
    const text = (value: unknown): string => (value === null ? '' : String(value));
    rows().forEach((row, at) => {
      for (const { name, type } of resource.fields) {
        const [inCsv, inFile] = [row[name] ?? '', text(stored[at]?.[name])];
        if (type === 'string') expect(inCsv.replace(/^'(?=[=+\-@])/, '')).toBe(inFile);
        else if (inCsv === '' || inFile === '') expect(inCsv).toBe(inFile);
        else expect(Number(inCsv)).toBe(Number(inFile));
      }
    });
  });
});

describe('what is in the package is what is in the store', () => {
  it('facts, to the last digit', () => {
    const stored = rowsOf<{
      fen: number | null;
      exact: string | null;
      decimals: number;
      unit: string;
      printed: string;
    }>('SELECT fen, exact, decimals, unit, printed FROM facts WHERE current = 1 ORDER BY account, n');
    expect(table('facts').map(({ printed, amount }) => [printed, amount])).toEqual(
      stored.map((row) => [row.printed, unpackAmount(row)]),
    );
  });

  it('claims, to the last digit', () => {
    const stored = rowsOf<{ fen: number | null; exact: string | null; decimals: number; unit: string }>(
      'SELECT fen, exact, decimals, unit FROM claims WHERE current = 1 ORDER BY account, n',
    );
    expect(table('claims').map(({ value }) => value)).toEqual(stored.map(unpackAmount));
  });

  it('metrics', () => {
    const [{ n = 0, sum = 0 } = {}] = rowsOf<{ n: number; sum: number }>(
      'SELECT count(*) AS n, sum(value) AS sum FROM figures',
    );
    expect(table('metrics')).toHaveLength(n);
    const total = table('metrics').reduce((so, { value }) => so + Math.round(Number(value) * 1_000_000), 0);
    expect(total).toBe(sum);
  });

  it('findings', () => {
    const stored = rowsOf<{ message: string }>('SELECT message FROM findings WHERE current = 1 ORDER BY account, n');
    expect(table('findings').map(({ message }) => message?.replace(/^'=/, '='))).toEqual(
      stored.map(({ message }) => message),
    );
  });
});

it('hostile text stays text', () => {
  expect(table('accounts').find(({ id }) => id === MIZHI)?.name).toBe(`'${HOSTILE}`);
  expect(sqlite.prepare('SELECT name FROM accounts WHERE id = ?').pluck().get(MIZHI)).toBe(HOSTILE);
});

it('the archive holds descriptor and tables, byte for byte', () => {
  const files = unzip(read('juesuan.zip'));
  expect([...files.keys()]).toEqual(['datapackage.json', ...RESOURCES.map(fileOf)]);
  for (const [name, content] of files) expect(content.equals(read(name))).toBe(true);
});

it('the SQLite file has nothing of the store’s inside', () => {
  const names = sqlite.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  expect(
    names
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_'))
      .sort(),
  ).toEqual([...RESOURCES.map(({ name }) => name), 'about'].sort());
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
});
