-- Sums over the departments that are stored in two years that follow each other, so that a sum's growth is not the growth of what is
-- stored: later = 1 is the sum of a year over those stored the year before, too; later = 0 over those stored the year after, too.
-- Everything is filled again from the stored accounts by the next load.
CREATE TABLE region_pairs (
  region TEXT NOT NULL,
  later INTEGER NOT NULL CHECK (later IN (0, 1)),
  level INTEGER NOT NULL,
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  departments INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  half INTEGER NOT NULL,
  part_half INTEGER NOT NULL,
  total INTEGER NOT NULL,
  basic INTEGER NOT NULL,
  project INTEGER NOT NULL,
  general INTEGER NOT NULL,
  general_basic INTEGER NOT NULL,
  general_project INTEGER NOT NULL,
  fund INTEGER NOT NULL,
  fund_basic INTEGER NOT NULL,
  fund_project INTEGER NOT NULL,
  capital INTEGER NOT NULL,
  capital_basic INTEGER NOT NULL,
  capital_project INTEGER NOT NULL,
  PRIMARY KEY (region, later, level, code, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE region_basic_pairs (
  region TEXT NOT NULL,
  later INTEGER NOT NULL CHECK (later IN (0, 1)),
  level INTEGER NOT NULL,
  code TEXT NOT NULL,
  year INTEGER NOT NULL,
  departments INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  half INTEGER NOT NULL,
  part_half INTEGER NOT NULL,
  total INTEGER NOT NULL,
  personnel INTEGER NOT NULL,
  operating INTEGER NOT NULL,
  PRIMARY KEY (region, later, level, code, year)
) STRICT, WITHOUT ROWID;

-- departments of the year that are stored the year before, too
ALTER TABLE region_years ADD COLUMN paired INTEGER NOT NULL DEFAULT 0;

DELETE FROM region_spending;
DELETE FROM region_basic_spending;
DELETE FROM region_figures;
DELETE FROM region_years;
DELETE FROM movements;
DELETE FROM figures;
DELETE FROM prior_figures;
DELETE FROM spending;
DELETE FROM basic_spending;
DELETE FROM account_rollups;
