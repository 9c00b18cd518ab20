import type { AccountEntry } from '../../db/queries/accountList';
import type { AskedOverview } from './askOverview';
import { CoverageSection } from './CoverageSection';
import { Disputes } from './Disputes';
import { FewAccounts, FewLead, ManyAccounts } from './FewAccounts';
import { Headline } from './Headline';
import { Movements } from './Movements';
import { OverviewFilters } from './OverviewFilters';

/** The overview as the page keeps it: nothing in it needs a script. */
export function Overview({ overview, few }: { overview: AskedOverview; few: readonly AccountEntry[] }) {
  return (
    <>
      <Headline overview={overview} />
      <FewLead accounts={few} />
      <OverviewFilters overview={overview} />
      <CoverageSection overview={overview} />
      <Movements overview={overview} />
      <Disputes overview={overview} />
      {few.length > 0 ? <FewAccounts accounts={few} /> : <ManyAccounts />}
    </>
  );
}
