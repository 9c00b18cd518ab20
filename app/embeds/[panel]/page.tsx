import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { PANELS } from '../../../lib/panels';
import type { Query } from '../../../lib/selection';
import { originOf } from '../../_answers/origin';
import { Problem } from '../../_answers/problem';
import { metadataWhenFound, whenFound } from '../../_components/whenFound';
import { embedPath, oembedPath, queryOf, viewShown } from '../../_embed/addresses';
import { askEmbed, type Shown } from '../../_embed/ask';
import { EmbedOffer } from '../../_embed/EmbedOffer';
import { frameHeight } from '../../_embed/frameHeight';
import { readOffer } from '../../_embed/offerState';
import { pagePath } from '../../_embed/pagePath';
import { readEmbedRequest } from '../../_embed/request';
import { openStore } from '../../_store/store';
import NotFound from '../../not-found';

export const dynamic = 'force-dynamic';

interface OfferProps {
  params: Promise<{ panel: string }>;
  searchParams: Promise<Query>;
}

/** What the address asks for; without accounts the gallery, where they are chosen; whatever else is wrong, there is no such page. */
async function askOffer({ params, searchParams }: OfferProps) {
  const { state, query } = readOffer(await searchParams);
  const { panel } = await params;
  if (!query.has('accounts') && PANELS.some(({ id }) => id === panel)) redirect('/embeds');
  try {
    const asked = readEmbedRequest(panel, query);
    if (asked.form !== 'html') notFound();
    return { shown: await askEmbed(await openStore(), asked), state };
  } catch (error) {
    if (error instanceof Problem) notFound();
    throw error;
  }
}

async function metadataOf(props: OfferProps): Promise<Metadata> {
  const { shown } = await askOffer(props);
  return { title: `嵌入：${shown.data.title}`, robots: { index: false } };
}

/** The embed dialog as a page of its own, for those without scripts. */
async function OfferPage(props: OfferProps) {
  const { shown, state } = await askOffer(props);
  const { data, asked, pin } = shown;
  const origin = originOf(new Request('http://localhost/', { headers: await headers() }));
  const address = embedPath(data.panel, queryOf(asked, null));
  return (
    <>
      <link rel="alternate" type="application/json+oembed" href={oembedPath(address)} title={data.title} />
      <link rel="alternate" type="text/xml+oembed" href={oembedPath(address, 'xml')} title={data.title} />
      <header className="page-head">
        <p className="eyebrow">
          <a href="/embeds">可嵌入的图</a>
        </p>
        <h1>嵌入：{data.title}</h1>
        <Which shown={shown} />
      </header>
      <EmbedOffer
        offer={{
          panel: data.panel,
          title: data.title,
          answer: data.answer,
          accounts: asked.accounts,
          view: viewShown(data.options),
        }}
        origin={origin}
        state={state}
        pin={pin}
        height={frameHeight(data, state.width)}
      />
    </>
  );
}

function Which({ shown: { accounts, asked } }: { shown: Shown }) {
  return (
    <p className="lead">
      {accounts.map(({ department, fiscalYear }) => `${department} ${fiscalYear} 年度`).join('、')}部门决算　
      <a href={pagePath(asked.panel.id, asked.accounts, asked.view)}>回到页面</a>
    </p>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(OfferPage, NotFound);
