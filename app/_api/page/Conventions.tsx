import type { ReactNode } from 'react';
import { servedLicence } from '../../_answers/licence';
import { ACCOUNT_FILTERS, MOST_ROWS, USUAL_ROWS } from '../parameters';
import { MOST_STREAMS } from '../streams';
import { ParameterTable } from './ParameterTable';
import { Code } from './Scroll';

const ERROR = `{
 "type": "urn:juesuan:problem:unknown_parameter",
 "title": "没有这个参数",
 "status": 400,
 "detail": "这里没有参数“colour”。",
 "parameter": "colour",
 "allowed": ["account", "department", "region", "…"]
}`;

/** The sections of what holds for every address, in their order. */
export const CONVENTIONS = [
  { id: 'start', title: '五行取数' },
  { id: 'forms', title: '形式' },
  { id: 'paging', title: '分页与字段' },
  { id: 'filters', title: '筛选' },
  { id: 'versions', title: '版本与缓存' },
  { id: 'errors', title: '出错' },
  { id: 'licence', title: '出处与许可' },
] as const;

function Section({ id, children }: { id: (typeof CONVENTIONS)[number]['id']; children: ReactNode }) {
  return (
    <section id={id} className="api-convention" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{CONVENTIONS.find((one) => one.id === id)?.title}</h2>
      {children}
    </section>
  );
}

/** What holds for every address. */
export function Conventions({ origin, account }: { origin: string; account: string }) {
  const facts = `${origin}/api/v1/accounts/${account}/facts`;
  return (
    <>
      <Section id="start">
        <Code label="curl 的例子">{`curl '${facts}.csv?limit=all' > facts.csv`}</Code>
        <Code label="JavaScript 的例子">
          {`const rows = [];
for (let at = '${facts}'; at; ) {
  const { data, links } = await (await fetch(at)).json();
  rows.push(...data);
  at = links.next;
}`}
        </Code>
        <Code label="Python 的例子">
          {`import pandas as pd
facts = pd.read_csv('${facts}.csv?limit=all', dtype=str)`}
        </Code>
      </Section>
      <Section id="forms">
        <p>
          路径末尾加 <code>.json</code>、<code>.csv</code>、<code>.ndjson</code>，或用 <code>Accept</code>{' '}
          说明；都不说为 JSON，没有的形式答复 406。CSV 为 UTF-8，不带字节顺序标记；成员之内的成员成为{' '}
          <code>place.line</code> 这样的栏。金额一律是文本，不经浮点；空白不是零，缺的数带着原因。
        </p>
      </Section>
      <Section id="paging">
        <p>
          一页不给 <code>limit</code> 为 {USUAL_ROWS} 行，最多 {MOST_ROWS} 行；答复里的 <code>links.next</code>（也在{' '}
          <code>Link</code> 头里）是下一页，到底时为
          null。次序不变，从上一页末行之后接着取，翻到哪里都一样快。要找的很少见时，一页可以不满而仍有下一页，因为一次只看有限的一段。
        </p>
        <p>
          <code>limit=all</code> 一次取全部：取自同一时刻的数据，边读边发；同时最多 {MOST_STREAMS} 份，再多答复 503，过{' '}
          <code>Retry-After</code> 秒再取。
        </p>
        <p>
          <code>fields=account,amount</code> 只要行的这些成员。
        </p>
      </Section>
      <Section id="filters">
        <p>多个值用逗号分隔；行政区划含其下各级；科目编码给开头即可。没有的参数不会被忽略，而是指名拒绝。</p>
        <ParameterTable label="筛选的参数" inQuery={ACCOUNT_FILTERS} />
      </Section>
      <Section id="versions">
        <p>
          <code>ETag</code> 是数据版本和内容；带 <code>If-None-Match</code> 再问，没有变化答复
          304。中间的缓存可以保存一分钟。任何来源的网页都可以取；可用 GET、HEAD、OPTIONS，别的方法答复 405。
        </p>
      </Section>
      <Section id="errors">
        <p>RFC 9457 的问题说明：type 给程序看，detail 是一句中文。</p>
        <Code label="出错的例子">{ERROR}</Code>
      </Section>
      <Section id="licence">
        <p>{servedLicence().text}</p>
        <p>
          每份答复的 <code>meta</code> 写明出处、许可和数据版本；CSV 与 NDJSON 写在 <code>Link</code> 和{' '}
          <code>Juesuan-Data-Version</code> 头里。示例数据另有 <code>X-Juesuan-Data: sample</code>，不是任何部门的决算。
        </p>
      </Section>
    </>
  );
}
