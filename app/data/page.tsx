import type { Metadata } from 'next';
import { newestExport } from '../../db/exported';
import { getChangeMoment } from '../../db/queries/version';
import { servedLicence } from '../_answers/licence';
import { StoreTables, WholeStore } from '../_downloads/BulkTables';
import { beginExport } from '../_downloads/bulk';
import { describePage } from '../_downloads/describePage';
import { StoreData } from '../_downloads/StoreData';
import { dayWords } from '../_downloads/words';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';

export const generateMetadata = (): Promise<Metadata> =>
  describePage({
    title: '数据',
    description: '全库数据下载：CSV、SQLite、Fiscal Data Package，附字段说明、许可与引用方式。',
    path: '/data',
    image: '/cards/home.png',
    alt: '收录的决算份数、部门数和年度',
  });

export default async function Data() {
  const store = await openStore();
  const { db, version } = store;
  const changedAt = await getChangeMoment(db);
  const made = newestExport(db);
  beginExport(store);
  return (
    <>
      <header className="page-head">
        <h1>数据</h1>
        <p className="lead">
          这里的全部数字都可以取走：整库、单表、单份决算、单张图，以及各部门公开的原件。数字照录原文，每一行都写着它在原文第几行。
        </p>
      </header>
      <dl className="facts">
        <dt>数据版本</dt>
        <dd>
          {version}，更新于 {dayWords(changedAt)}
          {made && made.version !== version && `；文件现为第 ${made.version} 版，正在更新`}
          {!made && '；文件正在生成，片刻后可以下载'}
        </dd>
        <dt>许可</dt>
        <dd>{servedLicence().text}</dd>
        <dt>引用</dt>
        <dd>
          决算通览，部门决算数据，数据版本 {version}，{dayWords(changedAt)}
          。引用单个数字时，请同时注明部门、年度和原文行。
        </dd>
      </dl>
      <section className="section" aria-labelledby="whole-title">
        <h2 id="whole-title">全库</h2>
        <WholeStore made={made} />
      </section>
      <section className="section" aria-labelledby="tables-title">
        <h2 id="tables-title">各表</h2>
        <p className="small">
          CSV 为
          UTF-8、逗号分隔；从本页下载的带有表格软件需要的标记，程序按同一地址（不带参数）取得的没有。金额另有以分计的整数列。
        </p>
        <StoreTables made={made} />
      </section>
      <OtherWays />
      <StoreData store={store} />
    </>
  );
}

function OtherWays() {
  return (
    <section className="section" aria-labelledby="others-title">
      <h2 id="others-title">其他取法</h2>
      <ul className="dotted">
        <li>
          每份决算的页面上，各表、情况说明、绩效自评和核对发现都可下载 CSV、XLSX；<strong>公开文件</strong>
          一栏可下载原件。
        </li>
        <li>比较页每张图都可下载 CSV、XLSX、SVG、PNG。</li>
        <li>
          <a href="/findings">核对发现</a>按条件筛选后可下载。
        </li>
        <li>
          <a href="/api">接口</a>：按部门、地区、年度、科目、指标取数，JSON 或 CSV。
        </li>
        <li>
          <a href="/embeds">嵌入</a>：把图放进自己的网页。
        </li>
        <li>
          <a href="/feed.xml">订阅</a>：新增、更正的决算与核对发现（Atom）；加 <code>?region=610000</code> 或{' '}
          <code>?department=部门编号</code> 只看一个地区或部门。
        </li>
      </ul>
    </section>
  );
}
