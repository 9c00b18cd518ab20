-- All departments of a year by a figure: their places are worked out from the index alone.
DROP INDEX figures_by_value;
CREATE INDEX figures_by_value ON figures (figure, year, value, low, high, account, disputed) WHERE value IS NOT NULL;
