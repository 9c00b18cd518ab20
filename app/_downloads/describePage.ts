import 'server-only';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { originOf } from '../_answers/origin';
import { servesSample } from '../_answers/sample';

/** Pixels of a social card. */
export const CARD = { width: 1200, height: 630 } as const;

/** The address others reach the page by, without a path. */
export const pageOrigin = async (): Promise<string> =>
  originOf(new Request('http://localhost/', { headers: await headers() }));

interface Page {
  title: string;
  /** one or two sentences */
  description: string;
  /** the one address of what is shown, without what only moves on the page */
  path: string;
  /** address of a picture of 1200 × 630 that shows the same, and what it shows */
  image: string;
  alt: string;
}

const LONGEST = 300;

/** What search engines and social networks are told of a page. Made-up accounts are not to be found. */
export async function describePage({ title, description, path, image, alt }: Page): Promise<Metadata> {
  const origin = await pageOrigin();
  const short = description.length > LONGEST ? `${description.slice(0, LONGEST - 1)}…` : description;
  return {
    title,
    description: short,
    alternates: { canonical: `${origin}${path}` },
    openGraph: {
      type: 'website',
      siteName: '决算通览',
      locale: 'zh_CN',
      title,
      description: short,
      url: `${origin}${path}`,
      images: [{ url: `${origin}${image}`, ...CARD, alt, type: 'image/png' }],
    },
    twitter: { card: 'summary_large_image', title, description: short },
    ...(servesSample() ? { robots: { index: false, follow: false } } : {}),
  };
}

/** The same of a page whose picture is that of the whole store. */
export const describeTool = (page: Omit<Page, 'image' | 'alt'>): Promise<Metadata> =>
  describePage({ ...page, image: '/cards/home.png', alt: '收录的决算份数、部门数和年度' });
