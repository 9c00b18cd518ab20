'use client';

export default function Failed() {
  return (
    <html lang="zh-CN">
      <body>
        <h1>决算通览暂时打不开</h1>
        <p>
          服务出了问题，已经收录的数据不受影响。请稍后<a href="/">重新打开首页</a>。
        </p>
      </body>
    </html>
  );
}
