-- One row: the version that every load raises, on which pages and caches depend.
CREATE TABLE data_version (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL CHECK (version >= 0),
  changed_at TEXT NOT NULL,
  reference TEXT
) STRICT;
INSERT INTO data_version (id, version, changed_at) VALUES (1, 0, '1970-01-01T00:00:00.000Z');

CREATE TABLE regions (
  code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 6),
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  parent TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE subjects (
  list TEXT NOT NULL CHECK (list IN ('functional', 'economic', 'functional_old', 'economic_old')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  parent TEXT,
  valid_from INTEGER CHECK (valid_from BETWEEN 1900 AND 2999),
  valid_to INTEGER CHECK (valid_to BETWEEN 1900 AND 2999),
  confidence TEXT NOT NULL CHECK (confidence IN ('found', 'recalled', 'uncertain')),
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE departments (
  id INTEGER NOT NULL PRIMARY KEY,
  region TEXT REFERENCES regions (code),
  name TEXT NOT NULL CHECK (name <> ''),
  core TEXT NOT NULL CHECK (core <> ''),
  slug TEXT NOT NULL CHECK (slug <> '')
) STRICT;
CREATE UNIQUE INDEX departments_by_core ON departments (coalesce(region, ''), core);
CREATE UNIQUE INDEX departments_by_slug ON departments (coalesce(region, ''), slug);

CREATE TABLE accounts (
  key INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  department INTEGER NOT NULL REFERENCES departments (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2999),
  UNIQUE (department, year)
) STRICT;
CREATE INDEX accounts_by_year ON accounts (year);

CREATE TABLE documents (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size = length(bytes)),
  bytes BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE revisions (
  account INTEGER NOT NULL REFERENCES accounts (key),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  sha256 TEXT NOT NULL REFERENCES documents (sha256),
  file TEXT NOT NULL,
  title TEXT,
  department TEXT,
  region_code TEXT,
  region_name TEXT,
  fiscal_year INTEGER,
  name TEXT NOT NULL,
  told TEXT NOT NULL CHECK (json_valid(told)),
  reader TEXT NOT NULL,
  digest TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (account, revision),
  UNIQUE (account, sha256)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX revisions_current ON revisions (account) WHERE current = 1;
CREATE INDEX revisions_by_document ON revisions (sha256);

-- Content. The account leads every primary key; n is the position in the reading.
CREATE TABLE statements (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  statement TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT,
  state TEXT NOT NULL CHECK (state IN ('filled', 'empty', 'absent')),
  reason TEXT,
  listed_empty INTEGER CHECK (listed_empty IN (0, 1)),
  unit TEXT NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  place_page INTEGER CHECK (place_page >= 0),
  place_sheet TEXT,
  place_line INTEGER NOT NULL CHECK (place_line >= 0),
  place_cell INTEGER CHECK (place_cell >= 0),
  place_box TEXT CHECK (json_valid(place_box)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  statement INTEGER NOT NULL,
  side TEXT CHECK (side IN ('revenue', 'expenditure')),
  code TEXT,
  name TEXT NOT NULL,
  line TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  empty TEXT NOT NULL CHECK (json_valid(empty)),
  place_page INTEGER CHECK (place_page >= 0),
  place_sheet TEXT,
  place_line INTEGER NOT NULL CHECK (place_line >= 0),
  place_cell INTEGER CHECK (place_cell >= 0),
  place_box TEXT CHECK (json_valid(place_box)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision, statement) REFERENCES statements (account, revision, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2999),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  statement TEXT NOT NULL,
  side TEXT CHECK (side IN ('revenue', 'expenditure')),
  code TEXT,
  name TEXT NOT NULL,
  line TEXT,
  "column" TEXT NOT NULL,
  printed TEXT NOT NULL,
  fen INTEGER CHECK (fen BETWEEN -9007199254740991 AND 9007199254740991),
  exact TEXT,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 100),
  unit TEXT NOT NULL,
  place_page INTEGER CHECK (place_page >= 0),
  place_sheet TEXT,
  place_line INTEGER NOT NULL CHECK (place_line >= 0),
  place_cell INTEGER CHECK (place_cell >= 0),
  place_box TEXT CHECK (json_valid(place_box)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision),
  CHECK (fen IS NOT NULL OR exact IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX facts_by_code ON facts (statement, code, year) WHERE current = 1;

CREATE TABLE claims (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2999),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  measure TEXT NOT NULL,
  aspect TEXT NOT NULL,
  subject TEXT,
  subject_path TEXT NOT NULL CHECK (json_valid(subject_path)),
  direction TEXT CHECK (direction IN ('increase', 'decrease')),
  base TEXT,
  stated_year INTEGER,
  printed TEXT NOT NULL,
  fen INTEGER CHECK (fen BETWEEN -9007199254740991 AND 9007199254740991),
  exact TEXT,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 100),
  unit TEXT NOT NULL,
  sentence TEXT NOT NULL,
  section TEXT NOT NULL CHECK (json_valid(section)),
  place_page INTEGER CHECK (place_page >= 0),
  place_sheet TEXT,
  place_line INTEGER NOT NULL CHECK (place_line >= 0),
  place_cell INTEGER CHECK (place_cell >= 0),
  place_box TEXT CHECK (json_valid(place_box)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision),
  CHECK (fen IS NOT NULL OR exact IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_measure ON claims (measure, aspect, year) WHERE current = 1;

CREATE TABLE findings (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2999),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  check_id TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  message TEXT NOT NULL,
  places TEXT NOT NULL CHECK (json_valid(places)),
  expected TEXT,
  found TEXT,
  difference TEXT,
  suggestion TEXT CHECK (json_valid(suggestion)),
  detail TEXT CHECK (json_valid(detail)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_check ON findings (severity, check_id, year) WHERE current = 1;

CREATE TABLE reports (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  verdicts TEXT NOT NULL CHECK (json_valid(verdicts)),
  adopted TEXT NOT NULL CHECK (json_valid(adopted)),
  covered INTEGER NOT NULL CHECK (covered >= 0),
  published INTEGER NOT NULL CHECK (published >= 0),
  relations BLOB NOT NULL,
  PRIMARY KEY (account, revision),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE levels (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2999),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  measure TEXT NOT NULL,
  fen INTEGER CHECK (fen BETWEEN -9007199254740991 AND 9007199254740991),
  exact TEXT,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 100),
  unit TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('agreed', 'adopted')),
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  summed INTEGER NOT NULL CHECK (summed IN (0, 1)),
  reason TEXT,
  place_page INTEGER CHECK (place_page >= 0),
  place_sheet TEXT,
  place_line INTEGER NOT NULL CHECK (place_line >= 0),
  place_cell INTEGER CHECK (place_cell >= 0),
  place_box TEXT CHECK (json_valid(place_box)),
  PRIMARY KEY (account, revision, measure),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision),
  CHECK (fen IS NOT NULL OR exact IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX levels_by_measure ON levels (measure, year, fen) WHERE current = 1;

CREATE TABLE performance_tables (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('project', 'special_fund', 'department')),
  title TEXT NOT NULL,
  subject TEXT NOT NULL,
  unit TEXT NOT NULL,
  total_points TEXT CHECK (json_valid(total_points)),
  total_score TEXT CHECK (json_valid(total_score)),
  place_page INTEGER CHECK (place_page >= 0),
  place_sheet TEXT,
  place_line INTEGER NOT NULL CHECK (place_line >= 0),
  place_cell INTEGER CHECK (place_cell >= 0),
  place_box TEXT CHECK (json_valid(place_box)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE performance_funds (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  table_n INTEGER NOT NULL,
  name TEXT NOT NULL,
  initial_budget TEXT CHECK (json_valid(initial_budget)),
  budget TEXT CHECK (json_valid(budget)),
  executed TEXT CHECK (json_valid(executed)),
  budget_parts TEXT NOT NULL CHECK (json_valid(budget_parts)),
  executed_parts TEXT NOT NULL CHECK (json_valid(executed_parts)),
  points TEXT CHECK (json_valid(points)),
  rate TEXT CHECK (json_valid(rate)),
  score TEXT CHECK (json_valid(score)),
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision, table_n) REFERENCES performance_tables (account, revision, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE performance_indicators (
  account INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  table_n INTEGER NOT NULL,
  level1 TEXT NOT NULL,
  level2 TEXT NOT NULL,
  level3 TEXT NOT NULL,
  target TEXT CHECK (json_valid(target)),
  result TEXT CHECK (json_valid(result)),
  points TEXT CHECK (json_valid(points)),
  score TEXT CHECK (json_valid(score)),
  remark TEXT,
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision, table_n) REFERENCES performance_tables (account, revision, n)
) STRICT, WITHOUT ROWID;
