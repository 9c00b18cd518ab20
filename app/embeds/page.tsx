import type { Metadata } from 'next';
import { getAccountEntries, getAccountList } from '../../db/queries/accountList';
import { PANELS } from '../../lib/panels';
import { COMPARABLE, parseAccountList, type Query } from '../../lib/selection';
import { embedPath, offerPath, queryOf } from '../_embed/addresses';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: '可嵌入的图',
  description: '每张图都可以嵌入其他网站，也可以取作图片和数据。',
};

/** So many accounts the gallery shows until the reader chooses. */
const SHOWN = 2;
/** So many can be ticked here; others come with the address. */
const OFFERED = 40;

/** All panels with real accounts, each on its way into other pages. */
export default async function Gallery({ searchParams }: { searchParams: Promise<Query> }) {
  const { db } = await openStore();
  const asked = parseAccountList((await searchParams).accounts).accounts.slice(0, COMPARABLE.max);
  const [known, first] = await Promise.all([getAccountEntries(db, asked), getAccountList(db, { limit: OFFERED })]);
  const stored = [...known, ...first.rows.filter(({ id }) => !asked.includes(id))].slice(0, OFFERED);
  const chosen = (known.length > 0 ? known : first.rows.slice(0, SHOWN)).map(({ id }) => id);
  return (
    <>
      <header className="page-head">
        <h1>可嵌入的图</h1>
        <p className="lead">
          每张图都可以放进其他网站：框架、图片或数据，地址只差一个后缀。图上带着单位、说明、核对结论和原文出处，不靠脚本也完整。
        </p>
        <p className="note">
          门户的技术人员可以先看 <a href="/embed/self-test">嵌入自检页</a>
          ：把它放进框架，就知道代理和安全策略是否放行、高度是否随内容。
        </p>
      </header>
      <form action="/embeds" method="get" className="offer-choices" aria-label="选择决算">
        {stored.map(({ id, name, year }) => (
          <label key={id}>
            <input type="checkbox" name="accounts" value={id} defaultChecked={chosen.includes(id)} /> {name} {year}
          </label>
        ))}
        <button type="submit">更新</button>
      </form>
      {chosen.length === 0 ? <p className="note">还没有决算。请先载入。</p> : <Panels accounts={chosen} />}
    </>
  );
}

function Panels({ accounts }: { accounts: readonly string[] }) {
  const fitting = PANELS.filter(({ accounts: { min, max } }) => accounts.length >= min && accounts.length <= max);
  return (
    <ul className="gallery">
      {fitting.map(({ id, title }) => (
        <li key={id}>
          <h2>
            <a href={offerPath(id, accounts)}>{title}</a>
          </h2>
          {/* biome-ignore lint/performance/noImgElement: a drawing of our own, nothing to optimise */}
          <img
            src={`${embedPath(id, queryOf({ accounts, view: {} }, null), 'svg')}&width=850&height=600`}
            alt=""
            width={850}
            height={600}
            loading="lazy"
          />
          <p className="small">
            <a href={offerPath(id, accounts)}>嵌入代码</a>　
            <a href={embedPath(id, queryOf({ accounts, view: {} }, null))}>单独打开</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
