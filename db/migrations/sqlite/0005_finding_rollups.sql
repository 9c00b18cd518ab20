-- Findings of the current revisions in the order of lists, and how many there are by region, severity, check and year: a list reads
-- the rows it shows, a filter reads sums. Both are kept by the loader with the other rollups.
CREATE TABLE finding_rows (
  rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2),
  region TEXT NOT NULL,
  slug TEXT NOT NULL,
  year INTEGER NOT NULL,
  n INTEGER NOT NULL,
  account INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  PRIMARY KEY (rank, region, slug, year DESC, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_rows_by_year ON finding_rows (year, rank, region, slug, n, check_id, account);
CREATE INDEX finding_rows_by_check ON finding_rows (check_id, rank, region, slug, year DESC, n, account);
INSERT INTO finding_rows
  SELECT CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, coalesce(d.region, ''), d.slug, f.year, f.n, f.account, f.check_id
  FROM findings f JOIN accounts a ON a.key = f.account JOIN departments d ON d.id = a.department
  WHERE f.current = 1;

-- severity '' and check_id '' stand for all of them; accounts have at least one such finding.
CREATE TABLE finding_sums (
  region TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('', 'error', 'warning', 'note')),
  check_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  accounts INTEGER NOT NULL,
  PRIMARY KEY (region, severity, check_id, year)
) STRICT, WITHOUT ROWID;
INSERT INTO finding_sums
  WITH
    scopes (region, scope) AS (
      SELECT region, '000000' FROM finding_rows
      UNION SELECT region, region FROM finding_rows WHERE region <> ''
      UNION SELECT region, substr(region, 1, 2) || '0000' FROM finding_rows WHERE region <> ''
      UNION SELECT region, substr(region, 1, 4) || '00' FROM finding_rows WHERE region <> ''
    ),
    named (region, severity, check_id, year, account) AS (
      SELECT region, CASE rank WHEN 0 THEN 'error' WHEN 1 THEN 'warning' ELSE 'note' END, check_id, year, account FROM finding_rows
    ),
    kinds (severity, check_id, region, year, account) AS (
      SELECT severity, check_id, region, year, account FROM named
      UNION ALL SELECT severity, '', region, year, account FROM named
      UNION ALL SELECT '', check_id, region, year, account FROM named
      UNION ALL SELECT '', '', region, year, account FROM named
    )
  SELECT s.scope, k.severity, k.check_id, k.year, count(*), count(DISTINCT k.account)
  FROM kinds k JOIN scopes s ON s.region = k.region
  GROUP BY s.scope, k.severity, k.check_id, k.year;

-- Lists over many accounts read finding_rows.
DROP INDEX findings_by_check;
