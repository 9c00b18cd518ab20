import { storePrepared } from '../../db/loading/store';
import { migrate } from '../../db/migrate';
import { openDatabase, tx } from '../../db/open';
import { madePrepared, madeReading } from './made';

/** Loads a changed document and is killed when the given table gets the given row: no exit handler, no rollback, nothing. */
const [path, table, row] = process.argv.slice(2);
const db = openDatabase({ path });
migrate(db);
db.sqlite.function('die', () => {
  process.kill(process.pid, 'SIGKILL');
  return null;
});
db.sqlite.exec(`CREATE TEMP TRIGGER killed AFTER INSERT ON main.${table} WHEN new.n = ${row} BEGIN SELECT die(); END`);
const bytes = Buffer.from('乙');
tx(db, () =>
  storePrepared(db, madePrepared(madeReading({ bytes, claims: madeReading().claims.slice(0, 2) }), { bytes })),
);
