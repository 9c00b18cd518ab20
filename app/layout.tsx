import type { Metadata, Viewport } from 'next';
import type { CSSProperties, ReactNode } from 'react';
import { PAGE_COLOURS } from '../lib/panels/palette';
import { SAMPLE, SAMPLE_WORDS, servesSample } from './_answers/sample';
import { Sections } from './_components/Sections';
import { NavCount } from './_findings/NavCount';
import { SearchButton } from './_search/SearchButton';
import './_styles/base.css';
import './_styles/table.css';
import './_styles/panel.css';
import './_styles/account.css';
import './_styles/findings.css';
import './_styles/subjects.css';
import './_styles/peers.css';
import './_styles/departments.css';
import './_styles/overview.css';
import './_styles/pivot.css';
import './_styles/search.css';
import './_styles/embed.css';
import './_styles/api.css';
import './_styles/downloads.css';
import './_styles/print.css';
import './_styles/brief.css';

export function generateMetadata(): Metadata {
  const site = servesSample() ? `决算通览（${SAMPLE}）` : '决算通览';
  return {
    title: { default: site, template: `%s — ${site}` },
    description: '部门决算公开文件的阅读、核对与比较：每个数字都能回到原文的那一行。',
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#fdfcf9' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN" style={PAGE_COLOURS as CSSProperties}>
      <body>
        <link rel="alternate" type="application/atom+xml" title="新增、更正与核对发现" href="/feed.xml" />
        <a className="skip" href="#content">
          跳到正文
        </a>
        {servesSample() && (
          <p className="sample-mark" role="note">
            <strong>{SAMPLE}</strong>
            {SAMPLE_WORDS.slice(SAMPLE.length)}
          </p>
        )}
        <header className="masthead">
          <div className="page">
            <a className="brand" href="/">
              决算通览
            </a>
            <span className="brand-line">部门决算的阅读、核对与比较</span>
            <SearchButton />
            <Sections count={<NavCount />} />
          </div>
        </header>
        <main id="content" className="page" tabIndex={-1}>
          {children}
        </main>
        <footer className="colophon">
          <div className="page">
            <p>
              数字均取自各部门公开的决算文件，按原样保存，不作改动；金额单位见各表。合计与分项之间可能有四舍五入的尾差。
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
