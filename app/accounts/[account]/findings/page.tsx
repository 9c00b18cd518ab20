import type { Metadata } from 'next';
import { getDocument } from '../../../../db/queries/documents';
import { accountPath, findingsPath } from '../../../../lib/selection';
import { type AccountProps, askAccount } from '../../../_account/askAccount';
import { Markup } from '../../../_components/Markup';
import { metadataWhenFound, whenFound } from '../../../_components/whenFound';
import { TableDownloads } from '../../../_downloads/Downloads';
import { AccountFindings } from '../../../_findings/AccountFindings';
import { askCards, askReport } from '../../../_findings/askFindings';
import { askMarkup } from '../../../_store/markup';
import NotStored from '../not-found';

export const dynamic = 'force-dynamic';

async function metadataOf({ params }: AccountProps): Promise<Metadata> {
  const { account } = await askAccount(params);
  return { title: `${account.department} ${account.fiscalYear} 年度部门决算：核对` };
}

async function AccountFindingsPage({ params }: AccountProps) {
  const { store, account } = await askAccount(params);
  const [report, document, cardOf] = await Promise.all([
    askReport(store, account.id),
    getDocument(store.db, account.id),
    askCards(store),
  ]);
  const findings = await askMarkup(store, `${account.id} findings`, () => (
    <AccountFindings account={account} report={report} lines={document?.lines ?? []} cardOf={cardOf} />
  ));
  return (
    <>
      <header className="page-head">
        <nav className="crumbs" aria-label="所在位置">
          <ol>
            <li>
              <a href={findingsPath()}>核对发现</a>
            </li>
            <li>
              <a href={accountPath(account.id)}>
                {account.department} {account.fiscalYear}
              </a>
            </li>
            <li aria-current="page">核对</li>
          </ol>
        </nav>
        <h1>
          {account.department} {account.fiscalYear} 年度部门决算：核对
        </h1>
        <p className="note">
          印出的数字当作末位四舍五入后的数：3,890.08 万元可能是 3,890.075 至 3,890.085
          万元之间的任何数。两边的可能范围没有公共点，才算矛盾。公布的数字一律不改动。
        </p>
        <TableDownloads account={account.id} table="findings" of="核对发现" />
      </header>
      <Markup html={findings} />
    </>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(AccountFindingsPage, NotStored);
