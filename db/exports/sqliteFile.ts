import Sqlite from 'better-sqlite3';
import type { Value } from './csvFile';
import type { Exported } from './descriptor';
import type { Field, Resource } from './field';

const TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'NUMERIC',
  boolean: 'INTEGER',
};

const quoted = (name: string): string => `"${name}"`;
const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

/** The SQLite file: the tables of the package under the same names, and one that says what they are. */
export class SqliteFile {
  readonly #file: Sqlite.Database;

  constructor(path: string) {
    this.#file = new Sqlite(path);
    // nobody reads it before it is whole
    for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -32768', 'temp_store = FILE'])
      this.#file.pragma(pragma);
  }

  /** Makes the table and takes its rows; `end` adds its indexes. */
  table({ name, fields, key, indexes = [] }: Resource): { add(row: readonly Value[]): void; end(): void } {
    const columns = fields.map(
      ({ name: column, type, required }) => `${quoted(column)} ${TYPES[type]}${required ? ' NOT NULL' : ''}`,
    );
    this.#file.exec(`CREATE TABLE ${quoted(name)} (${columns.join(', ')})`);
    const insert = this.#file.prepare(`INSERT INTO ${quoted(name)} VALUES (${fields.map(() => '?').join(', ')})`);
    this.#file.exec('BEGIN');
    return {
      add: (row) => {
        insert.run(...row);
      },
      end: () => {
        this.#file.exec('COMMIT');
        this.#file.exec(`CREATE UNIQUE INDEX ${quoted(`${name}_key`)} ON ${quoted(name)} (${listed(key)})`);
        for (const index of indexes)
          this.#file.exec(`CREATE INDEX ${quoted(`${name}_by_${index[0]}`)} ON ${quoted(name)} (${listed(index)})`);
      },
    };
  }

  end({ version, changedAt, isSample }: Exported, licence: string): void {
    this.#file.exec('CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)');
    const add = this.#file.prepare('INSERT INTO about VALUES (?, ?)');
    add.run('data_version', String(version));
    add.run('changed_at', changedAt);
    add.run('sample', isSample ? '示例数据' : '');
    add.run('licence', licence);
    this.#file.exec('PRAGMA optimize');
    this.#file.close();
  }
}
