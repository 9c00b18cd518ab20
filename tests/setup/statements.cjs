// Preloaded into a server under test: every SQL text it prepares, a line each, into the file that JUESUAN_TEST_STATEMENTS names.
const { appendFileSync } = require('node:fs');
const Sqlite = require('better-sqlite3');

const seen = new Set();
const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (sql) {
  if (!seen.has(sql)) {
    seen.add(sql);
    appendFileSync(process.env.JUESUAN_TEST_STATEMENTS, `${JSON.stringify(sql)}\n`);
  }
  return prepare.call(this, sql);
};
