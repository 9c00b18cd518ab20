-- Who spends most on a code, of one fund, or on running or on tasks: read in order, and no further than is shown.
CREATE INDEX spending_by_basic ON spending (code, year, basic) WHERE basic IS NOT NULL;
CREATE INDEX spending_by_project ON spending (code, year, project) WHERE project IS NOT NULL;
CREATE INDEX spending_by_general ON spending (code, year, general) WHERE general IS NOT NULL;
CREATE INDEX spending_by_general_basic ON spending (code, year, general_basic) WHERE general_basic IS NOT NULL;
CREATE INDEX spending_by_general_project ON spending (code, year, general_project) WHERE general_project IS NOT NULL;
CREATE INDEX spending_by_fund ON spending (code, year, fund) WHERE fund IS NOT NULL;
CREATE INDEX spending_by_fund_basic ON spending (code, year, fund_basic) WHERE fund_basic IS NOT NULL;
CREATE INDEX spending_by_fund_project ON spending (code, year, fund_project) WHERE fund_project IS NOT NULL;
CREATE INDEX spending_by_capital ON spending (code, year, capital) WHERE capital IS NOT NULL;
CREATE INDEX spending_by_capital_basic ON spending (code, year, capital_basic) WHERE capital_basic IS NOT NULL;
CREATE INDEX spending_by_capital_project ON spending (code, year, capital_project) WHERE capital_project IS NOT NULL;
