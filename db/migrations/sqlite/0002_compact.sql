-- Documents and the details of findings are long, and read for one account at a time: they are kept deflated. The text of a
-- document is kept only where it is not the document itself.
CREATE TABLE documents_compact (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  bytes BLOB NOT NULL,
  text BLOB
) STRICT;
INSERT INTO documents_compact SELECT sha256, media_type, size, deflated(bytes), deflated(text) FROM documents;
DROP TABLE documents;
ALTER TABLE documents_compact RENAME TO documents;

CREATE TABLE findings_compact (
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
  detail BLOB,
  PRIMARY KEY (account, revision, n),
  FOREIGN KEY (account, revision) REFERENCES revisions (account, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO findings_compact
  SELECT account, revision, n, year, current, check_id, severity, message, places, expected, found, difference, suggestion,
    deflated(detail)
  FROM findings;
DROP TABLE findings;
ALTER TABLE findings_compact RENAME TO findings;
CREATE INDEX findings_by_check ON findings (severity, check_id, year) WHERE current = 1;

-- Questions over many accounts are answered by the rollups.
DROP INDEX facts_by_code;
DROP INDEX claims_by_measure;
DROP INDEX levels_by_measure;
