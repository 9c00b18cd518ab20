import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { originOf } from '../_answers/origin';
import { askExamples } from '../_api/examples';
import { CONVENTIONS, Conventions } from '../_api/page/Conventions';
import { EndpointSection } from '../_api/page/EndpointSection';
import { samplesOf } from '../_api/samples';
import { Markup } from '../_components/Markup';
import { askMarkup } from '../_store/markup';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: '数据接口',
  description: '部门决算的表、数字、叙述、指标与核对发现，供程序取用：JSON、CSV，只读，无需密钥。',
};

/** The interface for programs, for people to read: made of the same declarations as the interface itself. */
export default async function InterfacePage() {
  const store = await openStore();
  const origin = originOf(new Request('http://localhost/', { headers: await headers() }));
  const examples = await askExamples(store);
  const { account } = samplesOf(store);
  const endpoints = await askMarkup(store, `api ${origin}`, () =>
    examples.map((example) => <EndpointSection key={example.endpoint.id} example={example} origin={origin} />),
  );
  return (
    <>
      <header className="page-head">
        <h1>数据接口</h1>
        <p className="lead">
          决算的表、数字、叙述、指标与核对发现，供程序取用：JSON 或
          CSV，只读，无需密钥，任何来源的网页都可以取。每个数字附原文的那一行。
        </p>
        <p className="note">
          机器可读的说明：<a href="/api/v1/openapi.json">OpenAPI 3.1</a>；目录：<a href="/api/v1">/api/v1</a>
          。图表的嵌入见 <a href="/embeds">嵌入</a>，整库与文件下载见 <a href="/data">数据</a>。
        </p>
      </header>
      <nav className="api-contents" aria-label="本页目录">
        <ul>
          {[...CONVENTIONS, ...examples.map(({ endpoint }) => endpoint)].map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Conventions origin={origin} account={account} />
      <h2 id="addresses">地址</h2>
      <Markup html={endpoints} />
    </>
  );
}
