import { storePrepared } from '../../db/loading/store';
import { migrate } from '../../db/migrate';
import { openDatabase, tx } from '../../db/open';
import { madePrepared, madeReading } from './made';

/** Revises one account again and again; revision n has n % 5 claims, so that a reader can tell a mixture. */
const [path, times] = process.argv.slice(2);
const db = openDatabase({ path });
migrate(db);
for (let n = 1; n <= Number(times); n++) {
  const bytes = Buffer.from(`第 ${n} 版`);
  const claim = madeReading().claims[0];
  const claims = claim ? Array.from({ length: n % 5 }, () => ({ ...claim, sentence: `第 ${n} 版` })) : [];
  tx(db, () => storePrepared(db, madePrepared(madeReading({ bytes, claims }), { bytes })));
}
