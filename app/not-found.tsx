import type { Metadata } from 'next';

export const metadata: Metadata = { title: '没有这个页面' };

export default function NotFound() {
  return (
    <header className="page-head">
      <p className="eyebrow">404</p>
      <h1>没有找到这个页面</h1>
      <p className="lead">
        地址可能写错了，或者这份决算还没有收录。请回到<a href="/accounts">全部决算</a>，从列表中选择。
      </p>
    </header>
  );
}
