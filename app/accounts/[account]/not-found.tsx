export default function NotStored() {
  return (
    <header className="page-head">
      <p className="eyebrow">404</p>
      <h1>没有收录这份决算</h1>
      <p className="lead">
        编号可能写错了，或者这份决算还没有收录。请回到<a href="/accounts">全部决算</a>，从列表中选择。
      </p>
    </header>
  );
}
