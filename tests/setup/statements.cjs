// Preloaded into a server under test: every SQL text it prepares, a line each, into the file that JUESUAN_TEST_STATEMENTS names.
// Processes it starts (the export reads the whole store) are not heard.
const { appendFileSync } = require('node:fs');
const Sqlite = require('better-sqlite3');

const isServer = /server\.mjs$/.test(process.argv[1] ?? '');
const seen = new Set();
const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (sql) {
  if (isServer && !seen.has(sql)) {
    seen.add(sql);
    appendFileSync(process.env.JUESUAN_TEST_STATEMENTS, `${JSON.stringify(sql)}\n`);
  }
  return prepare.call(this, sql);
};
