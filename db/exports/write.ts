import { createWriteStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { LICENCE } from '../../lib/licence';
import type { Db } from '../open';
import { CsvFile, type Value } from './csvFile';
import {
  DESCRIPTOR_FILE,
  type Descriptor,
  describePackage,
  type Exported,
  fileOf,
  SQLITE_FILE,
  type Written,
  ZIP_FILE,
} from './descriptor';
import { type Resource, text } from './field';
import { RESOURCES } from './resources';
import { SqliteFile } from './sqliteFile';

export const selectOf = ({ fields, from, order }: Resource): string =>
  `SELECT ${fields.map(({ name, sql }) => `${sql} AS "${name}"`).join(', ')} ${from} ORDER BY ${order}`;

function stateOf({ sqlite }: Db): Exported {
  const row = sqlite
    .prepare<[], Omit<Exported, 'isSample'> & { sample: string | null }>(
      `SELECT version, changed_at AS changedAt, (SELECT value FROM properties WHERE name = 'sample') AS sample,
        (SELECT min(year) FROM accounts) AS firstYear, (SELECT max(year) FROM accounts) AS lastYear FROM data_version`,
    )
    .get();
  if (!row) throw new Error('store without a data version');
  const { sample, ...state } = row;
  return { ...state, isSample: sample !== null };
}

function writeResource({ sqlite }: Db, resource: Resource, folder: string, file: SqliteFile): Written {
  const csv = new CsvFile(
    join(folder, fileOf(resource)),
    resource.fields.map(({ name }) => name),
  );
  const table = file.table(resource);
  for (const row of sqlite.prepare(selectOf(resource)).raw().iterate() as Iterable<Value[]>) {
    csv.add(row);
    table.add(row);
  }
  table.end();
  return csv.end();
}

/** A table cut out of its package still says on every row that its figures are made up. */
const MADE_UP = text('data_nature', '数据性质', "'示例数据'", { required: true, words: ['示例数据'] });
const marked = (resource: Resource): Resource => ({ ...resource, fields: [...resource.fields, MADE_UP] });

const SAMPLE_NOTE = '示例数据：全部数据为虚构，用于演示和测量，不是任何部门公布的数字。';

async function writeZip(folder: string, files: readonly string[], { changedAt, isSample }: Exported): Promise<void> {
  const zip = new yazl.ZipFile();
  const as = { mtime: new Date(changedAt), mode: 0o100644, forceDosTimestamp: true };
  if (isSample) zip.addBuffer(Buffer.from(`\ufeff${SAMPLE_NOTE}\r\n`), '示例数据.txt', as);
  for (const file of files) zip.addFile(join(folder, file), file, as);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(folder, ZIP_FILE)));
}

/**
 * Writes the whole store into a folder: a Fiscal Data Package with its CSV files, the same as a SQLite file, and the package as one
 * ZIP. All of one state of the store, however much is loaded meanwhile; memory does not grow with the store.
 */
export async function writeExport(db: Db, folder: string): Promise<Descriptor> {
  const file = new SqliteFile(join(folder, SQLITE_FILE));
  db.sqlite.exec('BEGIN');
  try {
    const state = stateOf(db);
    const resources = state.isSample ? RESOURCES.map(marked) : RESOURCES;
    const written = resources.map((resource) => [resource, writeResource(db, resource, folder, file)] as const);
    file.end(state, state.isSample ? SAMPLE_NOTE : LICENCE.text);
    const descriptor = describePackage(state, written);
    writeFileSync(join(folder, DESCRIPTOR_FILE), `${JSON.stringify(descriptor, null, 2)}\n`);
    await writeZip(folder, [DESCRIPTOR_FILE, ...RESOURCES.map(fileOf)], state);
    return descriptor;
  } finally {
    db.sqlite.exec('COMMIT');
  }
}

export const sizeOf = (folder: string, file: string): number => statSync(join(folder, file)).size;
