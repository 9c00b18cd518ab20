-- Rows of rollups refer to accounts by number only: a reference would be searched for in whole tables whenever an account is rolled up
-- anew. Sums by region are kept by kind of department, too: region '@' with a name is all departments of that kind. Everything is
-- filled again from the stored accounts by the next load.
DELETE FROM region_spending;
DELETE FROM region_basic_spending;
DELETE FROM region_figures;
DELETE FROM region_years;
DELETE FROM movements;
DROP TABLE figures;
DROP TABLE prior_figures;
DROP TABLE spending;
DROP TABLE basic_spending;
DELETE FROM account_rollups;

CREATE TABLE figures (
  department INTEGER NOT NULL,
  figure INTEGER NOT NULL REFERENCES figure_names (id),
  year INTEGER NOT NULL,
  account INTEGER NOT NULL,
  value INTEGER,
  low INTEGER,
  high INTEGER,
  decimals INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('printed', 'summed', 'computed', 'missing')),
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  reason TEXT,
  line INTEGER,
  PRIMARY KEY (department, figure, year),
  CHECK ((value IS NULL) = (source = 'missing'))
) STRICT, WITHOUT ROWID;
CREATE INDEX figures_by_value ON figures (figure, year, value) WHERE value IS NOT NULL;
CREATE INDEX figures_in_dispute ON figures (year, value) WHERE disputed = 1;

CREATE TABLE prior_figures (
  department INTEGER NOT NULL,
  figure INTEGER NOT NULL REFERENCES figure_names (id),
  year INTEGER NOT NULL,
  account INTEGER NOT NULL,
  value INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  reason TEXT NOT NULL,
  line INTEGER,
  PRIMARY KEY (department, figure, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE spending (
  department INTEGER NOT NULL,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  account INTEGER NOT NULL,
  line INTEGER NOT NULL,
  name TEXT,
  summed INTEGER NOT NULL CHECK (summed IN (0, 1)),
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  half INTEGER NOT NULL,
  part_half INTEGER NOT NULL,
  total INTEGER,
  basic INTEGER,
  project INTEGER,
  general INTEGER,
  general_basic INTEGER,
  general_project INTEGER,
  fund INTEGER,
  fund_basic INTEGER,
  fund_project INTEGER,
  capital INTEGER,
  capital_basic INTEGER,
  capital_project INTEGER,
  PRIMARY KEY (department, year, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX spending_by_code ON spending (code, year, total);
CREATE INDEX spending_by_name ON spending (code, name) WHERE name IS NOT NULL;

CREATE TABLE basic_spending (
  department INTEGER NOT NULL,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  account INTEGER NOT NULL,
  line INTEGER NOT NULL,
  name TEXT,
  summed INTEGER NOT NULL CHECK (summed IN (0, 1)),
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  half INTEGER NOT NULL,
  part_half INTEGER NOT NULL,
  total INTEGER,
  personnel INTEGER,
  operating INTEGER,
  PRIMARY KEY (department, year, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX basic_spending_by_code ON basic_spending (code, year, total);
CREATE INDEX basic_spending_by_name ON basic_spending (code, name) WHERE name IS NOT NULL;
