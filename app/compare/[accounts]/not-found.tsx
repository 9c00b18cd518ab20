/** Part of every comparison's answer, shown or not: so it lists nothing. */
export default function NotStored() {
  return (
    <header className="page-head">
      <p className="eyebrow">404</p>
      <h1>要比较的决算没有找全</h1>
      <p className="lead">
        地址里有的编号写错了，或者那份决算还没有收录。请到<a href="/compare">选择要比较的决算</a>
        ，从已经收录的决算中挑选。
      </p>
    </header>
  );
}
