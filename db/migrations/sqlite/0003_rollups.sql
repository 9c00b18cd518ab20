-- What the whole store is: 'sample' = made-up accounts.
CREATE TABLE properties (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Renamings, moves and deletions of functional codes, as the code list has them.
CREATE TABLE subject_changes (
  n INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  old_code TEXT,
  old_name TEXT,
  new_code TEXT,
  new_name TEXT,
  year INTEGER CHECK (year BETWEEN 1900 AND 2999),
  confidence TEXT NOT NULL CHECK (confidence IN ('found', 'recalled', 'uncertain'))
) STRICT;
CREATE INDEX subject_changes_by_old ON subject_changes (old_code);
CREATE INDEX subject_changes_by_new ON subject_changes (new_code);
-- The code lists are to be stored anew, with their changes.
UPDATE data_version SET reference = NULL;

CREATE INDEX departments_by_kind ON departments (core);

-- Rollups of the current revisions, kept by the loader in its transaction. Money is in 分, which is a millionth of 万元; every
-- other figure is in millionths of its unit, too. Bounds are those of the printed digits, rounded outward.
CREATE TABLE account_rollups (
  account INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (key),
  department INTEGER NOT NULL REFERENCES departments (id),
  year INTEGER NOT NULL,
  region TEXT NOT NULL,
  level TEXT,
  kind TEXT NOT NULL,
  size INTEGER CHECK (size BETWEEN 0 AND 4),
  headcount INTEGER,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  filled INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  basis TEXT CHECK (basis IN ('expenditure', 'funds', 'summary')),
  basis_limit TEXT,
  reorganised TEXT,
  made_by TEXT NOT NULL,
  UNIQUE (department, year)
) STRICT;
CREATE INDEX account_rollups_by_year ON account_rollups (year, region);
CREATE INDEX account_rollups_by_region ON account_rollups (region, year);
CREATE INDEX account_rollups_by_kind ON account_rollups (kind, year);
CREATE INDEX account_rollups_by_maker ON account_rollups (made_by);

CREATE TABLE figure_names (
  id INTEGER NOT NULL PRIMARY KEY,
  figure TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('measure', 'metric')),
  label TEXT NOT NULL,
  unit TEXT NOT NULL,
  formula TEXT,
  additive INTEGER NOT NULL CHECK (additive IN (0, 1))
) STRICT;

-- value NULL: not to be had, for the reason given.
CREATE TABLE figures (
  department INTEGER NOT NULL,
  figure INTEGER NOT NULL REFERENCES figure_names (id),
  year INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account_rollups (account),
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

-- Last year's level as an account's comparison with last year implies or states it; year is that last year.
CREATE TABLE prior_figures (
  department INTEGER NOT NULL,
  figure INTEGER NOT NULL REFERENCES figure_names (id),
  year INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account_rollups (account),
  value INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  reason TEXT NOT NULL,
  line INTEGER,
  PRIMARY KEY (department, figure, year)
) STRICT, WITHOUT ROWID;

-- Change on the account of the year before where there is one, else on the comparison the account makes itself.
CREATE TABLE movements (
  department INTEGER NOT NULL,
  figure INTEGER NOT NULL REFERENCES figure_names (id),
  year INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (before IN ('account', 'comparison')),
  change INTEGER NOT NULL,
  change_low INTEGER NOT NULL,
  change_high INTEGER NOT NULL,
  growth INTEGER,
  growth_low INTEGER,
  growth_high INTEGER,
  PRIMARY KEY (department, figure, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX movements_by_change ON movements (figure, year, abs(change));
CREATE INDEX movements_by_growth ON movements (figure, year, abs(growth)) WHERE growth IS NOT NULL;

-- Functional codes: department × year × code, all funds and each of the three, with basic and project expenditure.
CREATE TABLE spending (
  department INTEGER NOT NULL,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES account_rollups (account),
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

-- Economic codes: basic expenditure of the general public budget.
CREATE TABLE basic_spending (
  department INTEGER NOT NULL,
  year INTEGER NOT NULL,
  code TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES account_rollups (account),
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

-- Sums over departments. A region's row holds all departments of the region and of those within it; own = 1 only its own, kept
-- where there can be others within it. '000000' is the whole store.
CREATE TABLE region_spending (
  region TEXT NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
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
  PRIMARY KEY (region, own, level, code, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE region_basic_spending (
  region TEXT NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
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
  PRIMARY KEY (region, own, level, code, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE region_figures (
  region TEXT NOT NULL,
  figure INTEGER NOT NULL REFERENCES figure_names (id),
  year INTEGER NOT NULL,
  departments INTEGER NOT NULL,
  disputed INTEGER NOT NULL,
  value INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY (region, figure, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE region_years (
  region TEXT NOT NULL,
  year INTEGER NOT NULL,
  departments INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  faulty INTEGER NOT NULL,
  PRIMARY KEY (region, year)
) STRICT, WITHOUT ROWID;

-- What can be searched for, and the texts it is found by: every beginning of a word or syllable is a row.
CREATE TABLE search_entries (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('department', 'region', 'functional', 'economic', 'figure', 'check')),
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  context TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;
CREATE TABLE search_terms (
  kind TEXT NOT NULL,
  inner INTEGER NOT NULL CHECK (inner IN (0, 1)),
  term TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES search_entries (id),
  PRIMARY KEY (kind, inner, term, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_terms_by_entry ON search_terms (entry, term);
