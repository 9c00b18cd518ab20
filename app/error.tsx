'use client';

export default function Failed({ reset }: { error: Error; reset: () => void }) {
  return (
    <header className="page-head">
      <h1>这一页暂时打不开</h1>
      <p className="lead">
        读取数据时出了问题，已经收录的数据不受影响。请稍后再试；如果一直这样，请把本页地址告诉维护人员。
      </p>
      <p>
        <button type="button" className="action" onClick={reset}>
          再试一次
        </button>
      </p>
    </header>
  );
}
