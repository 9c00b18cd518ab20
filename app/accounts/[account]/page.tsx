import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getDocument } from '../../../db/queries/documents';
import { getRevisions } from '../../../db/queries/revisions';
import { summariesOf } from '../../../lib/causes';
import { findPanel } from '../../../lib/panels';
import { accountFindingsPath, accountPath, sourcePath } from '../../../lib/selection';
import { AccountHead } from '../../_account/AccountHead';
import { type AccountProps, askAccount } from '../../_account/askAccount';
import { DocumentFacts } from '../../_account/DocumentFacts';
import { Narrative } from '../../_account/Narrative';
import { Performance } from '../../_account/Performance';
import { Personnel } from '../../_account/Personnel';
import { Statements, statementAnchor } from '../../_account/Statements';
import { Markup } from '../../_components/Markup';
import { Section } from '../../_components/Section';
import { metadataWhenFound, whenFound } from '../../_components/whenFound';
import { askReasons } from '../../_departments/askReasons';
import { AccountReasons } from '../../_departments/Reasons';
import { cardPath } from '../../_downloads/addresses';
import { TableDownloads } from '../../_downloads/Downloads';
import { accountDataset } from '../../_downloads/datasets';
import { describePage, pageOrigin } from '../../_downloads/describePage';
import { JsonLd } from '../../_downloads/JsonLd';
import { askCards, askReport } from '../../_findings/askFindings';
import { FindingCards } from '../../_findings/FindingCard';
import { marksOf } from '../../_findings/marks';
import { Overview } from '../../_findings/Overview';
import { askMarkup } from '../../_store/markup';
import NotStored from './not-found';

export const dynamic = 'force-dynamic';

async function metadataOf({ params }: AccountProps): Promise<Metadata> {
  const { account } = await askAccount(params);
  const totals = findPanel('totals')?.build([account], {});
  return describePage({
    title: `${account.department} ${account.fiscalYear} 年度部门决算`,
    description: totals?.answer ?? '',
    path: accountPath(account.id),
    image: cardPath('totals', [account.id]),
    alt: totals?.answer ?? '',
  });
}

async function AccountPage({ params }: AccountProps) {
  const { store, account } = await askAccount(params);
  const [document, revisions, report, cardOf] = await Promise.all([
    getDocument(store.db, account.id),
    getRevisions(store.db, account.id),
    askReport(store, account.id),
    askCards(store),
  ]);
  const marks = marksOf(report, cardOf);
  const reasons = await askReasons(store, account);
  const lines = document?.lines ?? [];
  const draw = (part: string, node: () => ReactNode) => askMarkup(store, `${account.id} ${part}`, node);
  const [overview, statements, narrative, performance, cards] = await Promise.all([
    draw('overview', () => <Overview account={account.id} report={report} />),
    draw('statements', () => <Statements account={account} summaries={summariesOf(report, account)} marks={marks} />),
    draw('narrative', () => <Narrative account={account} lines={lines} marks={marks} />),
    draw('performance', () => <Performance account={account} marks={marks} />),
    draw('cards', () => <FindingCards account={account} report={report} lines={lines} cardOf={cardOf} />),
  ]);
  const printed = account.statements.filter((statement) => statement.state !== 'absent');
  return (
    <>
      <AccountHead account={account} />
      <JsonLd data={accountDataset(account, await pageOrigin())} />
      <div className="with-contents">
        <nav className="side-contents" aria-label="本页内容">
          <p>本页内容</p>
          <ol>
            <li>
              <a href="#reasons">增减原因</a>
            </li>
            <li>
              <a href="#findings">核对</a>
            </li>
            <li>
              <a href="#statements">决算表</a>
              <ol>
                {printed.map((statement) => (
                  <li key={statement.statement}>
                    <a href={`#${statementAnchor(statement)}`}>{statement.title}</a>
                  </li>
                ))}
              </ol>
            </li>
            <li>
              <a href="#narrative">情况说明</a>
            </li>
            <li>
              <a href="#personnel">人员</a>
            </li>
            <li>
              <a href="#performance">绩效自评</a>
            </li>
            <li>
              <a href="#document">公开文件</a>
            </li>
            <li>
              <a href={accountFindingsPath(account.id)}>核对详情</a>
            </li>
            <li>
              <a href={sourcePath(account.id)}>原文逐行</a>
            </li>
          </ol>
        </nav>
        <div>
          <Section id="reasons" title="比上年增减的原因">
            <AccountReasons account={account.id} reasons={reasons} />
          </Section>
          <Section id="findings" title="核对">
            <Markup html={overview} />
            <TableDownloads account={account.id} table="findings" of="核对发现" />
          </Section>
          <Section id="statements" title="决算表">
            <TableDownloads account={account.id} table="all" of="全部表格" />
            <Markup html={statements} />
          </Section>
          <Section id="narrative" title="情况说明">
            <TableDownloads account={account.id} table="claims" of="情况说明中的数字" />
            <p className="note">下加线的数字已经读出；停在上面可看读作什么，点开可到原文。</p>
            <Markup html={narrative} />
          </Section>
          <Section id="personnel" title="人员">
            <Personnel account={account} />
          </Section>
          <Section id="performance" title="绩效自评">
            <TableDownloads account={account.id} table="performance" of="绩效自评" />
            <Markup html={performance} />
          </Section>
          <Section id="document" title="公开文件">
            <DocumentFacts account={account} document={document} revisions={revisions} />
          </Section>
          <Markup html={cards} />
        </div>
      </div>
    </>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(AccountPage, NotStored);
