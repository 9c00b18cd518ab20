import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getDocument } from '../../../../db/queries/documents';
import { accountPath } from '../../../../lib/selection';
import { type AccountProps, askAccount } from '../../../_account/askAccount';
import { SourceText } from '../../../_account/SourceText';
import { Markup } from '../../../_components/Markup';
import { metadataWhenFound, whenFound } from '../../../_components/whenFound';
import { documentPath } from '../../../_downloads/addresses';
import { askCards, askReport } from '../../../_findings/askFindings';
import { FindingCards } from '../../../_findings/FindingCard';
import { marksOf } from '../../../_findings/marks';
import { askMarkup } from '../../../_store/markup';
import NotStored from '../not-found';

export const dynamic = 'force-dynamic';

async function metadataOf({ params }: AccountProps): Promise<Metadata> {
  const { account } = await askAccount(params);
  return { title: `${account.department} ${account.fiscalYear} 年度部门决算：原文` };
}

async function SourcePage({ params }: AccountProps) {
  const { store, account } = await askAccount(params);
  const document = await getDocument(store.db, account.id);
  if (!document) notFound();
  const { lines } = document;
  const [report, cardOf] = await Promise.all([askReport(store, account.id), askCards(store)]);
  const [text, cards] = await Promise.all([
    askMarkup(store, `${account.id} source`, () => (
      <SourceText account={account} lines={lines} marks={marksOf(report, cardOf)} />
    )),
    askMarkup(store, `${account.id} cards`, () => (
      <FindingCards account={account} report={report} lines={lines} cardOf={cardOf} />
    )),
  ]);
  return (
    <>
      <header className="page-head">
        <nav className="crumbs" aria-label="所在位置">
          <ol>
            <li>
              <a href="/accounts">全部决算</a>
            </li>
            <li>
              <a href={accountPath(account.id)}>
                {account.department} {account.fiscalYear}
              </a>
            </li>
            <li aria-current="page">原文</li>
          </ol>
        </nav>
        <h1>
          {account.department} {account.fiscalYear} 年度部门决算：原文
        </h1>
        <p className="note">
          逐行照录公开文件 {document.file}
          ，行首为行号，空行略去。下加线的数字已经读出，点开可回到决算页中的同一个数字；方形标记是核对发现，点开看说明。
        </p>
        <p className="small no-print">
          <a href={documentPath(account.id)} download>
            下载原件（{document.bytes.length} 字节）
          </a>
        </p>
      </header>
      <Markup html={text} />
      <Markup html={cards} />
    </>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(SourcePage, NotStored);
